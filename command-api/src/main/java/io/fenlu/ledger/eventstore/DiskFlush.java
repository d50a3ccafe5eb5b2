package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes everything committed so far as durable as was promised. */
@FunctionalInterface
public interface DiskFlush {
    void flush(Connection connection) throws SQLException;

    /** Whether a commit alone is as durable as promised, so that there is nothing to wait for after it. */
    default boolean comesWithCommit() {
        return false;
    }

    /** Sets up a connection on which there will be commits to flush, before its first transaction. */
    default void prepare(Connection connection) throws SQLException {}
}
