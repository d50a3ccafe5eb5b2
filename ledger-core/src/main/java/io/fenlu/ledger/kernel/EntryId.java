package io.fenlu.ledger.kernel;

import java.util.UUID;

/** One thing that happened to a loan (流水号); names it for ever, so that it can be corrected or reversed later. */
public record EntryId(UUID value) {
    public static EntryId of(String text) {
        return new EntryId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
