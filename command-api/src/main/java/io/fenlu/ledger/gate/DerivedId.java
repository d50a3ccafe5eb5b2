package io.fenlu.ledger.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what they name, so that whoever asks again meets the same thing again. */
public final class DerivedId {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DerivedId() {}

    /** A UUID of version 8 that is the same for the same parts, and in practice for no others. */
    public static UUID of(String... parts) {
        var hash =
                ByteBuffer.wrap(Fingerprint.sha256(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8)));
        var high = hash.getLong() & ~0xF000L | VERSION_8;
        var low = hash.getLong() & ~(0b11L << 62) | VARIANT;
        return new UUID(high, low);
    }
}
