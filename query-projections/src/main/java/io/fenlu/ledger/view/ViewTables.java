package io.fenlu.ledger.view;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jooq.DSLContext;

/** One whole set of view tables: the live one, or one that is being rebuilt beside it. */
public final class ViewTables {
    private final String schema;
    private final DSLContext sql;
    private final ViewPositions positions;

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

    String schema() {
        return schema;
    }

    /**
     * Lets a view read one message as part of the running batch; its rows are written, and its position moves, when the batch is
     * committed. A fact that the view has read before is passed over.
     */
    public void read(Projection projection, EventMessage<?> message) {
        var unit = CurrentUnitOfWork.get().root();
        var batch = unit.getOrComputeResource("view " + schema + ' ' + projection.view(), _ -> {
            var begun = ViewBatch.begin(this, projection);
            unit.onPrepareCommit(_ -> begun.write());
            unit.afterCommit(_ -> positions.announce());
            return begun;
        });
        batch.read(Recorded.of(message));
    }
}
