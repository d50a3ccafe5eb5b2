package io.fenlu.ledger.gate;

import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.kernel.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** A short text that stands for a whole content: equal contents have equal fingerprints, others in practice never. */
public final class Fingerprint {
    private static final JsonMapper WRITTEN = LedgerJson.mapper();

    private Fingerprint() {}

    /** The fingerprint of a text. */
    public static String of(String content) {
        return HexFormat.of().formatHex(sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The fingerprint of an order with everything in it. */
    public static String of(Order order) {
        return of(order.getClass().getSimpleName() + '\n' + WRITTEN.writeValueAsString(order));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
