package io.fenlu.ledger.kernel;

import java.util.UUID;

/** A merchant, and the currency in which it is paid (商户). */
public record MerchantId(UUID value) {
    public static MerchantId of(String text) {
        return new MerchantId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
