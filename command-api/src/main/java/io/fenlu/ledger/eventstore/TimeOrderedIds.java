package io.fenlu.ledger.eventstore;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * New identities that sort by the time of their making (UUID version 7), also two of one millisecond: the twelve bits behind the
 * millisecond count on. That is kind to indexes, and to days on which much happens.
 */
public final class TimeOrderedIds extends IdentifierFactory {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNT_BITS = 12;
    private static final long COUNT = (1L << COUNT_BITS) - 1;

    private static final AtomicLong LATEST = new AtomicLong();

    /** A new identity. */
    public static UUID next() {
        var now = System.currentTimeMillis() << COUNT_BITS;
        var tick = LATEST.updateAndGet(latest -> Math.max(latest + 1, now));
        var high = tick >>> COUNT_BITS << 16 | VERSION_7 | tick & COUNT;
        var low = VARIANT | ThreadLocalRandom.current().nextLong() >>> 2;
        return new UUID(high, low);
    }

    @Override
    public String generateIdentifier() {
        return next().toString();
    }
}
