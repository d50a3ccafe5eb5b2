package io.fenlu.ledger.view;

import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;

/** One whole set of view tables: the live one, or one that is being rebuilt beside it. */
public final class ViewTables {
    private final String schema;
    private final DSLContext sql;
    private final ViewPositions positions;
    private final ReentrantLock sums = new ReentrantLock();

    ViewTables(String schema, DSLContext sql) {
        this.schema = schema;
        this.sql = sql;
        this.positions = new ViewPositions(sql);
    }

    /** Asks and writes these tables and no others. */
    public DSLContext sql() {
        return sql;
    }

    /** How far each view of this set has read. */
    public ViewPositions positions() {
        return positions;
    }

    /** The schema in which these tables lie. */
    public String schema() {
        return schema;
    }

    /** Writes at once what one fact changes in one view, as part of the running transaction. */
    public void write(Projection projection, Recorded recorded) {
        var rows = new Rows(sql);
        projection.project(recorded, rows);
        rows.write();
        rows.addUp();
    }

    /** Held by whoever adds to sums that several loans share, until that is committed. */
    ReentrantLock sums() {
        return sums;
    }
}
