package io.fenlu.ledger.view;

import static io.fenlu.ledger.view.sql.Tables.VIEW_POSITION;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;

/** Up to which position of the journal each view has read. */
public final class ViewPositions {
    /** A view that runs in another process cannot wake us; this often we look for ourselves. */
    private static final long LOOK_AGAIN_MILLIS = 25;

    private final DSLContext sql;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    ViewPositions(DSLContext sql) {
        this.sql = sql;
    }

    /** The position of the last fact that the view has read; 0 before the first. */
    public long of(String view) {
        return Math.max(0, lastRead(view));
    }

    /** The same, but less than any position before the first. */
    long lastRead(String view) {
        var position = sql.select(VIEW_POSITION.POSITION)
                .from(VIEW_POSITION)
                .where(VIEW_POSITION.VIEW_NAME.eq(view))
                .fetchOne(VIEW_POSITION.POSITION);
        return position == null ? -1 : position;
    }

    /** The position up to which all of these views have read. */
    public long ofAll(Collection<String> views) {
        return views.stream().mapToLong(this::of).min().orElse(0);
    }

    /**
     * Waits until all of these views have read up to a position.
     *
     * @return the position up to which they have read, which is less than asked for when the time was up
     */
    public long await(Collection<String> views, long position, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        var reached = ofAll(views);
        while (reached < position && System.nanoTime() < deadline && pause()) {
            reached = ofAll(views);
        }
        return reached;
    }

    void move(String view, long from, long to) {
        var written = sql.update(VIEW_POSITION)
                .set(VIEW_POSITION.POSITION, to)
                .where(VIEW_POSITION.VIEW_NAME.eq(view))
                .and(VIEW_POSITION.POSITION.eq(from))
                .execute();
        if (written == 0) {
            sql.insertInto(VIEW_POSITION, VIEW_POSITION.VIEW_NAME, VIEW_POSITION.POSITION)
                    .values(view, to)
                    .execute();
        }
    }

    void announce() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean pause() {
        lock.lock();
        try {
            var _ = moved.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
