package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.gate.KeptFact;
import io.fenlu.ledger.kernel.DisbursementId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door through which a bank tells what became of money that was sent. */
@RestController("disbursementDoor")
@Tag(name = "Disbursements", description = "Money on its way out (放款).")
class DisbursementController {
    private final Gate gate;
    private final History history;
    private final Idempotency idempotency;
    private final Given given;

    DisbursementController(Gate gate, History history, Idempotency idempotency, Given given) {
        this.gate = gate;
        this.history = history;
        this.idempotency = idempotency;
        this.given = given;
    }

    /** What a bank may say. */
    enum Outcome {
        PAID,
        REJECTED,
        RETURNED
    }

    /** What the bank says. */
    @Schema(name = "ReportOutcome")
    record OutcomeBody(
            @JsonProperty("outcome")
            @Schema(
                    example = "paid",
                    allowableValues = {"paid", "rejected", "returned"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String outcome,

            @JsonProperty("bank_reference")
            @Schema(example = "bank-20260105-0001", description = "When paid, or when returned.")
            @Nullable
            String bankReference,

            @JsonProperty("reason") @Schema(description = "When rejected.") @Nullable
            String reason,

            @JsonProperty("paid_on") @Schema(example = "2026-01-05", description = "Today when left out.") @Nullable
            String paidOn,

            @JsonProperty("failed_on") @Schema(description = "Today when left out.") @Nullable
            String failedOn,

            @JsonProperty("returned_on") @Schema(description = "When returned; today when left out.") @Nullable
            String returnedOn) {}

    /**
     * What stands.
     *
     * @param contradictedBy what the bank said against what stands; kept for people to settle
     */
    @Schema(name = "Outcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            @JsonProperty("disbursement_id") UUID disbursementId,
            @JsonProperty("loan_id") UUID loanId,
            @JsonProperty("amount") AmountBody amount,

            @JsonProperty("outcome") @Schema(example = "paid")
            String outcome,

            @JsonProperty("bank_reference") @Nullable String bankReference,
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("contradicted_by") @Nullable String contradictedBy,
            @JsonProperty("on") LocalDate on) {
        static Standing of(DisbursementConfirmed paid) {
            var amount = AmountBody.of(paid.amount());
            var loan = paid.loanId().value();
            return new Standing(paid.subject(), loan, amount, "paid", paid.bankReference(), null, null, paid.paidOn());
        }

        static Standing of(DisbursementFailed failed) {
            var amount = AmountBody.of(failed.amount());
            var loan = failed.loanId().value();
            return new Standing(
                    failed.subject(), loan, amount, "rejected", null, failed.reason(), null, failed.failedOn());
        }

        static Standing of(DisbursementCameBack back) {
            var amount = AmountBody.of(back.amount());
            var loan = back.loanId().value();
            var reference = back.bankReference();
            return new Standing(back.subject(), loan, amount, "returned", reference, null, null, back.cameBackOn());
        }

        Standing contradictedBy(@Nullable String claim) {
            return new Standing(disbursementId, loanId, amount, outcome, bankReference, reason, claim, on);
        }
    }

    @PostMapping(path = "/disbursements/{id}/outcomes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report the outcome of a payout", description = """
        201 when this is news, 200 with what stands when it was known. A later answer that contradicts the first \
        is kept, and the first stands. Money that was paid may be returned later: what it paid is then taken back.\
        """)
    ResponseEntity<Standing> report(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody OutcomeBody body) {
        var asked = IdempotencyKey.of(key);
        var disbursement = Given.value("id", () -> DisbursementId.of(id));
        var path = "/disbursements/" + disbursement + "/outcomes";
        return idempotency.once(asked, path, body, request -> {
            var answer = gate.send(order(disbursement, body), request);
            var known = history.of(disbursement.value());
            var isNews = !answer.facts().isEmpty();
            var position = isNews ? answer.position() : known.getLast().position();
            var standing = standing(
                    known.stream().filter(kept -> kept.position() <= position).toList());
            return Written.answered(isNews ? HttpStatus.CREATED : HttpStatus.OK, position, standing);
        });
    }

    private DisbursementCommand order(DisbursementId id, OutcomeBody body) {
        var said = Given.required("outcome", body.outcome());
        return switch (Given.choice("outcome", Outcome.class, said)) {
            case PAID ->
                new ConfirmDisbursement(
                        id,
                        Given.required("bank_reference", body.bankReference()),
                        given.pastDay("paid_on", body.paidOn()));
            case REJECTED ->
                new FailDisbursement(
                        id, Given.required("reason", body.reason()), given.pastDay("failed_on", body.failedOn()));
            case RETURNED ->
                new TakeDisbursementBack(
                        id,
                        Given.required("bank_reference", body.bankReference()),
                        given.pastDay("returned_on", body.returnedOn()));
        };
    }

    /** What the first outcome says, and beside it what the bank said against it last. */
    private static Standing standing(List<KeptFact> known) {
        Standing stands = null;
        String against = null;
        for (var kept : known) {
            switch ((DisbursementEvent) kept.fact()) {
                case DisbursementInstructed _ -> {}
                case DisbursementConfirmed paid -> stands = Standing.of(paid);
                case DisbursementFailed failed -> stands = Standing.of(failed);
                case DisbursementCameBack back -> stands = Standing.of(back);
                case DisbursementContradicted other -> against = other.claimed();
            }
        }
        return Objects.requireNonNull(stands, "no outcome yet").contradictedBy(against);
    }
}
