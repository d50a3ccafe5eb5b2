package io.fenlu.ledger.allocation;

import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a payment: the debts it healed, and what was left of it.
 *
 * @param lines in the order of healing, none of them zero
 * @param rest never negative; lines and rest sum to the payment
 */
public record Waterfall(List<AllocationLine> lines, Money rest) {
    /** Pours a payment over debts in the agreed order until it or they are used up. */
    public static Waterfall pour(Money payment, List<Debt> debts, AllocationOrder order) {
        var lines = new ArrayList<AllocationLine>();
        var rest = payment;
        for (var debt : debts.stream().sorted(order.healing()).toList()) {
            var healed = rest.min(debt.amount());
            if (healed.isPositive()) {
                lines.add(new AllocationLine(debt.instalment(), debt.bucket(), healed));
                rest = rest.minus(healed);
            }
        }
        return new Waterfall(lines, rest);
    }
}
