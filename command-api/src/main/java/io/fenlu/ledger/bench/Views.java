package io.fenlu.ledger.bench;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The views beside a contender. They belong to another module, so they are known here by name only. */
final class Views {
    private static final String PLACE = "--spring.main.sources=io.fenlu.ledger.view.bench.";
    private static final long POLL_NANOS = 1_000_000;

    private final Contender contender;
    private final LongSupplier viewed;

    private Views(Contender contender) {
        this.contender = contender;
        viewed = contender.part("viewed", LongSupplier.class);
    }

    /** A side with all views. */
    static Contender open(Ground ground, Side side) {
        return ground.open(side, PLACE + (side == Side.LEDGER ? "LedgerViews" : "StockViews"));
    }

    static Views of(Contender contender) {
        return new Views(contender);
    }

    /** Up to which position every view has read. */
    long viewed() {
        return viewed.getAsLong();
    }

    /** The position of the last fact in the journal. */
    long head() {
        var head = contender.part(EventStore.class).createHeadToken();
        return head == null ? 0 : Math.max(0, head.position().orElse(0));
    }

    /** Waits until every view has read up to a position, and says when that was, as {@link System#nanoTime} counts. */
    long await(long position, long nanosAtMost) {
        var end = System.nanoTime() + nanosAtMost;
        while (viewed() < position) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the views stand at " + viewed() + " and do not reach " + position);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return System.nanoTime();
    }

    /** Makes all views from the first fact, as a plan says, and tells what was found. */
    @SuppressWarnings("unchecked")
    Map<String, Object> replay(Map<String, Object> plan, Consumer<String> tell) {
        return ((BiFunction<Map<String, Object>, Consumer<String>, Map<String, Object>>)
                        contender.part("replayed", BiFunction.class))
                .apply(plan, tell);
    }
}
