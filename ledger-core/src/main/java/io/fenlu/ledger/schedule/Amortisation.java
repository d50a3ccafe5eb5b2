package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a principal over instalments, to the last smallest unit: the principals sum to the loan and none is negative. Instalments
 * after the one that brings the balance to zero fall away.
 */
public final class Amortisation {
    /** After so many rounds a first instalment that holds the remainder is as good as it gets. */
    private static final int ROUNDS = 6;

    private final InterestRule interest;
    private final RepaymentPlan plan;

    public Amortisation(InterestRule interest, RepaymentPlan plan) {
        this.interest = interest;
        this.plan = plan;
    }

    /** The whole schedule of a new loan; empty for an open-ended loan without a term. */
    public List<Instalment> spread(Money principal, List<Period> periods) {
        return spread(new Rest(principal, InterestMeter.zero(principal.currency()), 1), periods);
    }

    /** The schedule of what is left of a loan, with a new instalment sum. */
    public List<Instalment> spread(Rest rest, List<Period> periods) {
        if (periods.isEmpty()) {
            return List.of();
        }
        var sum = regularSum(rest.principal, periods);
        return switch (plan) {
            case RepaymentPlan.EqualInstalment equal ->
                equal.remainder() == RemainderHolder.FIRST
                        ? payRestFirst(rest, periods, sum)
                        : continueWith(sum, rest, periods);
            case RepaymentPlan.EqualPrincipal equal -> {
                var others = new Money(Math.multiplyExact(sum.minor(), periods.size() - 1L), sum.currency());
                var head = equal.remainder() == RemainderHolder.FIRST
                        ? rest.principal.minus(others).orZero()
                        : sum;
                yield pay(rest, periods, new Sums(head, sum), sum.zero());
            }
            case RepaymentPlan.InterestThenPrincipal _, RepaymentPlan.OpenEnded _ -> continueWith(sum, rest, periods);
        };
    }

    /** Goes on with a given regular sum until nothing is left: as many instalments as it takes, at most one per period. */
    public List<Instalment> continueWith(Money sum, Rest rest, List<Period> periods) {
        return pay(rest, periods, new Sums(sum, sum), sum.zero());
    }

    /** Goes on with a given regular sum, of whose principal parts the next ones were paid in advance. */
    public List<Instalment> continueWith(Money sum, Money paidInAdvance, Rest rest, List<Period> periods) {
        return pay(rest, periods, new Sums(sum, sum), paidInAdvance);
    }

    /**
     * The regular sum of the plan: the equal instalment, the equal part of principal, or zero where principal is paid at the end.
     */
    public Money regularSum(Money principal, List<Period> periods) {
        if (periods.isEmpty()) {
            return principal.zero();
        }
        return switch (plan) {
            case RepaymentPlan.EqualInstalment(var rounding, var _) ->
                Annuity.instalment(principal, periods, interest).round(rounding);
            case RepaymentPlan.EqualPrincipal(var rounding, var _) ->
                principal.exact().times(1, periods.size()).round(rounding);
            case RepaymentPlan.InterestThenPrincipal _, RepaymentPlan.OpenEnded _ -> principal.zero();
        };
    }

    /** The principal that an instalment repays in regular course, were nothing paid in advance. */
    public Money regularPrincipal(Money sum, Money interestDue, Money balance) {
        var part = plan instanceof RepaymentPlan.EqualInstalment
                ? sum.minus(interestDue).orZero()
                : sum;
        return part.min(balance);
    }

    /**
     * What is left to be spread.
     *
     * @param principal not due yet
     * @param meter interest that has grown in the running period and was not charged yet
     * @param number of the next instalment
     */
    public record Rest(Money principal, InterestMeter meter, int number) {}

    /** What the first instalment is to be, and what the others. */
    private record Sums(Money first, Money others) {}

    private List<Instalment> pay(Rest rest, List<Period> periods, Sums sums, Money paidInAdvance) {
        var rows = new ArrayList<Instalment>(periods.size());
        var balance = rest.principal;
        var meter = rest.meter;
        var advance = paidInAdvance;
        for (int k = 0; k < periods.size() && (balance.isPositive() || k == 0); k++) {
            var period = periods.get(k);
            meter = meter.grow(interest.over(period, balance));
            var due = meter.chargeable(interest.rounding().rounding());
            meter = meter.nextPeriod(interest.rounding());
            var regular = regularPrincipal(k == 0 ? sums.first : sums.others, due, balance.plus(advance));
            var covered = regular.min(advance);
            var part =
                    k == periods.size() - 1 ? balance : regular.minus(covered).min(balance);
            advance = advance.minus(covered);
            balance = balance.minus(part);
            rows.add(new Instalment(
                    rest.number + k, period.whole().from(), period.whole().to(), part, due, balance));
        }
        return rows;
    }

    /** Moves the difference of the last instalment to the first, as exactly as whole smallest units allow. */
    private List<Instalment> payRestFirst(Rest rest, List<Period> periods, Money sum) {
        var best = pay(rest, periods, new Sums(sum, sum), sum.zero());
        var head = sum;
        for (int round = 0; round < ROUNDS && best.size() == periods.size(); round++) {
            var gap = best.getLast().total().minus(sum);
            if (gap.isZero()) {
                break;
            }
            head = head.plus(gap);
            var next = pay(rest, periods, new Sums(head, sum), sum.zero());
            if (next.size() < best.size() || distance(next, sum) >= distance(best, sum)) {
                break;
            }
            best = next;
        }
        return best;
    }

    private static long distance(List<Instalment> rows, Money sum) {
        return Math.abs(rows.getLast().total().minus(sum).minor());
    }
}
