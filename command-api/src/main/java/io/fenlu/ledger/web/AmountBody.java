package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount of money over HTTP: a decimal in text, and its currency. */
@Schema(name = "Amount", description = "A decimal in text, with at most the decimals of its currency.")
public record AmountBody(
        @JsonProperty("amount") @Schema(example = "10000.00", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String amount,

        @JsonProperty("currency") @Schema(example = "CNY", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String currency) {
    static AmountBody of(Money money) {
        return new AmountBody(money.amount(), money.currency().name());
    }
}
