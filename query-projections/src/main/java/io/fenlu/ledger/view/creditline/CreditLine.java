package io.fenlu.ledger.view.creditline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A credit line at the end of a day.
 *
 * @param reserved set aside for loans whose money has not left
 * @param used in use by loans that are not repaid
 * @param available what may still be drawn; zero when the limit was set below what is in use
 * @param loans those that reserve or use a part of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditLine(
        @JsonProperty("credit_line_id") UUID creditLineId,
        @JsonProperty("borrower_id") String borrowerId,
        LineStatus status,
        boolean frozen,
        Amount limit,
        Amount reserved,
        Amount used,
        Amount available,
        @JsonProperty("opened_on") LocalDate openedOn,
        @JsonProperty("as_of") LocalDate asOf,
        List<Share> loans) {
    /** One loan's part of the line. */
    @Schema(name = "CreditLineShare")
    public record Share(@JsonProperty("loan_id") UUID loanId, Amount reserved, Amount used) {}
}
