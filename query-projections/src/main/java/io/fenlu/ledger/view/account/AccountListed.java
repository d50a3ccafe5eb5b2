package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in a list, as its last fact left it.
 *
 * @param place where it stands in the list; what the parameter {@code after} takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountListed(
        @JsonProperty("account_id") UUID accountId,
        @JsonProperty("borrower_id") String borrowerId,
        @Schema(example = "pay-later") String product,
        String brand,
        @JsonProperty("lender_of_record") String lenderOfRecord,
        AccountStatus status,
        Sums sums,
        Dates dates,
        @JsonProperty("last_bill") @Nullable Integer lastBill,
        long place) {
    /** What was owed after the last fact. */
    @Schema(name = "AccountSums")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sums(
            Amount limit,
            Amount billed,
            Amount unbilled,
            Amount undue,
            @JsonProperty("minimum_due") Amount minimumDue,
            Amount credit,

            @Schema(description = "of what was written off, not recovered") @Nullable
            Amount claim) {}

    /** The days of its life so far. */
    @Schema(name = "AccountDates")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dates(
            @JsonProperty("opened_on") LocalDate openedOn,
            @JsonProperty("last_billed_on") @Nullable LocalDate lastBilledOn,
            @JsonProperty("closing_on") @Nullable LocalDate closingOn,
            @JsonProperty("written_off_on") @Nullable LocalDate writtenOffOn,
            @JsonProperty("closed_on") @Nullable LocalDate closedOn) {}
}
