package io.fenlu.ledger.process;

import java.time.Duration;

/** How long to wait before trying again: twice as long each time, up to a longest wait. */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private Backoff() {}

    /** The wait after a number of attempts that failed, for example 1 s, 2 s, 4 s. */
    public static Duration after(int attempts, Duration first, Duration longest) {
        var wait = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
