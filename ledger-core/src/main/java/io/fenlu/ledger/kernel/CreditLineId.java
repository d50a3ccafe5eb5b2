package io.fenlu.ledger.kernel;

import java.util.UUID;

/** A credit line (授信额度). */
public record CreditLineId(UUID value) {
    public static CreditLineId of(String text) {
        return new CreditLineId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
