package io.fenlu.ledger.aggregate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;

/** The requests that left facts behind, by their ids: what lets the same request, sent twice, be obeyed once. */
final class Requests {
    static final String ID = "request_id";
    static final String FINGERPRINT = "request_fingerprint";

    /** How a request stands to those before it. */
    enum Standing {
        NEW,
        OBEYED_BEFORE,
        OTHER_CONTENT
    }

    private final Map<String, String> obeyed;

    Requests() {
        this(Map.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Requests(Map<String, String> obeyed) {
        this.obeyed = new LinkedHashMap<>(obeyed);
    }

    Standing standing(MetaData order) {
        var before = obeyed.get(text(order, ID));
        if (before == null) {
            return Standing.NEW;
        }
        return before.equals(text(order, FINGERPRINT)) ? Standing.OBEYED_BEFORE : Standing.OTHER_CONTENT;
    }

    /** Remembers by whose request a fact came about. */
    void remember(MetaData fact) {
        obeyed.put(text(fact, ID), text(fact, FINGERPRINT));
    }

    /** What a fact has to keep of the order that it follows from. */
    static MetaData inherited(MetaData order) {
        return MetaData.with(ID, text(order, ID)).and(FINGERPRINT, text(order, FINGERPRINT));
    }

    @JsonValue
    private Map<String, String> written() {
        return obeyed;
    }

    private static String text(MetaData metadata, String key) {
        if (metadata.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an order is sent with its " + key);
    }
}
