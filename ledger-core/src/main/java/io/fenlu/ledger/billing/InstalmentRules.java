package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * In how many periods an order or a bill may be paid, and for which fee (分期约定). The fee on the whole is rounded half-even; a period
 * takes its part of principal and fee rounded down, and what is left over is on the first.
 *
 * <p>For example 1,111.11 in 3 periods for 2.30 % costs 25.56: 370.37 and 8.52 a period.
 *
 * @param table what may be chosen
 * @param least so much at least is paid in instalments
 * @param onRefund what becomes of fees when the purchase comes back
 * @param onSettlement what becomes of fees when the plan is settled early
 * @param accelerateAfter with so many unpaid bills all periods fall due; 0 for never
 */
public record InstalmentRules(List<Row> table, Money least, Fees onRefund, Fees onSettlement, int accelerateAfter) {
    /** One line of the fee table. */
    public record Row(int periods, FeePayer payer, Fraction fee) {
        public Row {
            if (periods < 2 || periods > 60) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a plan has 2 to 60 periods");
            }
        }
    }

    /** What becomes of fees of periods that come to nothing. */
    public enum Fees {
        /** They fall due at once. */
        KEPT,
        /** They are not charged; what was charged stays. */
        FORGIVEN,
        /** They are not charged, and what was charged is given back. */
        RETURNED
    }

    public InstalmentRules {
        table = List.copyOf(table);
        var seen = new HashSet<String>();
        for (var row : table) {
            if (!seen.add(row.periods + "/" + row.payer)) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a choice of periods stands there once");
            }
        }
        if (onSettlement == Fees.RETURNED || accelerateAfter < 0 || accelerateAfter > 12 || least.isNegative()) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "a settled plan keeps what was charged; 0 to 12 unpaid bills make all periods fall due");
        }
    }

    /** The fee for so many periods, if they are on offer. */
    public Optional<Fraction> fee(int periods, FeePayer payer) {
        return table.stream()
                .filter(row -> row.periods == periods && row.payer == payer)
                .map(Row::fee)
                .findFirst();
    }

    /** The fee on a whole amount. */
    public static Money total(Money amount, Fraction fee) {
        return fee.of(amount).round(Rounding.HALF_EVEN);
    }

    /** The periods of a plan. */
    public static List<PlanPeriod> periods(Money amount, Money fee, int count) {
        var principal = amount.exact().times(1, count).round(Rounding.DOWN);
        var part = fee.exact().times(1, count).round(Rounding.DOWN);
        var periods = new ArrayList<PlanPeriod>(count);
        var principals = amount;
        var fees = fee;
        for (int number = count; number > 1; number--) {
            periods.addFirst(new PlanPeriod(number, principal, part));
            principals = principals.minus(principal);
            fees = fees.minus(part);
        }
        periods.addFirst(new PlanPeriod(1, principals, fees));
        return List.copyOf(periods);
    }
}
