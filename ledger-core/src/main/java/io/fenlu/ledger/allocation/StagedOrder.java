package io.fenlu.ledger.allocation;

import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order a payment heals debts, stage by stage (分阶段冲销顺序): what is overdue first, then what is due today, then what is still to
 * come; a loan that was charged off heals by its own order.
 *
 * <p>Overdue and due debts whose orders are equal are one pool: under BUCKET_FIRST the interest of today's instalment is then paid before
 * the principal of an older one.
 */
public record StagedOrder(
        AllocationOrder overdue, AllocationOrder due, AllocationOrder inAdvance, AllocationOrder writtenOff) {
    /** One order in all stages. */
    public static StagedOrder of(AllocationOrder order) {
        return new StagedOrder(order, order, order, order);
    }

    /** A debt and how far it has come. */
    public record StagedDebt(Stage stage, Debt debt) {}

    /** Pours a payment over debts of all stages until it or they are used up. */
    public Waterfall pour(Money payment, List<StagedDebt> debts) {
        var lines = new ArrayList<AllocationLine>();
        var rest = payment;
        for (var debt : debts.stream().sorted(healing()).toList()) {
            var healed = rest.min(debt.debt().amount());
            if (healed.isPositive()) {
                lines.add(
                        new AllocationLine(debt.debt().instalment(), debt.debt().bucket(), healed));
                rest = rest.minus(healed);
            }
        }
        return new Waterfall(lines, rest);
    }

    /** The order of a stage. */
    public AllocationOrder in(Stage stage) {
        return switch (stage) {
            case OVERDUE -> overdue;
            case DUE -> due;
            case IN_ADVANCE -> inAdvance;
            case WRITTEN_OFF -> writtenOff;
        };
    }

    private Comparator<StagedDebt> healing() {
        return Comparator.comparingInt((StagedDebt debt) -> pool(debt.stage()))
                .thenComparing((one, other) -> in(one.stage()).healing().compare(one.debt(), other.debt()));
    }

    private int pool(Stage stage) {
        return switch (stage) {
            case WRITTEN_OFF -> 0;
            case OVERDUE -> 1;
            case DUE -> due.equals(overdue) ? 1 : 2;
            case IN_ADVANCE -> 3;
        };
    }
}
