package io.fenlu.ledger.view;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/** An amount of money as it is told to the outside. */
public record Amount(
        @Schema(description = "a plain decimal", example = "10.00")
        String amount,

        @Schema(description = "ISO 4217", example = "CNY") String currency) {
    public static Amount of(Money money) {
        return new Amount(money.amount(), money.currency().name());
    }

    /** The amount that a table keeps in smallest units. */
    public static Amount of(long minor, String currency) {
        return of(new Money(minor, Currency.of(currency)));
    }
}
