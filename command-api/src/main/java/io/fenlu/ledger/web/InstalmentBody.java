package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.schedule.Instalment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One instalment over HTTP. */
@Schema(name = "Instalment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstalmentBody(
        @JsonProperty("number") int number,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("due_on") LocalDate dueOn,
        @JsonProperty("principal") AmountBody principal,
        @JsonProperty("interest") AmountBody interest,

        @JsonProperty("fees")
        @Schema(description = "Charges that fall due with it; absent when there are none.")
        @Nullable
        AmountBody fees,

        @JsonProperty("total") AmountBody total,
        @JsonProperty("balance") AmountBody balance) {
    static InstalmentBody of(Instalment row) {
        return new InstalmentBody(
                row.number(),
                row.from(),
                row.dueOn(),
                AmountBody.of(row.principal()),
                AmountBody.of(row.interest()),
                row.charges().isZero() ? null : AmountBody.of(row.charges()),
                AmountBody.of(row.total()),
                AmountBody.of(row.balance()));
    }
}
