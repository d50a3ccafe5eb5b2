package io.fenlu.ledger.view.replay;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewTables;
import java.util.Collection;
import java.util.Comparator;

/** What some views say, as one fingerprint. */
public final class ViewContent {
    private ViewContent() {}

    /** The digest of all rows of all their tables, whatever the order in which they were written. */
    public static String digest(Collection<Projection> projections, ViewTables tables) {
        var digest = new ContentDigest();
        projections.stream()
                .sorted(Comparator.comparing(Projection::view))
                .flatMap(projection -> projection.tables().stream())
                .forEach(table -> {
                    digest.add(table.getName());
                    new TableContent(tables.sql(), table).forEachRemaining(digest::add);
                });
        return digest.hex();
    }
}
