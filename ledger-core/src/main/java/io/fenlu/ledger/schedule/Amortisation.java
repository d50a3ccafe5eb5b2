package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a principal over instalments, to the last smallest unit: the principals sum to the loan and none is negative. Instalments
 * after the one that brings the balance to zero fall away.
 */
public final class Amortisation {
    /** After so many rounds an instalment that holds the remainder is as good as it gets. */
    private static final int ROUNDS = 6;

    private final Growth interest;
    private final RepaymentPlan plan;
    private final Grace grace;

    public Amortisation(Growth interest, RepaymentPlan plan) {
        this(interest, plan, Grace.NONE);
    }

    public Amortisation(Growth interest, RepaymentPlan plan, Grace grace) {
        this.interest = interest;
        if (plan instanceof RepaymentPlan.InterestThenAnnuity(var interestOnly, var rounding, var remainder)) {
            this.plan = new RepaymentPlan.EqualInstalment(rounding, remainder);
            this.grace = new Grace(
                    Math.max(interestOnly, grace.principal()), grace.interestDeferred(), grace.interestForgiven());
        } else {
            this.plan = plan;
            this.grace = grace;
        }
    }

    /** The whole schedule of a new loan; empty for an open-ended loan without a term. */
    public List<Instalment> spread(Money principal, List<Period> periods) {
        return spread(Rest.all(principal), periods);
    }

    /**
     * The schedule of what is left of a loan, with a new instalment sum.
     *
     * @throws InvalidValue when a free-form plan does not sum to the loan
     */
    public List<Instalment> spread(Rest rest, List<Period> periods) {
        return periods.isEmpty() ? List.of() : spread(regularSum(rest, periods), rest, periods);
    }

    /** The schedule of what is left of a loan over at least one period, whose {@link #regularSum(Rest, List)} is known. */
    public List<Instalment> spread(Money sum, Rest rest, List<Period> periods) {
        return switch (plan) {
            case RepaymentPlan.EqualInstalment equal ->
                equal.remainder() == RemainderHolder.FIRST
                        ? payRestFirst(rest, periods, sum)
                        : continueWith(sum, rest, periods);
            case RepaymentPlan.EqualPrincipal equal -> {
                var others =
                        Math.multiplyExact(sum.minor(), paying(rest, periods).size() - 1L);
                var head = equal.remainder() == RemainderHolder.FIRST
                        ? rest.principal
                                .minus(new Money(others, sum.currency()))
                                .orZero()
                        : sum;
                yield pay(rest, periods, new Sums(head, sum), sum.zero());
            }
            case RepaymentPlan.FlatInterest flat -> FlatSpread.interest(flat, interest, rest, periods);
            case RepaymentPlan.FlatFee flat -> FlatSpread.fee(flat, rest, periods);
            case RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.OpenEnded _,
                    RepaymentPlan.InterestThenAnnuity _,
                    RepaymentPlan.Balloon _,
                    RepaymentPlan.Seasonal _,
                    RepaymentPlan.FreeForm _ -> continueWith(sum, rest, periods);
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

    /** The regular sum of a new loan, its first period the first of the plan. */
    public Money regularSum(Money principal, List<Period> periods) {
        return regularSum(Rest.all(principal), periods);
    }

    /**
     * The regular sum of the plan: the equal instalment, the equal part of principal, or zero where principals are agreed on one by one
     * or paid at the end.
     */
    public Money regularSum(Rest rest, List<Period> periods) {
        var principal = rest.principal;
        if (periods.isEmpty()) {
            return principal.zero();
        }
        var paying = paying(rest, periods);
        return switch (plan) {
            case RepaymentPlan.EqualInstalment(var rounding, var remainder, var factors) -> {
                var sum = Annuity.instalment(
                                owed(rest, paying.size() == periods.size(), principal.zero()),
                                paying,
                                factors == null ? Annuity.Factors.EACH_PERIOD : factors,
                                interest)
                        .round(rounding);
                yield remainder == RemainderHolder.EVENED ? evened(sum, rest, periods, rounding) : sum;
            }
            case RepaymentPlan.EqualPrincipal(var rounding, var _) ->
                principal.exact().times(1, paying.size()).round(rounding);
            case RepaymentPlan.Balloon(var balloon, var rounding) ->
                Annuity.instalment(
                                owed(rest, true, balloon.min(principal)),
                                periods,
                                Annuity.Factors.EACH_PERIOD,
                                interest)
                        .round(rounding);
            case RepaymentPlan.FlatInterest flat -> FlatSpread.sum(flat, interest, rest, periods);
            case RepaymentPlan.FlatFee _ ->
                principal.exact().times(1, periods.size()).round(Rounding.DOWN);
            case RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.OpenEnded _,
                    RepaymentPlan.InterestThenAnnuity _,
                    RepaymentPlan.Seasonal _,
                    RepaymentPlan.FreeForm _ -> principal.zero();
        };
    }

    private Annuity.Owed owed(Rest rest, boolean payingNow, Money atTheEnd) {
        var accrued = rest.meter.chargeable(interest.rounding().rounding());
        return new Annuity.Owed(rest.principal, payingNow ? accrued : accrued.zero(), atTheEnd);
    }

    /** The periods that repay principal: those after the grace, and always the last. */
    private List<Period> paying(Rest rest, List<Period> periods) {
        return periods.subList(skipped(rest, periods), periods.size());
    }

    private int skipped(Rest rest, List<Period> periods) {
        return Math.min(grace.principalLeft(rest.number), periods.size() - 1);
    }

    /** Moves the sum by its share of the last instalment's difference, as long as that brings the last one nearer. */
    private Money evened(Money sum, Rest rest, List<Period> periods, RoundingRule rounding) {
        var share = new RoundingRule(Rounding.HALF_EVEN, rounding.minorUnits());
        var uneased = uneased();
        var best = sum;
        var rows = uneased.continueWith(best, rest.undeferred(), periods);
        for (int round = 0; round < ROUNDS; round++) {
            var gap = rows.getLast().total().minus(best);
            var next =
                    best.plus(gap.exact().times(1, paying(rest, periods).size()).round(share));
            var others = uneased.continueWith(next, rest.undeferred(), periods);
            if (!next.isPositive() || others.size() < rows.size() || distance(others, next) >= distance(rows, best)) {
                return best;
            }
            best = next;
            rows = others;
        }
        return best;
    }

    /** The principal that an instalment repays in regular course, were nothing paid in advance. */
    public Money regularPrincipal(Money sum, Money interestDue, Money balance) {
        var part = switch (plan) {
            case RepaymentPlan.EqualInstalment _,
                    RepaymentPlan.InterestThenAnnuity _,
                    RepaymentPlan.Balloon _,
                    RepaymentPlan.FlatInterest _ -> sum.minus(interestDue).orZero();
            case RepaymentPlan.EqualPrincipal _,
                    RepaymentPlan.FlatFee _,
                    RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.OpenEnded _,
                    RepaymentPlan.Seasonal _,
                    RepaymentPlan.FreeForm _ -> sum;
        };
        return part.min(balance);
    }

    /**
     * What is left to be spread.
     *
     * @param principal not due yet
     * @param meter interest that has grown in the running period and was not charged yet
     * @param number of the next instalment
     * @param deferred interest of earlier instalments that grace put off until after them
     */
    public record Rest(Money principal, InterestMeter meter, int number, Money deferred) {
        /** What is left of a loan without deferred interest. */
        public Rest(Money principal, InterestMeter meter, int number) {
            this(principal, meter, number, principal.zero());
        }

        Rest undeferred() {
            return deferred.isZero() ? this : new Rest(principal, meter, number);
        }

        /** A whole new loan. */
        public static Rest all(Money principal) {
            return new Rest(principal, InterestMeter.zero(principal.currency()), 1);
        }
    }

    /** What the first instalment that repays principal is to be, and what the others. */
    private record Sums(Money first, Money others) {}

    private List<Instalment> pay(Rest rest, List<Period> periods, Sums sums, Money paidInAdvance) {
        var rows = new ArrayList<Instalment>(periods.size());
        var agreed = AgreedParts.of(plan, rest, periods);
        var skipped = skipped(rest, periods);
        var balance = rest.principal;
        var meter = rest.meter;
        var deferred = rest.deferred;
        var advance = paidInAdvance;
        for (int k = 0; k < periods.size() && (balance.isPositive() || k == 0); k++) {
            var period = periods.get(k);
            var number = rest.number + k;
            meter = meter.grow(interest.over(period, balance));
            var due = agreed.interest(k)
                    .orElse(meter.chargeable(interest.rounding().rounding()));
            meter = meter.nextPeriod(interest.rounding());
            var sum = k == skipped ? sums.first : sums.others;
            var regular = k < skipped
                    ? balance.zero()
                    : agreed.principal(k).orElse(regularPrincipal(sum, due, balance.plus(advance)));
            var covered = regular.min(advance);
            var last = k == periods.size() - 1;
            var part = last ? balance : regular.minus(covered).min(balance);
            advance = advance.minus(covered);
            balance = balance.minus(part);
            var charged = grace.charged(number, due, deferred, last || balance.isZero());
            deferred = grace.forgives(number) ? deferred : deferred.plus(due).minus(charged);
            rows.add(
                    new Instalment(number, period.whole().from(), period.whole().to(), part, charged, balance));
        }
        return rows;
    }

    /** Moves the difference of the last instalment to the first, as exactly as whole smallest units allow. */
    private List<Instalment> payRestFirst(Rest rest, List<Period> periods, Money sum) {
        var uneased = uneased();
        var head = sum;
        var best = uneased.pay(rest.undeferred(), periods, new Sums(head, sum), sum.zero());
        for (int round = 0; round < ROUNDS && best.size() == periods.size(); round++) {
            var gap = best.getLast().total().minus(sum);
            if (gap.isZero()) {
                break;
            }
            var next = uneased.pay(rest.undeferred(), periods, new Sums(head.plus(gap), sum), sum.zero());
            if (next.size() < best.size() || distance(next, sum) >= distance(best, sum)) {
                break;
            }
            head = head.plus(gap);
            best = next;
        }
        return pay(rest, periods, new Sums(head, sum), sum.zero());
    }

    /** The same without grace on interest, which moves interest and no principal. */
    private Amortisation uneased() {
        return !grace.easesInterest() ? this : new Amortisation(interest, plan, Grace.onPrincipal(grace.principal()));
    }

    private static long distance(List<Instalment> rows, Money sum) {
        return Math.abs(rows.getLast().total().minus(sum).minor());
    }
}
