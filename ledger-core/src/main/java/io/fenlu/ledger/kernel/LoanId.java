package io.fenlu.ledger.kernel;

import java.util.UUID;

/** One loan (借据): one drawdown and its whole life. */
public record LoanId(UUID value) {
    public static LoanId of(String text) {
        return new LoanId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
