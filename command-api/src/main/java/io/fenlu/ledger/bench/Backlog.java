package io.fenlu.ledger.bench;

import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps those who ask from running away from the views: nobody asks while more is unseen than the views read within a second.
 *
 * <p>So the rate that is measured is one that the views hold, found by itself: when they are slower than the writer they set the pace.
 */
final class Backlog implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final long LOOK_NANOS = 20_000_000;
    private static final long AT_FIRST = 500;
    private static final long AT_LEAST = 64;

    private record Seen(long at, long position) {}

    private final Views views;
    private final long before;
    private final Semaphore turns = new Semaphore(0);
    private final ArrayDeque<Seen> lastSecond = new ArrayDeque<>();
    private final Thread looking;
    private volatile boolean on = true;
    private long given;

    /** Every view has read everything when this begins; each order leaves one fact. */
    Backlog(Views views) {
        this.views = views;
        before = views.head();
        looking = Thread.ofPlatform().daemon().name("bench-backlog").unstarted(this::look);
        looking.start();
    }

    /** Waits until the views are near enough. */
    void awaitTurn() {
        turns.acquireUninterruptibly();
    }

    private void look() {
        while (on) {
            var now = new Seen(System.nanoTime(), views.viewed());
            lastSecond.addLast(now);
            while (lastSecond.size() > 1 && now.at - lastSecond.getFirst().at > SECOND) {
                lastSecond.removeFirst();
            }
            var perSecond = now.position - lastSecond.getFirst().position;
            var isYoung = now.at - lastSecond.getFirst().at < SECOND - 2 * LOOK_NANOS;
            var window = Math.max(isYoung ? AT_FIRST : AT_LEAST, perSecond);
            var more = window - (before + given - now.position);
            if (more > 0) {
                given += more;
                turns.release(Math.toIntExact(more));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Nobody waits any more. */
    @Override
    public void close() {
        on = false;
        turns.release(1_000_000);
    }
}
