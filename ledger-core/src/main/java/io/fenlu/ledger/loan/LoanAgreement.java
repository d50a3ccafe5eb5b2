package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.Indices;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RatePath;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Instalment;
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
    /**
     * From this version on a living loan knows to which night a day belongs, keeps within its caps, owes its funders what comes in, and keeps
     * rows of nothing before others when interest runs again.
     */
    private static final int THIRD_ENGINE = 3;

    /**
     * From this version on the bank is told to pay the suppliers of bound tranches, what repaying early costs is kept within the caps, the
     * price of a sold debt is owed to its funders, and a loan that is over holds no allowance for losses.
     */
    private static final int FOURTH_ENGINE = 4;

    /** How the debt grows. */
    public InterestRule interest() {
        return new InterestRule(rate, terms.dayCount(), terms.frequency(), terms.interestRounding());
    }

    /** How the debt grows at another rate than the agreed one. */
    InterestRule interest(Rate other) {
        return new InterestRule(other, terms.dayCount(), terms.frequency(), terms.interestRounding());
    }

    /** Whether money that comes in is owed to funders: where there are several, the platform collects it for all of them. */
    boolean owesFunders() {
        return isOfThirdEngine() && funding.shares().size() > 1;
    }

    boolean isOfFourthEngine() {
        return terms.engineVersion() >= FOURTH_ENGINE;
    }

    boolean isOfThirdEngine() {
        return terms.engineVersion() >= THIRD_ENGINE;
    }

    /** Whether the night before a day belongs to it when something changes what nights bear; loans of before the third engine know no such thing. */
    boolean lastDayCounts() {
        return isOfThirdEngine() && terms.agreed().days() == DayConvention.LAST_DAY_COUNTS;
    }

    /** On the evening of which day an entry begins to count. */
    LocalDate worksOn(LoanEntry entry) {
        return lastDayCounts() && entry.changesNights() ? DayConvention.LAST_DAY_COUNTS.from(entry.on()) : entry.on();
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

    /** How the debt grows when the money is paid out on a day and nothing else happens. */
    public Growth growth(LocalDate paidOutOn) {
        return InForce.agreed(agreedRate())
                .started(paidOutOn, agreedPath(paidOutOn))
                .growth(this);
    }

    /** The schedule with all agreed charges on it, when the money is paid out on a day. */
    public List<Instalment> schedule(LocalDate paidOutOn) {
        return terms.schedule(principal, terms.periods(paidOutOn, firstDueOn, instalments), growth(paidOutOn));
    }

    /**
     * The interest periods when the money is paid out on a day; an open-ended loan with a term has one long one. Freely written rows whose
     * days have passed by then fall away, and the next takes their principal.
     */
    public List<Period> periods(LocalDate paidOutOn) {
        if (terms.plan() instanceof RepaymentPlan.FreeForm(var rows)) {
            var days = rows.stream()
                    .map(RepaymentPlan.FreeRow::dueOn)
                    .filter(day -> day.isAfter(paidOutOn))
                    .toList();
            return days.isEmpty() ? Periods.of(paidOutOn, null, terms.frequency(), 1) : Periods.on(paidOutOn, days);
        }
        return terms.periods(paidOutOn, firstDueOn, instalments);
    }

    /** What is charged on the day the whole loan is paid out. */
    Money chargesAtPayout() {
        var sum = principal.zero();
        for (var charge : terms.agreed().charges()) {
            if (charge.when() == ChargeRule.When.AT_PAYOUT) {
                sum = sum.plus(charge.once(principal, principal));
            }
        }
        return sum;
    }
}
