package io.fenlu.ledger.view.replay;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewTables;
import java.util.Optional;
import org.jooq.Table;

/**
 * One view, live and made again.
 *
 * @param position up to which both have read
 * @param rows of the live one
 * @param live digest of the live content
 * @param rebuilt digest of the content made again
 * @param difference the first key at which they differ, in words
 */
public record ViewComparison(
        String view, long position, long rows, String live, String rebuilt, Optional<String> difference) {
    public boolean equal() {
        return difference.isEmpty() && live.equals(rebuilt);
    }

    static ViewComparison of(Projection projection, ViewTables live, ViewTables rebuilt) {
        var liveDigest = new ContentDigest();
        var rebuiltDigest = new ContentDigest();
        var rows = 0L;
        Optional<String> difference = Optional.empty();
        for (Table<?> table : projection.tables()) {
            liveDigest.add(table.getName());
            rebuiltDigest.add(table.getName());
            var lived = new TableContent(live.sql(), table);
            var again = new TableContent(rebuilt.sql(), table);
            while (lived.hasNext() || again.hasNext()) {
                var ours = lived.hasNext() ? lived.next() : null;
                var theirs = again.hasNext() ? again.next() : null;
                if (ours != null) {
                    liveDigest.add(ours);
                    rows++;
                }
                if (theirs != null) {
                    rebuiltDigest.add(theirs);
                }
                if (difference.isEmpty() && (ours == null || !ours.equals(theirs))) {
                    difference = Optional.of(table.getName() + ": live "
                            + (ours == null ? "ends" : lived.keyOf(ours)) + ", rebuilt "
                            + (theirs == null ? "ends" : again.keyOf(theirs)));
                }
            }
        }
        return new ViewComparison(
                projection.view(),
                live.positions().of(projection.view()),
                rows,
                liveDigest.hex(),
                rebuiltDigest.hex(),
                difference);
    }
}
