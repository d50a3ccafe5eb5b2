package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door through which money comes in. */
@RestController("repaymentDoor")
@Tag(name = "Loans")
class RepaymentController {
    private final Gate gate;
    private final Idempotency idempotency;
    private final Given given;

    RepaymentController(Gate gate, Idempotency idempotency, Given given) {
        this.gate = gate;
        this.idempotency = idempotency;
        this.given = given;
    }

    /** Money that came in. */
    @Schema(name = "RecordRepayment")
    record RepaymentBody(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("paid_on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String paidOn) {}

    /** A debt that the money healed. */
    @Schema(name = "AllocationLine")
    record LineBody(
            @JsonProperty("instalment") @Schema(description = "0 for principal that was not due yet.")
            int instalment,

            @JsonProperty("bucket") @Schema(example = "interest")
            String bucket,

            @JsonProperty("amount") AmountBody amount) {
        static List<LineBody> all(List<AllocationLine> lines) {
            return lines.stream()
                    .map(line ->
                            new LineBody(line.instalment(), Given.written(line.bucket()), AmountBody.of(line.amount())))
                    .toList();
        }
    }

    /** What is owed after it. */
    @Schema(name = "Balances")
    record BalancesBody(
            @JsonProperty("principal_not_due") AmountBody principalNotDue,
            @JsonProperty("principal_due") AmountBody principalDue,
            @JsonProperty("interest_due") AmountBody interestDue,
            @JsonProperty("interest_accrued") AmountBody interestAccrued,
            @JsonProperty("penalty") AmountBody penalty,
            @JsonProperty("credit") AmountBody credit,
            @JsonProperty("payoff") AmountBody payoff) {
        static BalancesBody of(LoanBalances balances) {
            return new BalancesBody(
                    AmountBody.of(balances.principalNotDue()),
                    AmountBody.of(balances.principalDue()),
                    AmountBody.of(balances.interestDue()),
                    AmountBody.of(balances.interestAccrued()),
                    AmountBody.of(balances.penalty()),
                    AmountBody.of(balances.credit()),
                    AmountBody.of(balances.payoff()));
        }
    }

    /**
     * A repayment and what it did.
     *
     * @param revisedSchedule the instalments not due yet, when they are others than before
     */
    @Schema(name = "RepaymentReceived")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Received(
            @JsonProperty("repayment_id") UUID repaymentId,
            @JsonProperty("loan_id") UUID loanId,
            @JsonProperty("amount") AmountBody amount,
            @JsonProperty("paid_on") LocalDate paidOn,
            @JsonProperty("allocation") List<LineBody> allocation,
            @JsonProperty("credit") AmountBody credit,
            @JsonProperty("balances") BalancesBody balances,
            @JsonProperty("settled") boolean settled,
            @JsonProperty("revised_schedule") @Nullable List<InstalmentBody> revisedSchedule) {
        static Received of(Answer answer) {
            var fact = answer.find(RepaymentReceived.class).orElseThrow();
            return new Received(
                    fact.repaymentId().value(),
                    fact.subject(),
                    AmountBody.of(fact.amount()),
                    fact.paidOn(),
                    LineBody.all(fact.allocation()),
                    AmountBody.of(fact.credit()),
                    BalancesBody.of(fact.balances()),
                    answer.find(LoanSettled.class).isPresent(),
                    answer.find(ScheduleRevised.class)
                            .map(revised -> revised.instalments().stream()
                                    .map(InstalmentBody::of)
                                    .toList())
                            .orElse(null));
        }
    }

    @PostMapping(path = "/loans/{id}/repayments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record a repayment",
            description = "Heals debts in the agreed order; the rest repays early. The answer tells what became of it.")
    ResponseEntity<Received> receive(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RepaymentBody body) {
        var asked = IdempotencyKey.of(key);
        var loan = Given.value("id", () -> LoanId.of(id));
        return idempotency.once(asked, "/loans/" + loan + "/repayments", body, request -> {
            var amount = Given.amount("amount", body.amount());
            var on = given.pastDay("paid_on", body.paidOn());
            var answer = gate.send(new RecordRepayment(loan, new RepaymentId(asked.id()), amount, on), request);
            return Written.created(answer, "/loans/" + loan, Received.of(answer));
        });
    }
}
