package io.fenlu.ledger.bench;

import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** How long after its acknowledgement a fact is seen by who asks the views; asks them every millisecond. */
final class Sightings implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000;

    private record Expected(long position, long acknowledgedAt) implements Comparable<Expected> {
        @Override
        public int compareTo(Expected other) {
            return Long.compare(position, other.position);
        }
    }

    private final Views views;
    private final Latencies latencies = new Latencies();
    private final ConcurrentLinkedQueue<Expected> acknowledged = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Expected> unseen = new PriorityQueue<>();
    private final Thread looking;
    private volatile boolean on = true;

    Sightings(Views views) {
        this.views = views;
        looking = Thread.ofPlatform().daemon().name("bench-sightings").unstarted(this::look);
        looking.start();
    }

    /** A fact at this position has just been acknowledged. */
    void expect(long position) {
        acknowledged.add(new Expected(position, System.nanoTime()));
    }

    private void look() {
        while (on || !acknowledged.isEmpty() || !unseen.isEmpty()) {
            for (var next = acknowledged.poll(); next != null; next = acknowledged.poll()) {
                unseen.add(next);
            }
            var viewed = views.viewed();
            var now = System.nanoTime();
            while (!unseen.isEmpty() && unseen.peek().position <= viewed) {
                latencies.record(Math.max(0, now - unseen.remove().acknowledgedAt));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Waits until everything is seen. */
    Latencies all() {
        close();
        try {
            looking.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return latencies;
    }

    @Override
    public void close() {
        on = false;
    }
}
