package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import java.util.ArrayList;
import java.util.List;

/** Plans whose cost is reckoned once on the whole principal, whatever was repaid since. */
final class FlatSpread {
    private FlatSpread() {}

    /** Equal parts of principal and interest (等本等息). */
    static List<Instalment> interest(RepaymentPlan.FlatInterest plan, Growth growth, Rest rest, List<Period> periods) {
        var interest = interests(plan, growth, rest, periods);
        var sum = sum(plan, growth, rest, periods);
        var principals = new ArrayList<Money>();
        var others = rest.principal().zero();
        for (int k = 0; k < periods.size(); k++) {
            var part = sum.minus(interest.get(k)).orZero();
            principals.add(part);
            others = k == 0 ? others : others.plus(part);
        }
        if (plan.remainder() == RemainderHolder.FIRST) {
            principals.set(0, rest.principal().minus(others).orZero());
        }
        return rows(rest, periods, principals, interest);
    }

    /** The sum of one instalment: the equal part of principal and all interest, rounded once. */
    static Money sum(RepaymentPlan.FlatInterest plan, Growth growth, Rest rest, List<Period> periods) {
        return rest.principal()
                .exact()
                .plus(total(growth, rest, periods))
                .times(1, periods.size())
                .round(plan.instalment());
    }

    /** A fee instead of interest (分期手续费): everything rounded down, the remainders with the holder. */
    static List<Instalment> fee(RepaymentPlan.FlatFee plan, Rest rest, List<Period> periods) {
        var count = periods.size();
        var fee = plan.fee().of(rest.principal()).round(plan.total());
        var holder = plan.remainder() == RemainderHolder.FIRST ? 0 : count - 1;
        var principals = evenly(rest.principal(), count, holder);
        var fees = evenly(fee, count, holder);
        var free = periods.stream().map(_ -> fee.zero()).toList();
        var rows = new ArrayList<Instalment>();
        for (var row : rows(rest, periods, principals, free)) {
            rows.add(row.plusFee(fees.get(rows.size())));
        }
        return rows;
    }

    private static List<Money> evenly(Money whole, int count, int holder) {
        var part = whole.exact().times(1, count).round(Rounding.DOWN);
        var others = new Money(Math.multiplyExact(part.minor(), count - 1L), whole.currency());
        var parts = new ArrayList<Money>();
        for (int k = 0; k < count; k++) {
            parts.add(k == holder ? whole.minus(others) : part);
        }
        return parts;
    }

    private static ExactMoney total(Growth growth, Rest rest, List<Period> periods) {
        var total = ExactMoney.zero(rest.principal().currency());
        for (var period : periods) {
            total = total.plus(growth.over(period, rest.principal()));
        }
        return total;
    }

    private static List<Money> interests(
            RepaymentPlan.FlatInterest plan, Growth growth, Rest rest, List<Period> periods) {
        var holder = plan.remainder() == RemainderHolder.FIRST ? 0 : periods.size() - 1;
        var left = total(growth, rest, periods).round(plan.interest());
        var parts = new ArrayList<Money>();
        for (int k = 0; k < periods.size(); k++) {
            var part = growth.over(periods.get(k), rest.principal()).round(plan.interest());
            parts.add(part);
            left = k == holder ? left : left.minus(part);
        }
        parts.set(holder, left.orZero());
        return parts;
    }

    private static List<Instalment> rows(
            Rest rest, List<Period> periods, List<Money> principals, List<Money> interests) {
        var rows = new ArrayList<Instalment>();
        var balance = rest.principal();
        for (int k = 0; k < periods.size(); k++) {
            var period = periods.get(k).whole();
            var part = k == periods.size() - 1 ? balance : principals.get(k).min(balance);
            balance = balance.minus(part);
            rows.add(new Instalment(rest.number() + k, period.from(), period.to(), part, interests.get(k), balance));
        }
        return rows;
    }
}
