package io.fenlu.ledger.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one cycle (账期流水): how the account stood on its first morning, and its entries in their order.
 *
 * @param closed whether its bill has been cut
 */
record CyclePage(AccountPosition opening, List<AccountEntry> entries, boolean closed) {
    CyclePage {
        entries = List.copyOf(entries);
    }

    /** A page lived through. */
    record Run(List<Step> steps, @Nullable Cut cut) {
        AccountPosition end(AccountPosition opening) {
            if (cut != null) {
                return cut.after();
            }
            return steps.isEmpty() ? opening : steps.getLast().after();
        }
    }

    /** @param earlier with this page and all before it */
    Run run(Earlier earlier) {
        var steps = new ArrayList<Step>(entries.size());
        var position = opening;
        for (var entry : entries) {
            var step = earlier.step(position, entry);
            steps.add(step);
            position = step.after();
        }
        return new Run(steps, closed ? Cutting.cut(earlier.agreement(), position) : null);
    }

    CyclePage from(AccountPosition other) {
        return new CyclePage(other, entries, closed);
    }

    CyclePage with(AccountEntry entry) {
        var more = new ArrayList<AccountEntry>(entries.size() + 1);
        more.addAll(entries);
        var place = Collections.binarySearch(more, entry, AccountEntry.CANONICAL);
        more.add(place < 0 ? -place - 1 : place + 1, entry);
        return new CyclePage(opening, more, closed);
    }

    CyclePage close() {
        return new CyclePage(opening, entries, true);
    }

    boolean endsBefore(AccountEntry entry) {
        return entries.isEmpty() || AccountEntry.CANONICAL.compare(entries.getLast(), entry) <= 0;
    }
}
