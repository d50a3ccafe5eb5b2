package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes everything committed so far survive a loss of power. */
@FunctionalInterface
public interface DiskFlush {
    /** H2 commits into memory and writes behind; this writes and syncs its file, for all commits at once. */
    DiskFlush H2 = connection -> {
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    };

    /** H2 writes its file, and leaves it to the operating system when it reaches the disk. */
    DiskFlush H2_UNSYNCED = connection -> {
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    };

    void flush(Connection connection) throws SQLException;

    /** Sets up a connection on which there will be commits to flush, before its first transaction. */
    default void prepare(Connection connection) throws SQLException {}
}
