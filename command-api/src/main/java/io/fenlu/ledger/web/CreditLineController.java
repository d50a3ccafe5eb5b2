package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The doors of credit lines: grant a limit, change it, freeze it, end it. */
@RestController("creditLineDoor")
@Tag(name = "Credit lines", description = "How much a borrower may still draw (授信额度).")
class CreditLineController {
    private final Gate gate;
    private final Idempotency idempotency;
    private final Given given;

    CreditLineController(Gate gate, Idempotency idempotency, Given given) {
        this.gate = gate;
        this.idempotency = idempotency;
        this.given = given;
    }

    /**
     * Who gets a limit, and of how much.
     *
     * @param openedOn today when there is none
     */
    @Schema(name = "OpenCreditLine")
    record OpenBody(
            @JsonProperty("borrower_id")
            @Schema(example = "borrower-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String borrowerId,

            @JsonProperty("limit") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody limit,

            @JsonProperty("opened_on") @Schema(example = "2026-01-05", description = "Today when left out.") @Nullable
            String openedOn) {}

    /** The new limit, and why. */
    @Schema(name = "ChangeLimit")
    record LimitBody(
            @JsonProperty("limit") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody limit,

            @JsonProperty("reason")
            @Schema(example = "yearly review", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("changed_on") @Schema(example = "2026-02-01", description = "Today when left out.") @Nullable
            String changedOn) {}

    /** Why draws stop. */
    @Schema(name = "FreezeCreditLine")
    record FreezeBody(
            @JsonProperty("reason")
            @Schema(example = "lost telephone", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("frozen_on") @Schema(example = "2026-02-03", description = "Today when left out.") @Nullable
            String frozenOn) {}

    /** Why draws are allowed again. */
    @Schema(name = "UnfreezeCreditLine")
    record UnfreezeBody(
            @JsonProperty("reason")
            @Schema(example = "telephone found", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("unfrozen_on") @Schema(example = "2026-02-04", description = "Today when left out.") @Nullable
            String unfrozenOn) {}

    /** Why the line ends. */
    @Schema(name = "CloseCreditLine")
    record CloseBody(
            @JsonProperty("reason")
            @Schema(example = "asked for by the borrower", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("closed_on") @Schema(example = "2026-03-01", description = "Today when left out.") @Nullable
            String closedOn) {}

    @PostMapping(path = "/credit-lines", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open a credit line", description = "Grants a limit to a borrower (授信).")
    ResponseEntity<CreditLineAnswers.Opened> open(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody OpenBody body) {
        var asked = IdempotencyKey.of(key);
        return idempotency.once(asked, "/credit-lines", body, request -> {
            var borrower = Given.required("borrower_id", body.borrowerId());
            var limit = Given.amount("limit", body.limit());
            var on = given.pastDay("opened_on", body.openedOn());
            var id = new CreditLineId(asked.id());
            var who = Given.value("borrower_id", () -> new BorrowerId(borrower));
            return send(new OpenCreditLine(id, who, limit, on), request, CreditLineAnswers::opened);
        });
    }

    @PostMapping(path = "/credit-lines/{id}/limit-changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change a limit",
            description =
                    "Up or down (调额), also below what is in use: then nothing can be drawn until enough was repaid.")
    ResponseEntity<CreditLineAnswers.LimitChange> change(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody LimitBody body) {
        var line = line(id);
        return idempotency.once(IdempotencyKey.of(key), path(line, "limit-changes"), body, request -> {
            var limit = Given.amount("limit", body.limit());
            var reason = Given.required("reason", body.reason());
            var on = given.pastDay("changed_on", body.changedOn());
            return send(new ChangeLimit(line, limit, reason, on), request, CreditLineAnswers::limitChange);
        });
    }

    @PostMapping(path = "/credit-lines/{id}/freezes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Freeze a credit line", description = "No more draws for the time being (冻结).")
    ResponseEntity<CreditLineAnswers.Step> freeze(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody FreezeBody body) {
        var asked = new Asked(line(id), "freezes", key, body);
        return step(asked, body.reason(), new Day("frozen_on", body.frozenOn()), FreezeCreditLine::new);
    }

    @PostMapping(path = "/credit-lines/{id}/unfreezes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Unfreeze a credit line", description = "Draws are allowed again (解冻).")
    ResponseEntity<CreditLineAnswers.Step> unfreeze(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody UnfreezeBody body) {
        var asked = new Asked(line(id), "unfreezes", key, body);
        return step(asked, body.reason(), new Day("unfrozen_on", body.unfrozenOn()), UnfreezeCreditLine::new);
    }

    @PostMapping(path = "/credit-lines/{id}/closures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Close a credit line", description = "Only when nothing of it is reserved or in use (终止).")
    ResponseEntity<CreditLineAnswers.Step> close(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody CloseBody body) {
        var asked = new Asked(line(id), "closures", key, body);
        return step(asked, body.reason(), new Day("closed_on", body.closedOn()), CloseCreditLine::new);
    }

    /** What is asked of a line, by which name and under which key. */
    private record Asked(
            CreditLineId line, String noun, @Nullable String key, Record body) {}

    private record Day(String field, @Nullable String given) {}

    /** An order that consists of a reason and a day. */
    private interface Step {
        CreditLineCommand of(CreditLineId line, String reason, LocalDate on);
    }

    private ResponseEntity<CreditLineAnswers.Step> step(Asked asked, @Nullable String reason, Day day, Step step) {
        var path = path(asked.line, asked.noun);
        return idempotency.once(IdempotencyKey.of(asked.key), path, asked.body, request -> {
            var why = Given.required("reason", reason);
            var on = given.pastDay(day.field, day.given);
            return send(step.of(asked.line, why, on), request, CreditLineAnswers::step);
        });
    }

    private <T> ResponseEntity<T> send(CreditLineCommand order, Request request, Function<Answer, T> body) {
        var answer = gate.send(order, request);
        return Written.created(answer, "/credit-lines/" + order.creditLineId(), body.apply(answer));
    }

    private static CreditLineId line(String id) {
        return Given.value("id", () -> CreditLineId.of(id));
    }

    private static String path(CreditLineId line, String noun) {
        return "/credit-lines/" + line + "/" + noun;
    }
}
