package io.fenlu.ledger.web;

import io.fenlu.ledger.gate.DerivedId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sender's name for one request.
 *
 * @param id the key itself when it is a UUID of version 7, which is kind to the index; derived from it otherwise
 */
record IdempotencyKey(UUID id) {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");
    private static final Pattern UUID_7 =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    static IdempotencyKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw DoorClosed.by(DoorRefusal.IDEMPOTENCY_KEY_MISSING, DoorRefusal.IDEMPOTENCY_KEY_MISSING.sentence());
        }
        if (!PRINTABLE.matcher(header).matches()) {
            throw DoorClosed.by(
                    DoorRefusal.IDEMPOTENCY_KEY_MALFORMED, DoorRefusal.IDEMPOTENCY_KEY_MALFORMED.sentence());
        }
        return new IdempotencyKey(
                UUID_7.matcher(header).matches() ? UUID.fromString(header) : DerivedId.of("idempotency-key", header));
    }

    /** Whether the sender made an id of its own, which it gives to one thing only. */
    boolean isId() {
        return id.version() == 7;
    }
}
