package io.fenlu.ledger.view;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;

/**
 * One view: which tables are its own, and what each fact changes in them.
 *
 * <p>A projection copies numbers out of facts; it keeps nothing in memory from one batch to the next, so that reading all facts again
 * makes the same tables again.
 */
public interface Projection {
    /** The prefix of the name of the group in which a view reads; each view has its own. */
    String GROUP = "view-";

    /** The name of the view in tables, in {@code /actuator/health} and on the command line. */
    String view();

    /** All tables that belong to this view and to no other. */
    List<Table<?>> tables();

    /** Writes down what one fact changes. */
    void project(Recorded recorded, Rows rows);

    /** What remains to be done once the rows of a batch are written: sums, by SQL. */
    default void sumUp(DSLContext sql, long after, long upTo) {}

    /** The same view over another set of tables. */
    Projection over(ViewTables tables);
}
