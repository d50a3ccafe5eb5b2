package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.web.EntryBodies.Entered;
import io.fenlu.ledger.web.EntryBodies.PurposeBody;
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

/** Doors for money of a running loan that is not the borrower's repayment: tranches, other payers, fees, waivers, credit. */
@RestController("loanMoneyDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life", description = "What may happen to a running loan (贷后事项).")
class LoanMoneyController {
    private final LoanEntries entries;
    private final Given given;

    LoanMoneyController(LoanEntries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    /** A part of the loan. */
    @Schema(name = "DrawTranche")
    record TrancheBody(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("purpose") @Schema(description = "Needed where the money is bound to one.") @Nullable
            PurposeBody purpose,

            @JsonProperty("bank_reference")
            @Schema(
                    example = "bank-20260205-0001",
                    description = "Where the money left already: the bank is then told nothing.")
            @Nullable
            String bankReference,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** Money of somebody else. */
    @Schema(name = "RecordThirdPartyPayment")
    record ThirdPartyBody(
            @JsonProperty("payer")
            @Schema(
                    example = "guarantor",
                    allowableValues = {"guarantor", "collateral"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String payer,

            @JsonProperty("source")
            @Schema(example = "guarantor-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String source,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** Money of a new loan, or for a debt that was written off. */
    @Schema(name = "RecordSourcedPayment")
    record SourcedBody(
            @JsonProperty("source")
            @Schema(example = "loan-0002", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String source,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** Credit paid back. */
    @Schema(name = "ReturnOverpayment")
    record ReturnBody(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("bank_reference")
            @Schema(example = "bank-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String bankReference,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** A disclosed charge. */
    @Schema(name = "ChargeFee")
    record FeeBody(
            @JsonProperty("charge")
            @Schema(example = "late-letter", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String charge,

            @JsonProperty("payee") @Schema(example = "bank-0001", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String payee,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** A debt given up. */
    @Schema(name = "WaiveDebt")
    record WaiverBody(
            @JsonProperty("bucket")
            @Schema(
                    example = "penalty",
                    allowableValues = {"interest", "penalty", "fee"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String bucket,

            @JsonProperty("amount") @Schema(description = "All there is when left out.") @Nullable
            AmountBody amount,

            @JsonProperty("reason") @Schema(example = "illness", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @JsonProperty("authority")
            @Schema(example = "committee-1", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String authority,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    @PostMapping("/tranches")
    @Operation(summary = "Draw a tranche", description = """
        On any day before the last due date. Bound to a purpose, the bank is told to pay the supplier, unless it did \
        already; what it refuses or sends back is taken out of the loan again. Without a purpose the money went by hand.\
        """)
    ResponseEntity<Entered> draw(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody TrancheBody body) {
        return entries.enter(id, "tranches", key, body, (loan, entry) -> {
            var purpose = body.purpose();
            return new LoanCommand.DrawTranche(
                    loan,
                    new LoanEntry.Draw(
                            entry,
                            Given.amount("amount", body.amount()),
                            purpose == null ? null : purpose.parse(),
                            given.pastDay("on", body.on()),
                            body.bankReference()));
        });
    }

    @PostMapping("/third-party-payments")
    @Operation(summary = "Record money of a guarantor or of collateral")
    ResponseEntity<Entered> pay(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ThirdPartyBody body) {
        return entries.enter(id, "third-party-payments", key, body, (loan, entry) -> {
            var payer = Given.choice("payer", Payer.class, Given.required("payer", body.payer()));
            return new LoanCommand.RecordThirdPartyPayment(
                    loan,
                    new LoanEntry.Payment(
                            entry,
                            payer,
                            Given.required("source", body.source()),
                            Given.amount("amount", body.amount()),
                            given.pastDay("on", body.on())));
        });
    }

    @PostMapping("/refinancings")
    @Operation(summary = "Record that a new loan pays this one off")
    ResponseEntity<Entered> refinance(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SourcedBody body) {
        return entries.enter(
                id,
                "refinancings",
                key,
                body,
                (loan, entry) -> new LoanCommand.RefinanceLoan(loan, payment(entry, Payer.REFINANCING, body)));
    }

    @PostMapping("/recoveries")
    @Operation(summary = "Record money for a debt that was written off")
    ResponseEntity<Entered> recover(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SourcedBody body) {
        return entries.enter(
                id,
                "recoveries",
                key,
                body,
                (loan, entry) -> new LoanCommand.RecordRecovery(loan, payment(entry, Payer.RECOVERY, body)));
    }

    private LoanEntry.Payment payment(EntryId entry, Payer payer, SourcedBody body) {
        return new LoanEntry.Payment(
                entry,
                payer,
                Given.required("source", body.source()),
                Given.amount("amount", body.amount()),
                given.pastDay("on", body.on()));
    }

    @PostMapping("/overpayment-returns")
    @Operation(summary = "Record that credit was paid back to the borrower")
    ResponseEntity<Entered> giveBack(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReturnBody body) {
        return entries.enter(
                id,
                "overpayment-returns",
                key,
                body,
                (loan, entry) -> new LoanCommand.ReturnOverpayment(
                        loan,
                        new LoanEntry.CreditReturn(
                                entry,
                                Given.amount("amount", body.amount()),
                                Given.required("bank_reference", body.bankReference()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/fees")
    @Operation(summary = "Charge a disclosed fee", description = "A charge that was not disclosed is refused.")
    ResponseEntity<Entered> charge(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody FeeBody body) {
        return entries.enter(id, "fees", key, body, (loan, entry) -> fee(loan, entry, body));
    }

    private LoanCommand fee(LoanId loan, EntryId entry, FeeBody body) {
        return new LoanCommand.ChargeFee(
                loan,
                new LoanEntry.Fee(
                        entry,
                        Given.required("charge", body.charge()),
                        Given.required("payee", body.payee()),
                        Given.amount("amount", body.amount()),
                        given.pastDay("on", body.on())));
    }

    @PostMapping("/waivers")
    @Operation(summary = "Give up interest, penalty or fees, in full or in part")
    ResponseEntity<Entered> waive(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody WaiverBody body) {
        return entries.enter(id, "waivers", key, body, (loan, entry) -> {
            var bucket = Given.choice("bucket", Bucket.class, Given.required("bucket", body.bucket()));
            return new LoanCommand.WaiveDebt(
                    loan,
                    new LoanEntry.Waiver(
                            entry,
                            bucket,
                            body.amount() == null ? null : Given.amount("amount", body.amount()),
                            Given.required("reason", body.reason()),
                            Given.required("authority", body.authority()),
                            given.pastDay("on", body.on())));
        });
    }
}
