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

/** Doors through which the books take note of a loan: instalments billed, penalty charged, periods closed. */
@RestController("loanBooksDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanBooksController {
    private static final int NON_ACCRUAL = 90;

    private final LoanEntries entries;
    private final Given given;

    LoanBooksController(LoanEntries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    /** An instalment billed. */
    @Schema(name = "BillInstalment")
    record BillingBody(
            @JsonProperty("instalment") @Schema(example = "3", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer instalment,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** Penalty brought into the books. */
    @Schema(name = "ChargePenalty")
    record PenaltyBody(
            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** The books of a period closed. */
    @Schema(name = "AccrueInterest")
    record MonthEndBody(
            @JsonProperty("non_accrual_after_days")
            @Schema(
                    example = "90",
                    description = "Longer past due, interest is kept off the books; 90 when left out, 0 for never.")
            @Nullable
            Integer nonAccrualAfterDays,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    @PostMapping("/billings")
    @Operation(summary = "Bring an instalment into the books on its due date")
    ResponseEntity<Entered> bill(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody BillingBody body) {
        return entries.enter(
                id,
                "billings",
                key,
                body,
                (loan, entry) -> new LoanCommand.BillInstalment(
                        loan,
                        new LoanEntry.Billing(
                                Given.required("instalment", body.instalment()), given.pastDay("on", body.on()))));
    }

    @PostMapping("/penalty-charges")
    @Operation(summary = "Bring penalty into the books")
    ResponseEntity<Entered> chargePenalty(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody PenaltyBody body) {
        return entries.enter(
                id,
                "penalty-charges",
                key,
                body,
                (loan, entry) ->
                        new LoanCommand.ChargePenalty(loan, new LoanEntry.PenaltyMark(given.pastDay("on", body.on()))));
    }

    @PostMapping("/month-ends")
    @Operation(summary = "Close a period in the books of the loan", description = "Asked for again, nothing happens.")
    ResponseEntity<Entered> closePeriod(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody MonthEndBody body) {
        return entries.enter(
                id,
                "month-ends",
                key,
                body,
                (loan, entry) -> new LoanCommand.AccrueInterest(
                        loan,
                        new LoanEntry.MonthEnd(
                                body.nonAccrualAfterDays() == null ? NON_ACCRUAL : body.nonAccrualAfterDays(),
                                given.pastDay("on", body.on()))));
    }
}
