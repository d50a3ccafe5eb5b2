package io.fenlu.ledger.view;

/** What one view does with the facts that are committed together. */
final class ViewBatch {
    private final ViewTables tables;
    private final Projection projection;
    private final Rows rows;
    private final long after;
    private long upTo;

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
        if (recorded.position() > after) {
            projection.project(recorded, rows);
            upTo = recorded.position();
        }
    }

    void write() {
        if (upTo > after) {
            rows.write();
            projection.sumUp(tables.sql(), after, upTo);
            tables.positions().move(projection.view(), after, upTo);
        }
    }
}
