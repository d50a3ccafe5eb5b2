package io.fenlu.ledger.view;

import java.util.List;
import org.jooq.Table;

/**
 * One view: which tables are its own, and what each fact changes in them.
 *
 * <p>A projection copies numbers out of facts; it keeps nothing in memory from one batch to the next, so that reading all facts again
 * makes the same tables again. It sees the facts of one loan, line or payout in their order, but not those of different ones: rows belong to
 * one of them or to one position, and what is common to many is tallied ({@link Rows#tally}).
 */
public interface Projection {
    /** The name of the view in tables, in {@code /actuator/health} and on the command line. */
    String view();

    /** All tables that belong to this view and to no other. */
    List<Table<?>> tables();

    /** Writes down what one fact changes. */
    void project(Recorded recorded, Rows rows);
}
