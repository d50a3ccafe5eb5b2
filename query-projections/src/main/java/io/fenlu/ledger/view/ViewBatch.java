package io.fenlu.ledger.view;

import org.jspecify.annotations.Nullable;

/**
 * What one view does with the facts that are committed together.
 *
 * <p>A batch in which one fact could not be digested is never written, even if somebody above caught the failure, put the fact aside
 * and went on: a view that left something out would be wrong without a word.
 */
final class ViewBatch {
    private final ViewTables tables;
    private final Projection projection;
    private final Rows rows;
    private final long after;
    private long upTo;
    private @Nullable RuntimeException failure;

    private ViewBatch(ViewTables tables, Projection projection, long after) {
        this.tables = tables;
        this.projection = projection;
        this.rows = new Rows(tables.sql());
        this.after = after;
        this.upTo = after;
    }

    static ViewBatch begin(ViewTables tables, Projection projection) {
        return new ViewBatch(tables, projection, tables.positions().lastRead(projection.view()));
    }

    void read(Recorded recorded) {
        if (recorded.position() <= after) {
            return;
        }
        try {
            projection.project(recorded, rows);
            upTo = recorded.position();
        } catch (RuntimeException indigestible) {
            failure = indigestible;
            throw indigestible;
        }
    }

    void write() {
        if (failure != null) {
            throw new IllegalStateException(
                    "the view " + projection.view() + " could not digest a fact after position " + upTo, failure);
        }
        if (upTo > after) {
            rows.write();
            projection.sumUp(tables.sql(), after, upTo);
            tables.positions().move(projection.view(), after, upTo);
        }
    }
}
