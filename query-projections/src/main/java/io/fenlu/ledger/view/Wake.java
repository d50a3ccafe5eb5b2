package io.fenlu.ledger.view;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a sleeping reader; rings that come while it is awake are heard as one when it lies down. */
final class Wake {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Sleeps until somebody rings, but not for ever. */
    void await(long millis) throws InterruptedException {
        var _ = rings.tryAcquire(millis, TimeUnit.MILLISECONDS);
        rings.drainPermits();
    }
}
