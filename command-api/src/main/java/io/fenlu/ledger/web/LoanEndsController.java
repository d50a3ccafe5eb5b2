package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.web.EntryBodies.Entered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors through which a debt ends or an entry is taken back. */
@RestController("loanEndsDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanEndsController {
    private final LoanEntries entries;
    private final Given given;
    private final Gate gate;
    private final Idempotency idempotency;

    LoanEndsController(LoanEntries entries, Given given, Gate gate, Idempotency idempotency) {
        this.entries = entries;
        this.given = given;
        this.gate = gate;
        this.idempotency = idempotency;
    }

    /** The loan given back. */
    @Schema(name = "WithdrawFromLoan")
    record WithdrawalBody(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("waives_interest") @Schema(description = "No when left out.") @Nullable
            Boolean waivesInterest,

            @JsonProperty("on") @Schema(example = "2026-01-10", description = "Today when left out.") @Nullable
            String on) {}

    /** The debt given up in the books. */
    @Schema(name = "ChargeOffLoan")
    record ChargeOffBody(
            @JsonProperty("reason")
            @Schema(example = "agreed with the borrower", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("authority")
            @Schema(example = "committee-1", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String authority,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** The claim sold. */
    @Schema(name = "SellDebt")
    record SaleBody(
            @JsonProperty("buyer")
            @Schema(example = "buyer-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String buyer,

            @JsonProperty("price") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody price,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** An entry taken back. */
    @Schema(name = "ReverseEntry")
    record ReversalBody(
            @JsonProperty("entry_id")
            @Schema(example = "019a0000-0000-7000-8000-000000000003", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String entryId,

            @JsonProperty("reason")
            @Schema(example = "agreed with the borrower", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** A payout sent back. */
    @Schema(name = "ReturnDisbursement")
    record BankReturnBody(
            @JsonProperty("disbursement_id")
            @Schema(example = "019a0000-0000-7000-8000-000000000004", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String disbursementId,

            @JsonProperty("bank_reference")
            @Schema(example = "bank-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String bankReference,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** A settled loan put away. */
    @Schema(name = "CloseLoan")
    record ClosureBody(
            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** A loan that was put away. */
    @Schema(name = "LoanClosed")
    record ClosedBody(
            @JsonProperty("loan_id") UUID loanId,
            @JsonProperty("already_done") boolean alreadyDone,
            @JsonProperty("closed_on") LocalDate closedOn) {}

    @PostMapping("/withdrawals")
    @Operation(summary = "Give the loan back within the cooling-off period")
    ResponseEntity<Entered> withdraw(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody WithdrawalBody body) {
        return entries.enter(
                id,
                "withdrawals",
                key,
                body,
                (loan, entry) -> new LoanCommand.WithdrawFromLoan(
                        loan,
                        new LoanEntry.Withdrawal(
                                entry,
                                Given.amount("amount", body.amount()),
                                Boolean.TRUE.equals(body.waivesInterest()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/charge-offs")
    @Operation(summary = "Write the debt off", description = "The claim stays; money for it is a recovery.")
    ResponseEntity<Entered> chargeOff(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ChargeOffBody body) {
        return entries.enter(
                id,
                "charge-offs",
                key,
                body,
                (loan, entry) -> new LoanCommand.ChargeOffLoan(
                        loan,
                        new LoanEntry.ChargeOff(
                                entry,
                                Given.required("reason", body.reason()),
                                Given.required("authority", body.authority()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/sales")
    @Operation(summary = "Sell or transfer the claim")
    ResponseEntity<Entered> sell(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SaleBody body) {
        return entries.enter(
                id,
                "sales",
                key,
                body,
                (loan, entry) -> new LoanCommand.SellDebt(
                        loan,
                        new LoanEntry.Sale(
                                entry,
                                Given.required("buyer", body.buyer()),
                                Given.amount("price", body.price()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/reversals")
    @Operation(
            summary = "Take an earlier entry back, once",
            description = "From its day on the loan stands as if the entry had never been. A repayment is named by its"
                    + " repayment_id.")
    ResponseEntity<Entered> reverse(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReversalBody body) {
        return entries.enter(
                id,
                "reversals",
                key,
                body,
                (loan, entry) -> new LoanCommand.ReverseEntry(
                        loan,
                        new LoanEntry.Reversal(
                                entry,
                                entryId("entry_id", body.entryId()),
                                Given.required("reason", body.reason()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/disbursement-returns")
    @Operation(summary = "Record that the bank sent a payout back")
    ResponseEntity<Entered> sendBack(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody BankReturnBody body) {
        return entries.enter(
                id,
                "disbursement-returns",
                key,
                body,
                (loan, entry) -> new LoanCommand.ReturnDisbursement(
                        loan,
                        new LoanEntry.DisbursementReturn(
                                entry,
                                entryId("disbursement_id", body.disbursementId()),
                                Given.required("bank_reference", body.bankReference()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/closures")
    @Operation(summary = "Put a settled loan away")
    ResponseEntity<ClosedBody> close(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ClosureBody body) {
        var asked = IdempotencyKey.of(key);
        var loan = Given.value("id", () -> LoanId.of(id));
        return idempotency.once(asked, "/loans/" + loan + "/closures", body, request -> {
            var on = given.pastDay("on", body.on());
            var answer = gate.send(new LoanCommand.CloseLoan(loan, on), request);
            return answer.find(LoanClosed.class)
                    .map(fact -> Written.created(
                            answer, "/loans/" + loan, new ClosedBody(fact.subject(), false, fact.closedOn())))
                    .orElseGet(() ->
                            Written.answered(HttpStatus.OK, answer.position(), new ClosedBody(loan.value(), true, on)));
        });
    }

    private static EntryId entryId(String field, @Nullable String given) {
        var text = Given.required(field, given);
        return Given.value(field, () -> EntryId.of(text));
    }
}
