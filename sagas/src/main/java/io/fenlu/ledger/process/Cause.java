package io.fenlu.ledger.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Why a process sends an order: the fact it reacts to and the step it takes. The same fact and step give the same request id for ever,
 * so that a fact delivered twice is an order obeyed once.
 *
 * @param process for example {@code drawdown}
 * @param subject the loan whose queue the order stands in
 * @param fact the identifier of the fact's message
 * @param factName for people: the fact's name
 */
public record Cause(String process, UUID subject, String fact, String factName) {
    /** The request id of a step: a UUIDv8 of process, fact and step. */
    public UUID requestId(String step) {
        return uuid8("request", process + "|" + fact + "|" + step);
    }

    /** The fingerprint that goes with {@link #requestId}: one for each id, because a step has one content. */
    public String fingerprint(String step) {
        return HexFormat.of().formatHex(sha256("fingerprint|" + process + "|" + fact + "|" + step));
    }

    /** A UUIDv8 made of the SHA-256 of a name within a space of names. */
    public static UUID uuid8(String space, String name) {
        var hash = sha256(space + "|" + name);
        var high = bits(hash, 0) & ~0xf000L | 0x8000L;
        var low = bits(hash, 8) & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static long bits(byte[] hash, int from) {
        var value = 0L;
        for (var i = from; i < from + 8; i++) {
            value = value << 8 | hash[i] & 0xff;
        }
        return value;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
