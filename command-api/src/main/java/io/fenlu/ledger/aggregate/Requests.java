package io.fenlu.ledger.aggregate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.eventstore.Past;
import io.fenlu.ledger.kernel.SeenIds;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The requests that left facts behind, by their ids: what lets the same request, sent twice, be obeyed once.
 *
 * <p>They are remembered as long as the aggregate lives. The latest are known with all that must be told of them; of the older ones
 * thirty bits each are kept, which say “surely not” or “perhaps”, and after a “perhaps” the history is looked through.
 */
final class Requests {
    static final String ID = "request_id";
    static final String FINGERPRINT = "request_fingerprint";

    private static final long FNV_OFFSET = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;
    private static final int BYTES_EACH = 2 * Long.BYTES + 2 * Integer.BYTES;
    private static final int LATEST_AT_MOST = 64;

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

    private Map<UUID, Obeyed> latest;
    private Map<UUID, Obeyed> earlier;
    private SeenIds seen;

    Requests() {
        this("", "", SeenIds.none());
    }

    @JsonCreator
    private Requests(
            @JsonProperty("latest") String latest,
            @JsonProperty("earlier") String earlier,
            @JsonProperty("seen") SeenIds seen) {
        this.latest = read(latest);
        this.earlier = read(earlier);
        this.seen = seen;
    }

    /**
     * What is remembered of the request of an order; {@code null} when it left nothing.
     *
     * @param aggregateId whose requests these are; none while nothing ever happened to it
     */
    @Nullable
    Obeyed of(@Nullable String aggregateId, MetaData order) {
        var id = id(order);
        var found = latest.getOrDefault(id, earlier.get(id));
        return found == null && aggregateId != null && seen.mayHave(id) ? inHistory(aggregateId, order) : found;
    }

    private static @Nullable Obeyed inHistory(String aggregateId, MetaData order) {
        var id = text(order, ID);
        var history = Past.atHand().of(aggregateId);
        while (history.hasNext()) {
            var fact = history.next();
            if (id.equals(fact.getMetaData().get(ID))) {
                return obeyed(fact.getMetaData(), fact.getSequenceNumber());
            }
        }
        return null;
    }

    /** Remembers by whose request a fact came about. */
    void remember(MetaData fact, long sequence) {
        var id = id(fact);
        if (latest.containsKey(id) || earlier.containsKey(id)) {
            return;
        }
        if (latest.size() == LATEST_AT_MOST) {
            seen = seen.with(earlier.keySet());
            earlier = latest;
            latest = new LinkedHashMap<>();
        }
        latest.put(id, obeyed(fact, sequence));
    }

    @JsonProperty("latest")
    private String latest() {
        return written(latest);
    }

    @JsonProperty("earlier")
    private String earlier() {
        return written(earlier);
    }

    @JsonProperty("seen")
    private SeenIds seen() {
        return seen;
    }

    private static String written(Map<UUID, Obeyed> requests) {
        var bytes = ByteBuffer.allocate(requests.size() * BYTES_EACH);
        requests.forEach((id, each) -> bytes.putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(each.sequence())
                .putInt(each.fingerprint()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static Map<UUID, Obeyed> read(String written) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written));
        var requests = new LinkedHashMap<UUID, Obeyed>();
        while (bytes.hasRemaining()) {
            requests.put(new UUID(bytes.getLong(), bytes.getLong()), new Obeyed(bytes.getInt(), bytes.getInt()));
        }
        return requests;
    }

    private static Obeyed obeyed(MetaData fact, long sequence) {
        return new Obeyed(Math.toIntExact(sequence), shortened(text(fact, FINGERPRINT)));
    }

    private static UUID id(MetaData message) {
        return UUID.fromString(text(message, ID));
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
        throw new IllegalArgumentException("a message has lost its " + key);
    }
}
