package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.money.Money;
import java.util.List;

/**
 * One entry of an account, worked in: what it healed, what it moved, and how the account stands after it.
 *
 * @param effect by how much it changes what the next bill comes to
 */
record Step(
        AccountEntry entry,
        AccountPosition after,
        List<AllocationLine> lines,
        List<AccountMovement> movements,
        List<DueHealing> healings,
        Money effect) {
    Step {
        lines = List.copyOf(lines);
        movements = List.copyOf(movements);
        healings = List.copyOf(healings);
    }
}
