package io.fenlu.ledger.aggregate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The requests that left facts behind, by their ids: what lets the same request, sent twice, be obeyed once.
 *
 * <p>They are remembered as long as the aggregate lives, so each takes sixteen bytes: eight of its id, where its facts begin, and enough
 * of its fingerprint to tell other content from the same. Older ones lie sorted in one piece, which a picture of the aggregate keeps as
 * it is: reading the picture sorts nothing in again.
 */
final class Requests {
    static final String ID = "request_id";
    static final String FINGERPRINT = "request_fingerprint";

    private static final long FNV_OFFSET = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;
    private static final int BYTES_EACH = Long.BYTES + 2 * Integer.BYTES;
    private static final int LOOSE_AT_MOST = 1_024;

    /**
     * A request that left facts behind.
     *
     * @param sequence of its first fact among the facts of the aggregate
     * @param fingerprint shortened to 32 bits
     */
    record Obeyed(int sequence, int fingerprint) {
        boolean isOf(MetaData order) {
            return fingerprint == shortened(text(order, FINGERPRINT));
        }
    }

    private final TreeMap<Long, Obeyed> loose = new TreeMap<>();
    private ByteBuffer sorted;

    Requests() {
        this("");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Requests(String written) {
        sorted = ByteBuffer.wrap(Base64.getDecoder().decode(written));
    }

    /** What is remembered of the request of an order; {@code null} when it left nothing. */
    @Nullable
    Obeyed of(MetaData order) {
        return find(id(order));
    }

    /** Remembers by whose request a fact came about. */
    void remember(MetaData fact, long sequence) {
        var id = id(fact);
        if (find(id) != null) {
            return;
        }
        loose.put(id, new Obeyed(Math.toIntExact(sequence), shortened(text(fact, FINGERPRINT))));
        if (loose.size() >= LOOSE_AT_MOST) {
            sorted = merged();
            loose.clear();
        }
    }

    /** What a fact has to keep of the order that it follows from. */
    static MetaData inherited(MetaData order) {
        return MetaData.with(ID, text(order, ID)).and(FINGERPRINT, text(order, FINGERPRINT));
    }

    @JsonValue
    private String written() {
        return Base64.getEncoder().encodeToString(merged().array());
    }

    private @Nullable Obeyed find(long id) {
        var found = loose.get(id);
        if (found != null) {
            return found;
        }
        var from = 0;
        var to = length();
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (idAt(middle) < id) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < length() && idAt(from) == id ? at(from) : null;
    }

    private ByteBuffer merged() {
        var all = new TreeMap<>(loose);
        for (var place = 0; place < length(); place++) {
            all.put(idAt(place), at(place));
        }
        var merged = ByteBuffer.allocate(all.size() * BYTES_EACH);
        all.forEach((id, each) -> merged.putLong(id).putInt(each.sequence()).putInt(each.fingerprint()));
        return merged;
    }

    private int length() {
        return sorted.capacity() / BYTES_EACH;
    }

    private long idAt(int place) {
        return sorted.getLong(place * BYTES_EACH);
    }

    private Obeyed at(int place) {
        var at = place * BYTES_EACH + Long.BYTES;
        return new Obeyed(sorted.getInt(at), sorted.getInt(at + Integer.BYTES));
    }

    /** Two ids of one aggregate meet in 64 bits about never; then the later request is taken for the earlier one, with other content. */
    private static long id(MetaData message) {
        var id = UUID.fromString(text(message, ID));
        return (id.getMostSignificantBits() ^ FNV_OFFSET) * FNV_PRIME ^ id.getLeastSignificantBits();
    }

    /** FNV-1a: nobody but the sender itself would be deceived by two contents of one hash. */
    private static int shortened(String fingerprint) {
        var hash = FNV_OFFSET;
        for (var at = 0; at < fingerprint.length(); at++) {
            hash = (hash ^ fingerprint.charAt(at)) * FNV_PRIME;
        }
        return Long.hashCode(hash);
    }

    private static String text(MetaData metadata, String key) {
        if (metadata.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an order is sent with its " + key);
    }
}
