package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.kernel.LenderId;
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

/** The door through which it is told that a funder of a loan was paid what came in for it. */
@RestController("loanFunderDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanFunderController {
    private final LoanEntries entries;
    private final Given given;

    LoanFunderController(LoanEntries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    /** A funder paid. */
    @Schema(name = "RemitToFunder")
    record RemittanceBody(
            @JsonProperty("funder")
            @Schema(example = "partner-bank", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String funder,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("bank_reference")
            @Schema(example = "bank-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String bankReference,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    @PostMapping("/remittances")
    @Operation(
            summary = "Record that one of several funders was paid what came in for it",
            description = "At most what its part of all repayments comes to, less what it was paid before.")
    ResponseEntity<Entered> remit(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RemittanceBody body) {
        return entries.enter(
                id,
                "remittances",
                key,
                body,
                (loan, entry) -> new LoanCommand.RemitToFunder(
                        loan,
                        new LoanEntry.Remittance(
                                entry,
                                Given.value("funder", () -> new LenderId(Given.required("funder", body.funder()))),
                                Given.amount("amount", body.amount()),
                                Given.required("bank_reference", body.bankReference()),
                                given.pastDay("on", body.on()))));
    }
}
