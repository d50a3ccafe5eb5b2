package io.fenlu.ledger.view.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one fact meant in the books: lines whose debits equal their credits.
 *
 * @param event the name of the fact
 * @param aggregateId the loan or disbursement to which it happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalPosting(
        long position,
        @JsonProperty("business_date") LocalDate businessDate,
        @Schema(example = "loan.repayment-received") String event,
        @JsonProperty("aggregate_id") UUID aggregateId,
        @JsonProperty("loan_id") @Nullable UUID loanId,
        List<Line> lines) {
    /** One line of a posting. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JournalLine")
    public record Line(
            @Schema(example = "1303") String account,
            @Schema(example = "Loan principal") String title,
            @Schema(allowableValues = {"debit", "credit"}) String side,
            Amount amount,

            @Schema(description = "whose books; absent where no single lender owns it") @Nullable
            String lender) {}
}
