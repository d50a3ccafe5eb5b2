package io.fenlu.ledger.view.repaymenthistory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A payment and what it healed; with the credit the parts sum to the amount.
 *
 * @param principalLeft all principal that was not repaid after it
 * @param credit what exceeded everything owed and is held for the borrower
 */
public record Repayment(
        @JsonProperty("repayment_id") UUID repaymentId,
        long position,
        @JsonProperty("paid_on") LocalDate paidOn,
        Amount amount,
        List<Part> allocation,
        Amount credit,
        @JsonProperty("principal_left") Amount principalLeft) {
    /** A part of a payment and the debt it healed, in the order of healing. */
    @Schema(name = "RepaymentPart")
    public record Part(
            @Schema(description = "number of the instalment; 0 for principal that was not due yet")
            int instalment,

            @Schema(allowableValues = {"penalty", "fee", "interest", "principal"})
            String bucket,

            Amount amount) {}
}
