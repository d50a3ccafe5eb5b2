package io.fenlu.ledger.notary;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Wakes whoever waits for more lines on disk. */
public final class Tide implements AutoCloseable {
    private final LongSupplier durablePosition;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rose = lock.newCondition();
    private boolean closed;

    public Tide(LongSupplier durablePosition) {
        this.durablePosition = durablePosition;
    }

    /** There is more on disk; returns at once. */
    public void rise() {
        lock.lock();
        try {
            rose.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something after a position; {@code false} when the time is over or nothing comes any more. */
    public boolean awaitAfter(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (durablePosition.getAsLong() <= position && left > 0 && !closed) {
                left = rose.awaitNanos(left);
            }
            return durablePosition.getAsLong() > position;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more is told, because the ledger shuts down. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes all who wait, for the last time. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            rose.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
