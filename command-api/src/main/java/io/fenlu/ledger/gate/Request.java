package io.fenlu.ledger.gate;

import java.util.UUID;
import org.axonframework.messaging.MetaData;

/**
 * Who asks, and for what: sent twice with the same content it is obeyed once.
 *
 * @param id derived from the sender's key
 * @param fingerprint of the content, so that the same key with other content is noticed
 */
public record Request(UUID id, String fingerprint) {
    static final String ID = "request_id";
    static final String FINGERPRINT = "request_fingerprint";

    MetaData metaData() {
        return MetaData.with(ID, id.toString()).and(FINGERPRINT, fingerprint);
    }
}
