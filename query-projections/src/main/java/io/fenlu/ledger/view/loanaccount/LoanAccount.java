package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan in a list, as its last fact left it.
 *
 * @param principalLeft principal that was not repaid at the last movement
 * @param place where it stands in the list; what the parameter {@code after} takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoanAccount(
        @JsonProperty("loan_id") UUID loanId,
        @JsonProperty("credit_line_id") UUID creditLineId,
        @JsonProperty("borrower_id") @Nullable String borrowerId,
        @Schema(example = "cash-loan") String product,
        LoanStatus status,
        Amount principal,
        @JsonProperty("principal_left") Amount principalLeft,
        QuotedRate rate,
        int instalments,
        Dates dates,
        @Nullable End end,
        long place) {
    /** An interest rate as it was quoted: a fraction, for example 0.072 per year. */
    @Schema(name = "QuotedRate")
    public record QuotedRate(
            @Schema(example = "0.072") String value,

            @Schema(allowableValues = {"year", "month", "day"})
            String per) {}

    /**
     * The days of the loan's life so far.
     *
     * @param disbursedOn when the money was paid out and interest began
     * @param endedOn when it was settled, declined or cancelled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LoanDates")
    public record Dates(
            @JsonProperty("requested_on") LocalDate requestedOn,
            @JsonProperty("opened_on") @Nullable LocalDate openedOn,
            @JsonProperty("disbursed_on") @Nullable LocalDate disbursedOn,
            @JsonProperty("last_repaid_on") @Nullable LocalDate lastRepaidOn,
            @JsonProperty("ended_on") @Nullable LocalDate endedOn) {
        /** What of it had come by the end of a day. */
        Dates knownOn(LocalDate day) {
            return new Dates(
                    requestedOn, by(day, openedOn), by(day, disbursedOn), by(day, lastRepaidOn), by(day, endedOn));
        }

        private static @Nullable LocalDate by(LocalDate day, @Nullable LocalDate date) {
            return date == null || date.isAfter(day) ? null : date;
        }
    }

    /** Why a loan came to nothing: the credit line's refusal, or what the bank said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LoanEnd")
    public record End(
            @Schema(example = "DRAW_EXCEEDS_AVAILABLE") String reason,
            @Nullable String detail) {}
}
