package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An earlier entry that comes out otherwise because of what was learned late (账户冲补): what it healed before and what it heals now, and
 * by how much it changed what its bill comes to.
 */
public record AccountCorrection(
        EntryId entry,
        LocalDate on,
        List<AllocationLine> before,
        List<AllocationLine> after,
        Money effectBefore,
        Money effectAfter) {
    public AccountCorrection {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
