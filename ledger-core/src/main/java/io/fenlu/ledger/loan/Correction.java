package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An earlier entry that comes out otherwise because of what was learned late (冲补): what it healed before and what it heals now.
 *
 * @param on the business date of the entry
 */
public record Correction(
        EntryId entry,
        LocalDate on,
        List<AllocationLine> before,
        List<AllocationLine> after,
        Money creditBefore,
        Money creditAfter) {
    public Correction {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
