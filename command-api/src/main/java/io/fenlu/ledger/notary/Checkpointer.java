package io.fenlu.ledger.notary;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the notary sign beside the commands: after a thousand new lines, after a minute with any, and at the end. */
public final class Checkpointer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Notary notary;
    private final LongSupplier durablePosition;
    private final Duration atLatest;
    private final Thread thread;
    private volatile boolean closing;

    public Checkpointer(Notary notary, LongSupplier durablePosition, Duration atLatest) {
        this.notary = notary;
        this.durablePosition = durablePosition;
        this.atLatest = atLatest;
        thread = Thread.ofPlatform().name("ledger-notary").daemon().start(this::run);
    }

    /** There is more on disk; returns at once. */
    public void moreIsDurable() {
        if (durablePosition.getAsLong() - notary.signed() >= Notary.LINES_BETWEEN) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        sign(true);
        var last = System.nanoTime();
        while (!closing) {
            var wait = atLatest.toNanos() - (System.nanoTime() - last);
            if (wait > 0 && durablePosition.getAsLong() - notary.signed() < Notary.LINES_BETWEEN) {
                LockSupport.parkNanos(wait);
            } else {
                sign(wait <= 0);
                last = wait <= 0 ? System.nanoTime() : last;
                pause(BETWEEN);
            }
        }
        sign(true);
    }

    private void sign(boolean upToTheLast) {
        try {
            notary.sign(upToTheLast);
        } catch (SQLException | IOException | RuntimeException failure) {
            LOG.error("no checkpoint could be signed; the ledger goes on, and signs when it can", failure);
            pause(atLatest);
        }
    }

    /** Sleeps for a while whoever calls, unless it is time to end. */
    private void pause(Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        for (var left = duration.toNanos(); left > 0 && !closing; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Signs what is there and ends. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
