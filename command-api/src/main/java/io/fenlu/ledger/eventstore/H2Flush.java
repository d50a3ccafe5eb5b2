package io.fenlu.ledger.eventstore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
    private static final VarHandle STORE_LOCK = storeLock();

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

    /**
     * Does a whole transaction while no state of the database is taken to be written to its file.
     *
     * <p>H2 takes the state of one map after the other, not of all at one moment. Of a transaction that is at work meanwhile there may be rows, and
     * not the notes of how to take them back; when the process ends before the next state is written, the rows before them are taken back and
     * these stay (H2's issue 2080). Only the thread that is at work itself takes states that are whole. H2 lets nobody wait for its lock, so it is taken by its name.
     */
    static <T> T undivided(Connection connection, Turn<T> turn) throws SQLException {
        var noState = (Lock) STORE_LOCK.get(store(connection));
        noState.lock();
        try {
            return turn.take();
        } finally {
            noState.unlock();
        }
    }

    private static VarHandle storeLock() {
        try {
            return MethodHandles.privateLookupIn(MVStore.class, MethodHandles.lookup())
                    .findVarHandle(MVStore.class, "storeLock", ReentrantLock.class);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("this version of H2 has another lock", otherVersion);
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
