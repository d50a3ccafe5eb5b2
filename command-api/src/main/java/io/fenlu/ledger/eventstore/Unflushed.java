package io.fenlu.ledger.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups that are committed and not yet on disk. One flush serves all that are there when it begins.
 *
 * <p>A thread of its own flushes while the writer already writes the next group, so that neither the disk nor the writer waits for the
 * other. Answers are given in the order of positions. After a flush that failed nothing is flushed any more.
 */
final class Unflushed implements AutoCloseable {
    /** Makes everything durable that was committed before it is called. */
    @FunctionalInterface
    interface Flush {
        void flush() throws SQLException;
    }

    private final Consumer<List<GroupCommit.Committed>> onDisk;
    private final Runnable onFailure;
    private final Thread flusher =
            Thread.ofPlatform().name("ledger-flusher").daemon().unstarted(this::flushUntilTheEnd);
    private final ReentrantLock flushing = new ReentrantLock();
    private final List<GroupCommit.Committed> groups = new ArrayList<>();
    private int requests;
    private Flush flush = () -> {};
    private @Nullable Throwable failure;
    private boolean asked;
    private boolean ending;

    /**
     * @param onDisk is told what is on disk now, by one thread at a time
     * @param onFailure is told on the flusher's thread that a flush has failed
     */
    Unflushed(Consumer<List<GroupCommit.Committed>> onDisk, Runnable onFailure) {
        this.onDisk = onDisk;
        this.onFailure = onFailure;
    }

    void start() {
        flusher.start();
    }

    /** Begins anew, with nothing to flush and nothing gone wrong. */
    synchronized void flushWith(Flush way) {
        flush = way;
        failure = null;
    }

    /** Takes a group to be flushed; nothing happens to it until somebody flushes. */
    synchronized void add(GroupCommit.Committed group) {
        groups.add(group);
        requests += group.requests();
    }

    /** How many requests wait for a flush to begin. */
    synchronized int size() {
        return requests;
    }

    boolean isFlushing() {
        return flushing.isLocked();
    }

    /** Lets the flusher flush; returns at once. */
    synchronized void flushBehind() {
        asked = true;
        notifyAll();
    }

    /**
     * Flushes on the caller's thread, and returns when everything added before is on disk.
     *
     * @throws SQLException when it is not, nor will be
     */
    void flushNow() throws SQLException {
        flushing.lock();
        var taken = List.<GroupCommit.Committed>of();
        try {
            taken = take();
            if (!taken.isEmpty()) {
                flush.flush();
                onDisk.accept(taken);
            }
        } catch (SQLException | RuntimeException | Error broken) {
            failed(broken, taken);
            throw broken;
        } finally {
            flushing.unlock();
        }
    }

    /**
     * Asks whether all flushes went well.
     *
     * @throws SQLException when one did not
     */
    synchronized void check() throws SQLException {
        if (failure != null) {
            throw new SQLException("what was committed could not be flushed", failure);
        }
    }

    /**
     * Flushes nothing more, waits until a flush that is under way has ended one way or the other, and gives away, once, what is in doubt
     * then.
     */
    List<GroupCommit.Committed> giveUp(Throwable reason) {
        flushing.lock();
        try {
            return leave(reason);
        } finally {
            flushing.unlock();
        }
    }

    private synchronized List<GroupCommit.Committed> leave(Throwable reason) {
        failure = failure == null ? reason : failure;
        return takeAll();
    }

    private synchronized List<GroupCommit.Committed> take() throws SQLException {
        check();
        return takeAll();
    }

    private List<GroupCommit.Committed> takeAll() {
        var left = List.copyOf(groups);
        groups.clear();
        requests = 0;
        return left;
    }

    private synchronized void failed(Throwable broken, List<GroupCommit.Committed> taken) {
        failure = failure == null ? broken : failure;
        groups.addAll(0, taken);
    }

    private void flushUntilTheEnd() {
        while (awaitWork()) {
            try {
                flushNow();
            } catch (SQLException | RuntimeException | Error _) {
                onFailure.run();
            }
        }
    }

    private synchronized boolean awaitWork() {
        try {
            while (!asked && !ending) {
                wait();
            }
        } catch (InterruptedException _) {
            return false;
        }
        asked = false;
        return !ending;
    }

    /** Ends the flusher; what is not flushed by then stays so. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            ending = true;
            notifyAll();
        }
        if (flusher.isAlive()) {
            flusher.join();
        }
    }
}
