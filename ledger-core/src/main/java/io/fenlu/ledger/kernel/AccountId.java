package io.fenlu.ledger.kernel;

import java.util.UUID;

/** One pay-later account (消费信贷账户): one limit, one bill a month. */
public record AccountId(UUID value) {
    public static AccountId of(String text) {
        return new AccountId(Identity.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
