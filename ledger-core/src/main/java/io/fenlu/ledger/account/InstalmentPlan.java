package io.fenlu.ledger.account;

import io.fenlu.ledger.billing.PlanPeriod;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.util.List;

/**
 * An order or a bill that is paid in periods (分期计划): the periods that have not fallen due yet.
 *
 * @param id of the purchase or the conversion that made it
 * @param bill that it was made of; 0 when it was made of an order
 * @param feeBilled fees that fell due so far
 */
public record InstalmentPlan(EntryId id, int bill, List<PlanPeriod> left, Money feeBilled) {
    public InstalmentPlan {
        left = List.copyOf(left);
    }

    public Money principal() {
        return Money.sum(
                feeBilled.currency(), left.stream().map(PlanPeriod::principal).toList());
    }

    public Money fee() {
        return Money.sum(
                feeBilled.currency(), left.stream().map(PlanPeriod::fee).toList());
    }

    InstalmentPlan afterFirst() {
        return new InstalmentPlan(
                id,
                bill,
                left.subList(1, left.size()),
                feeBilled.plus(left.getFirst().fee()));
    }
}
