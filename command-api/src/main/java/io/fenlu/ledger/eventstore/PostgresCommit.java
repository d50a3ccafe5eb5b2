package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * PostgreSQL flushes its log in the commit itself; nothing is left to do after it.
 *
 * <p>A server that was told to flush more than this (a standby's log, say) is left as it is. One whose client hangs in the middle of
 * its turn ends that client's session after a while, so that the others go on.
 */
enum PostgresCommit implements DiskFlush {
    /** Each commit is in the server's log on disk. */
    FLUSHED("""
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
        set idle_in_transaction_session_timeout = '30s'
        """),
    /** Each commit is in the server's memory, and in its log on disk a moment later. */
    UNFLUSHED("""
        set synchronous_commit = off;
        set idle_in_transaction_session_timeout = '30s'
        """);

    private final String settings;

    PostgresCommit(String settings) {
        this.settings = settings;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }

    @Override
    public void flush(Connection connection) {}
}
