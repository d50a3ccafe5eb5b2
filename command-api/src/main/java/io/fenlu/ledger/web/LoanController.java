package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.gate.Arrivals;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.gate.Watch;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door through which money is drawn from a credit line. */
@RestController("loanDoor")
@Tag(name = "Loans", description = "Draw, and repay (借款、还款).")
class LoanController {
    private final Gate gate;
    private final Arrivals arrivals;
    private final Idempotency idempotency;
    private final Given given;
    private final Agreements agreements;
    private final Duration patience;

    LoanController(
            Gate gate,
            Arrivals arrivals,
            Idempotency idempotency,
            Given given,
            Agreements agreements,
            @Value("${ledger.draw-patience:2s}") Duration patience) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.idempotency = idempotency;
        this.given = given;
        this.agreements = agreements;
        this.patience = patience;
    }

    /** Where the money goes. */
    @Schema(name = "Payout")
    record PayoutBody(
            @JsonProperty("channel")
            @Schema(
                    example = "bank",
                    allowableValues = {"bank", "already-paid", "in-tranches"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String channel,

            @JsonProperty("account")
            @Schema(example = "account-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String account) {
        PayoutInstruction parse() {
            var way = Given.required("payout.channel", channel);
            var token = Given.required("payout.account", account);
            var chosen = Given.choice("payout.channel", PayoutChannel.class, way);
            return Given.value("payout.account", () -> new PayoutInstruction(chosen, token));
        }
    }

    /** A drawdown. */
    @Schema(name = "DrawLoan")
    record DrawBody(
            @JsonProperty("credit_line_id")
            @Schema(example = "019a0000-0000-7000-8000-000000000001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String creditLineId,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("product") @Schema(example = "cash-loan", description = "cash-loan when left out.") @Nullable
            String product,

            @JsonProperty("rate") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            RateBody rate,

            @JsonProperty("instalments") @Schema(example = "12") @Nullable
            Integer instalments,

            @JsonProperty("first_due_on")
            @Schema(example = "2026-02-05", description = "One period after the payout when left out.")
            @Nullable
            String firstDueOn,

            @JsonProperty("terms")
            @Schema(
                    description = "Rules that replace those of the product, written as in GET /products.",
                    example = "{\"prepayment\":\"shorter-term\"}")
            @Nullable
            Map<String, Object> terms,

            @JsonProperty("funding") @Nullable FundingBody funding,

            @JsonProperty("payout") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            PayoutBody payout,

            @JsonProperty("confirmed_costs")
            @Schema(
                    description =
                            "The hash of the cost table that the borrower confirmed, from POST /loan-quotes with the"
                                    + " day of the request as paid_out_on.")
            @Nullable
            String confirmedCosts,

            @JsonProperty("requested_on")
            @Schema(example = "2026-01-05", description = "Today when left out.")
            @Nullable
            String requestedOn)
            implements Agreements.Particulars {}

    /** The request is kept; the loan's own page tells what becomes of it. */
    @Schema(name = "LoanRequested")
    record Requested(
            @JsonProperty("loan_id") UUID loanId,
            @JsonProperty("credit_line_id") UUID creditLineId,

            @JsonProperty("status") @Schema(example = "requested")
            String status,

            @JsonProperty("amount") AmountBody amount,
            @JsonProperty("requested_on") LocalDate requestedOn) {}

    @PostMapping(path = "/loans", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Draw a loan from a credit line", description = """
        202 means that the request is kept: Location tells where to look. The door waits a moment for the credit \
        line, so that a draw over the limit is usually refused at once; with `Prefer: respond-async` it does not.\
        """)
    ResponseEntity<Requested> draw(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestBody DrawBody body) {
        var asked = IdempotencyKey.of(key);
        return idempotency.once(asked, "/loans", body, request -> {
            var order = order(new LoanId(asked.id()), body);
            var waits = prefer == null || !prefer.contains("respond-async");
            try (var watch = arrivals.watch(order.subject())) {
                return request(order, request, watch, waits ? patience : Duration.ZERO);
            }
        });
    }

    private RequestLoan order(LoanId id, DrawBody body) {
        var line = Given.required("credit_line_id", body.creditLineId());
        var creditLine = Given.value("credit_line_id", () -> CreditLineId.of(line));
        var on = given.pastDay("requested_on", body.requestedOn());
        var agreement = agreements.read(body);
        var payout = Given.required("payout", body.payout()).parse();
        return new RequestLoan(id, creditLine, agreement, payout, on, body.confirmedCosts());
    }

    private ResponseEntity<Requested> request(RequestLoan order, Request request, Watch watch, Duration patience) {
        var answer = gate.send(order, request);
        if (answer.repeated()) {
            watch.lookBack();
        }
        var outcome = watch.await(fact -> isOutcome(fact, order.payout().channel()), patience);
        var fact = answer.find(LoanRequested.class).orElseThrow();
        var location = "/loans/" + fact.loanId();
        if (outcome.orElse(null) instanceof LoanDeclined declined) {
            var problem = KnownRefusals.problem(declined.reason(), declined.detail());
            throw new DoorClosed(
                    problem.with("loan_id", fact.loanId().toString()),
                    Map.of("Location", location, Written.POSITION, Long.toString(answer.position())));
        }
        return Written.accepted(
                answer.position(),
                location,
                new Requested(
                        fact.subject(),
                        fact.creditLineId().value(),
                        "requested",
                        AmountBody.of(fact.agreement().principal()),
                        fact.requestedOn()));
    }

    /** What the door waits for: the credit line's word; and where no bank is asked also the payout, which follows at once. */
    private static boolean isOutcome(Fact fact, PayoutChannel channel) {
        return switch (fact) {
            case LoanDeclined _, LoanCancelled _, LoanDisbursed _ -> true;
            case LoanOpened _ -> channel != PayoutChannel.ALREADY_PAID;
            default -> false;
        };
    }
}
