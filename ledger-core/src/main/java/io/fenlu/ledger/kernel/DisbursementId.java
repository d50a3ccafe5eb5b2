package io.fenlu.ledger.kernel;

import java.util.UUID;

/** One sum on its way out to a borrower or supplier. */
public record DisbursementId(UUID value) {
    public static DisbursementId of(String text) {
        return new DisbursementId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
