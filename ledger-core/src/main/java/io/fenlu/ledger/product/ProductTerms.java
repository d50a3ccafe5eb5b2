package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.schedule.RepaymentPlan;

/**
 * The terms of a product (产品条款): a composition of rules. They are copied whole into a loan's first fact; the loan never looks at the
 * catalogue again.
 *
 * @param product the name of the row, for people and statistics; no rule asks for it
 * @param termsVersion counts from 1 for each product
 * @param engineVersion the arithmetic the loan was sold with and is always computed with
 * @param frequency of interest periods and due dates
 */
public record ProductTerms(
        ProductCode product,
        int termsVersion,
        int engineVersion,
        RepaymentPlan plan,
        Frequency frequency,
        DayCount dayCount,
        InterestRounding interestRounding,
        PenaltyRule penalty,
        PrepaymentRule prepayment,
        OverpaymentRule overpayment,
        AllocationOrder allocation) {
    /** The arithmetic of this release. */
    public static final int CURRENT_ENGINE = 2;

    public ProductTerms {
        if (termsVersion < 1 || engineVersion < 1 || engineVersion > CURRENT_ENGINE) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "there is no engine of version " + engineVersion);
        }
        if (plan instanceof RepaymentPlan.OpenEnded && dayCount == DayCount.EQUAL_PERIODS) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "an open-ended loan has no periods, so EQUAL_PERIODS cannot count its days");
        }
    }
}
