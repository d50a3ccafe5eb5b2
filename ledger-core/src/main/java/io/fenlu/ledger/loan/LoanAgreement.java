package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Indices;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RatePath;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Amortisation;
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

    /** The rates by date that the terms set beforehand, stepped or floating; none where one rate is agreed. */
    @Nullable
    RatePath agreedPath(LocalDate paidOutOn) {
        return switch (terms.agreed().rate()) {
            case null -> null;
            case RateRule.Fixed _ -> null;
            case RateRule.Stepped _ -> terms.rates(rate, periods(paidOutOn), paidOutOn, null);
            case RateRule.Floating floating ->
                terms.rates(
                        rate,
                        periods(paidOutOn),
                        paidOutOn,
                        Indices.find(floating.index()).orElse(null));
        };
    }

    /** The rate that is agreed on in so many words; the first one of a moving rate follows from its rule. */
    Rate agreedRate() {
        return terms.agreed().rate() instanceof RateRule.Fixed(var fixed) ? fixed : rate;
    }

    /** How the debt is spread over instalments. */
    public Amortisation amortisation() {
        return new Amortisation(interest(), terms.plan());
    }

    /** The interest periods when the money is paid out on a day; an open-ended loan with a term has one long one. */
    public List<Period> periods(LocalDate paidOutOn) {
        return terms.periods(paidOutOn, firstDueOn, instalments);
    }
}
