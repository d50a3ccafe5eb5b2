package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.web.EntryBodies.Entered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors through which credit goes back to the borrower by the bank. */
@RestController("loanRefundDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanRefundController {
    private final LoanEntries entries;
    private final Given given;

    LoanRefundController(LoanEntries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    /** Credit that the bank is to send back. */
    @Schema(name = "RefundCredit")
    record RefundBody(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** All credit, where the terms say that it is not held. */
    @Schema(name = "SendCreditBack")
    record SendBackBody(
            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    @PostMapping("/refunds")
    @Operation(
            summary = "Let the bank send credit back to the borrower's account",
            description = "Should the bank not be able to, the refund is reversed and the credit is held again.")
    ResponseEntity<Entered> refund(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RefundBody body) {
        return entries.enter(
                id,
                "refunds",
                key,
                body,
                (loan, entry) -> new LoanCommand.RefundCredit(
                        loan,
                        new LoanEntry.Refund(
                                entry, Given.amount("amount", body.amount()), given.pastDay("on", body.on()))));
    }

    @PostMapping("/credit-settlements")
    @Operation(
            summary = "Send all credit back where the terms return overpayments",
            description = "The ledger does so by itself after every overpayment; where the terms hold credit nothing"
                    + " happens.")
    ResponseEntity<Entered> sendBack(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SendBackBody body) {
        return entries.enter(
                id,
                "credit-settlements",
                key,
                body,
                (loan, entry) -> new LoanCommand.SendCreditBack(loan, entry, given.pastDay("on", body.on())));
    }
}
