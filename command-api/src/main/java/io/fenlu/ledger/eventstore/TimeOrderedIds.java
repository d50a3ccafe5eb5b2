package io.fenlu.ledger.eventstore;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * New identities that sort by the time of their making (UUID version 7), which is kind to indexes. Axon finds this class as a service.
 */
public final class TimeOrderedIds extends IdentifierFactory {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** A new identity. */
    public static UUID next() {
        var random = ThreadLocalRandom.current();
        var high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextLong() >>> 52;
        var low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }

    @Override
    public String generateIdentifier() {
        return next().toString();
    }
}
