package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.Periods;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What borrower and lender agreed on (借款合同要素): the terms of the product, copied whole, and the particulars of this loan.
 *
 * @param instalments how many; 0 only for an open-ended loan that never falls due; for an open-ended loan with a term, its length
 * @param firstDueOn when there is none, one period after the money was paid out
 */
public record LoanAgreement(
        ProductTerms terms,
        Money principal,
        Rate rate,
        int instalments,
        @Nullable LocalDate firstDueOn,
        FundingShares funding) {
    /** How the debt grows. */
    public InterestRule interest() {
        return new InterestRule(rate, terms.dayCount(), terms.frequency(), terms.interestRounding());
    }

    /** How the debt grows at another rate than the agreed one. */
    InterestRule interest(Rate other) {
        return new InterestRule(other, terms.dayCount(), terms.frequency(), terms.interestRounding());
    }

    /** How the debt is spread over instalments at another rate than the agreed one. */
    Amortisation amortisation(Rate other) {
        return new Amortisation(interest(other), terms.plan());
    }

    /** How the debt is spread over instalments. */
    public Amortisation amortisation() {
        return new Amortisation(interest(), terms.plan());
    }

    /** The interest periods when the money is paid out on a day; an open-ended loan with a term has one long one. */
    public List<Period> periods(LocalDate paidOutOn) {
        var periods = Periods.of(paidOutOn, firstDueOn, terms.frequency(), instalments);
        return switch (terms.plan()) {
            case RepaymentPlan.OpenEnded _ ->
                periods.isEmpty()
                        ? periods
                        : List.of(Period.of(paidOutOn, periods.getLast().whole().to()));
            case RepaymentPlan.EqualInstalment _,
                    RepaymentPlan.EqualPrincipal _,
                    RepaymentPlan.InterestThenPrincipal _ -> periods;
        };
    }
}
