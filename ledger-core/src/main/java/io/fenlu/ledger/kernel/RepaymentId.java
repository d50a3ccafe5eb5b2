package io.fenlu.ledger.kernel;

import java.util.UUID;

/** One sum that came in for a loan; names it for ever, so that it can be reversed later. */
public record RepaymentId(UUID value) {
    public static RepaymentId of(String text) {
        return new RepaymentId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
