package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.schedule.Instalment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** One instalment over HTTP. */
@Schema(name = "Instalment")
record InstalmentBody(
        @JsonProperty("number") int number,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("due_on") LocalDate dueOn,
        @JsonProperty("principal") AmountBody principal,
        @JsonProperty("interest") AmountBody interest,
        @JsonProperty("total") AmountBody total,
        @JsonProperty("balance") AmountBody balance) {
    static InstalmentBody of(Instalment row) {
        return new InstalmentBody(
                row.number(),
                row.from(),
                row.dueOn(),
                AmountBody.of(row.principal()),
                AmountBody.of(row.interest()),
                AmountBody.of(row.total()),
                AmountBody.of(row.balance()));
    }
}
