package io.fenlu.ledger.view;

import static io.fenlu.ledger.view.sql.Tables.VIEW_POSITION;
import static org.jooq.impl.DSL.min;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Up to which position of the journal each view has read, and each of its segments. */
public final class ViewPositions {
    /** A view that runs in another process cannot wake us; this often we look for ourselves. */
    private static final long LOOK_AGAIN_MILLIS = 25;

    /** Before any fact. */
    static final long NOTHING = -1;

    private final DSLContext sql;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    ViewPositions(DSLContext sql) {
        this.sql = sql;
    }

    /** The position of the last fact up to which the view has read; 0 before the first. */
    public long of(String view) {
        return ofAll(List.of(view));
    }

    /** The position up to which all of these views have read. */
    public long ofAll(Collection<String> views) {
        var least = sql.select(VIEW_POSITION.VIEW_NAME, min(VIEW_POSITION.POSITION))
                .from(VIEW_POSITION)
                .where(VIEW_POSITION.VIEW_NAME.in(views))
                .groupBy(VIEW_POSITION.VIEW_NAME)
                .fetchMap(VIEW_POSITION.VIEW_NAME, min(VIEW_POSITION.POSITION));
        return views.stream()
                .mapToLong(view -> least.getOrDefault(view, NOTHING))
                .map(position -> Math.max(0, position))
                .min()
                .orElse(0);
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

    /** The positions of each view's segments, in their order; a view that never began has none. */
    Map<String, long[]> bySegment(Set<String> views) {
        var rows = sql.select(VIEW_POSITION.VIEW_NAME, VIEW_POSITION.POSITION)
                .from(VIEW_POSITION)
                .where(VIEW_POSITION.VIEW_NAME.in(views))
                .orderBy(VIEW_POSITION.VIEW_NAME, VIEW_POSITION.SEGMENT)
                .fetchGroups(VIEW_POSITION.VIEW_NAME, VIEW_POSITION.POSITION);
        var positions = new HashMap<String, long[]>();
        rows.forEach((view, each) ->
                positions.put(view, each.stream().mapToLong(Long::longValue).toArray()));
        return positions;
    }

    /**
     * Lets a view be read in this many segments from now on.
     *
     * @throws IllegalStateException when its segments stand at different positions: then none of them can say what is missing
     */
    void cut(String view, int segments) {
        var before = bySegment(Set.of(view)).getOrDefault(view, new long[] {NOTHING});
        if (Arrays.stream(before).distinct().count() != 1) {
            throw new IllegalStateException("the segments of the view " + view + " stand at different positions");
        }
        sql.deleteFrom(VIEW_POSITION).where(VIEW_POSITION.VIEW_NAME.eq(view)).execute();
        sql.insertInto(VIEW_POSITION, VIEW_POSITION.VIEW_NAME, VIEW_POSITION.SEGMENT, VIEW_POSITION.POSITION)
                .valuesOfRows(IntStream.range(0, segments)
                        .mapToObj(segment -> org.jooq.impl.DSL.row(view, segment, before[0]))
                        .collect(Collectors.toList()))
                .execute();
    }

    /**
     * Moves some segments of some views, all of which stand at the same position.
     *
     * @throws IllegalStateException when one of them stands elsewhere: somebody else is reading
     */
    void move(Collection<String> views, Segments.Share share, long from, long to) {
        var written = sql.update(VIEW_POSITION)
                .set(VIEW_POSITION.POSITION, to)
                .where(VIEW_POSITION.VIEW_NAME.in(views))
                .and(VIEW_POSITION.SEGMENT.between(share.first(), share.last()))
                .and(VIEW_POSITION.POSITION.eq(from))
                .execute();
        if (written != views.size() * share.count()) {
            throw new IllegalStateException("somebody else reads for the views " + views);
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
