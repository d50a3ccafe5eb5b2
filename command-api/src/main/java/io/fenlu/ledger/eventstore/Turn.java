package io.fenlu.ledger.eventstore;

import java.sql.SQLException;

/** A transaction from its first statement to its commit. */
@FunctionalInterface
interface Turn<T> {
    T take() throws SQLException;
}
