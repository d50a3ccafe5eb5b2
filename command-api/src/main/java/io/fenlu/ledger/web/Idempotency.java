package io.fenlu.ledger.web;

import io.fenlu.ledger.gate.Fingerprint;
import io.fenlu.ledger.gate.Request;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Lets a request that is sent twice be answered twice and obeyed once.
 *
 * <p>What was obeyed is remembered by the thing it was asked of, with its facts. Here is remembered only which keys are being
 * answered at this moment.
 */
@Component
final class Idempotency {
    private final Set<UUID> inFlight = ConcurrentHashMap.newKeySet();

    /**
     * Answers one request, unless another with its key is still being answered.
     *
     * @param path with the ids as the ledger writes them
     * @param body as it was parsed, before anything that was left out is filled in
     */
    <T> T once(IdempotencyKey key, String path, Record body, Function<Request, T> door) {
        if (!inFlight.add(key.id())) {
            throw DoorClosed.by(DoorRefusal.REQUEST_IN_FLIGHT, DoorRefusal.REQUEST_IN_FLIGHT.sentence());
        }
        try {
            return door.apply(new Request(key.id(), fingerprint(path, body)));
        } finally {
            inFlight.remove(key.id());
        }
    }

    private static String fingerprint(String path, Record body) {
        return Fingerprint.of("POST " + path + '\n' + Canonical.form(HttpJson.STRICT.valueToTree(body)));
    }
}
