package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a loan, worked in: what it healed, what it moved, and how the loan stands after it.
 *
 * @param credit what of it is held for the borrower
 * @param revised whether instalments not due yet are others than before
 * @param cut what of a charge was not charged because of the caps on the cost; none where nothing was cut
 */
record Step(
        LoanEntry entry,
        LoanPosition after,
        List<AllocationLine> lines,
        Money credit,
        List<Movement> movements,
        boolean revised,
        @Nullable Money cut) {
    Step {
        cut = cut == null || cut.isZero() ? null : cut;
        lines = List.copyOf(lines);
        movements = List.copyOf(movements);
    }
}
