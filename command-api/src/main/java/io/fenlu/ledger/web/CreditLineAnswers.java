package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineClosed;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineFrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineUnfrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.gate.Answer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;

/** What the doors of credit lines answer, read off the facts that the request left. */
final class CreditLineAnswers {
    private CreditLineAnswers() {}

    /** A limit was granted. */
    @Schema(name = "CreditLineOpened")
    record Opened(
            @JsonProperty("credit_line_id") UUID creditLineId,
            @JsonProperty("borrower_id") String borrowerId,
            @JsonProperty("limit") AmountBody limit,
            @JsonProperty("opened_on") LocalDate openedOn) {}

    /** A limit was changed; {@code available} is what may still be drawn. */
    @Schema(name = "LimitChanged")
    record LimitChange(
            @JsonProperty("credit_line_id") UUID creditLineId,
            @JsonProperty("previous_limit") AmountBody previousLimit,
            @JsonProperty("limit") AmountBody limit,
            @JsonProperty("available") AmountBody available,
            @JsonProperty("reason") String reason,
            @JsonProperty("changed_on") LocalDate changedOn) {}

    /** A line was frozen, unfrozen or closed. */
    @Schema(name = "CreditLineStep")
    record Step(
            @JsonProperty("credit_line_id") UUID creditLineId,

            @JsonProperty("status") @Schema(example = "frozen")
            String status,

            @JsonProperty("reason") String reason,
            @JsonProperty("on") LocalDate on) {}

    static Opened opened(Answer answer) {
        var fact = answer.find(CreditLineOpened.class).orElseThrow();
        return new Opened(fact.subject(), fact.borrowerId().value(), AmountBody.of(fact.limit()), fact.openedOn());
    }

    static LimitChange limitChange(Answer answer) {
        var fact = answer.find(LimitChanged.class).orElseThrow();
        return new LimitChange(
                fact.subject(),
                AmountBody.of(fact.previousLimit()),
                AmountBody.of(fact.limit()),
                AmountBody.of(fact.available()),
                fact.reason(),
                fact.changedOn());
    }

    static Step step(Answer answer) {
        return switch (answer.facts().getFirst().fact()) {
            case CreditLineFrozen frozen -> new Step(frozen.subject(), "frozen", frozen.reason(), frozen.frozenOn());
            case CreditLineUnfrozen unfrozen ->
                new Step(unfrozen.subject(), "open", unfrozen.reason(), unfrozen.unfrozenOn());
            case CreditLineClosed closed -> new Step(closed.subject(), "closed", closed.reason(), closed.closedOn());
            default -> throw new IllegalStateException("no such step: " + answer);
        };
    }
}
