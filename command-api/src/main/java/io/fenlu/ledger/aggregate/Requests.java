package io.fenlu.ledger.aggregate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The requests that left facts behind, by their ids: what lets the same request, sent twice, be obeyed once.
 *
 * <p>They are remembered as long as the aggregate lives, so each takes little room: where its facts begin, and enough of its
 * fingerprint to tell other content from the same.
 */
final class Requests {
    static final String ID = "request_id";
    static final String FINGERPRINT = "request_fingerprint";
    private static final long FNV_OFFSET = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;

    /**
     * A request that left facts behind.
     *
     * @param sequence of its first fact among the facts of the aggregate
     * @param fingerprint shortened to 64 bits
     */
    record Obeyed(long sequence, long fingerprint) {
        boolean isOf(MetaData order) {
            return fingerprint == shortened(text(order, FINGERPRINT));
        }

        private String written() {
            return sequence + ":" + Long.toHexString(fingerprint);
        }

        private static Obeyed read(String written) {
            var colon = written.indexOf(':');
            return new Obeyed(
                    Long.parseLong(written.substring(0, colon)),
                    Long.parseUnsignedLong(written.substring(colon + 1), 16));
        }
    }

    private final Map<UUID, Obeyed> obeyed = new HashMap<>();

    Requests() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Requests(Map<UUID, String> written) {
        written.forEach((id, each) -> obeyed.put(id, Obeyed.read(each)));
    }

    /** What is remembered of the request of an order; {@code null} when it left nothing. */
    @Nullable
    Obeyed of(MetaData order) {
        return obeyed.get(UUID.fromString(text(order, ID)));
    }

    /** Remembers by whose request a fact came about. */
    void remember(MetaData fact, long sequence) {
        obeyed.putIfAbsent(UUID.fromString(text(fact, ID)), new Obeyed(sequence, shortened(text(fact, FINGERPRINT))));
    }

    /** What a fact has to keep of the order that it follows from. */
    static MetaData inherited(MetaData order) {
        return MetaData.with(ID, text(order, ID)).and(FINGERPRINT, text(order, FINGERPRINT));
    }

    @JsonValue
    private Map<UUID, String> written() {
        var written = new TreeMap<UUID, String>();
        obeyed.forEach((id, each) -> written.put(id, each.written()));
        return written;
    }

    /** FNV-1a of 64 bits: nobody but the sender itself would be deceived by two contents of one hash. */
    private static long shortened(String fingerprint) {
        var hash = FNV_OFFSET;
        for (var at = 0; at < fingerprint.length(); at++) {
            hash = (hash ^ fingerprint.charAt(at)) * FNV_PRIME;
        }
        return hash;
    }

    private static String text(MetaData metadata, String key) {
        if (metadata.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an order is sent with its " + key);
    }
}
