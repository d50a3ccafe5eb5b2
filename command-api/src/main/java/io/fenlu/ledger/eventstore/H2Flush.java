package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * H2 commits into memory and writes behind; this writes its file for all commits at once.
 *
 * <p>Its own {@code checkpoint sync} does nothing about changes that another thread of H2 has already begun to write, and returns before
 * they are in the file. Then there is nothing new to write here, and this waits until what was begun is done.
 */
enum H2Flush implements DiskFlush {
    /** On disk. */
    SYNCED,
    /** With the operating system, which brings it to disk some time later. */
    WRITTEN;

    private static final String INPUT_OUTPUT_FAILED = "58030";

    /** Several times more changes of a file than H2 makes of its own accord between two flushes. */
    private static final int CHANGES_KEPT = 100;

    /**
     * Room in the file is used again only when what stood there has been of no use for some changes.
     *
     * <p>H2 uses it again at the second change, whether the first is on disk or not. If the power went then, neither the old nor the new might be
     * there. Until this is called the file must not be opened in a way that uses room again.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        var store = store(connection);
        store.setVersionsToKeep(CHANGES_KEPT);
        SYNCED.flush(connection);
        store.setReuseSpace(true);
    }

    @Override
    public void flush(Connection connection) throws SQLException {
        try {
            var store = store(connection);
            var isWrittenHere = store.commit() >= 0;
            if (!isWrittenHere) {
                store.executeFilestoreOperation(() -> {});
            }
            if (this == SYNCED) {
                store.sync();
            }
        } catch (MVStoreException failure) {
            throw new SQLException("the database's file could not be written", INPUT_OUTPUT_FAILED, failure);
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
