package io.fenlu.ledger.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * All that is stored of an event, and how it is hashed.
 *
 * <p>hash = SHA-256( previous hash ‖ position ‖ sequence ‖ recorded at ‖ each of event id, name, revision, aggregate type, aggregate id,
 * metadata, payload as its length and its UTF-8 bytes ). Numbers are eight bytes, lengths four, both big-endian. The hash before the first
 * event is 32 zero bytes.
 *
 * @param recordedAtMicros microseconds since 1970-01-01T00:00:00Z
 * @param metadata the JSON text as stored
 * @param payload the JSON text as stored
 */
public record ChainedEvent(
        long position,
        long sequence,
        long recordedAtMicros,
        String eventId,
        String name,
        int revision,
        String aggregateType,
        String aggregateId,
        String metadata,
        String payload) {
    /** What stands before the first event. */
    public static byte[] genesis() {
        return new byte[Sha256.LENGTH];
    }

    /** The hash of this event and, through the previous hash, of all before it. */
    public byte[] hash(byte[] previous) {
        var sha = Sha256.start();
        sha.update(previous);
        sha.update(ByteBuffer.allocate(24)
                .putLong(position)
                .putLong(sequence)
                .putLong(recordedAtMicros)
                .flip());
        text(sha, eventId);
        text(sha, name);
        text(sha, Integer.toString(revision));
        text(sha, aggregateType);
        text(sha, aggregateId);
        text(sha, metadata);
        text(sha, payload);
        return sha.digest();
    }

    private static void text(MessageDigest sha, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        sha.update(bytes);
    }
}
