package io.fenlu.ledger.process;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Somebody who goes round at fixed intervals, or at once when called, as long as the ledger runs. */
public final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final String name;
    private final Duration every;
    private final Runnable round;
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread walker;

    public Rounds(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
    }

    /** Asks for a round now. */
    public void call() {
        calls.release();
    }

    @Override
    public void start() {
        var walking = Thread.ofPlatform().daemon().name(name).unstarted(this::walk);
        walker = walking;
        walking.start();
    }

    @Override
    public void stop() {
        var walking = walker;
        walker = null;
        if (walking == null) {
            return;
        }
        calls.release();
        try {
            if (!walking.join(GOODBYE)) {
                walking.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return walker != null;
    }

    private void walk() {
        try {
            while (isRunning()) {
                go();
                if (calls.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() {
        try {
            round.run();
        } catch (RuntimeException failed) {
            LOG.error("The round of {} failed and is tried again in {}", name, every, failed);
        }
    }
}
