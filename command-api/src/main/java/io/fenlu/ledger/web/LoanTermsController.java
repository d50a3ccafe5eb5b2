package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.RestructuringMeasure;
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

/** Doors through which a running loan is agreed on anew: rate, pause, due dates, plan. */
@RestController("loanTermsDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanTermsController {
    private final LoanEntries entries;
    private final Given given;

    LoanTermsController(LoanEntries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    /** Another rate. */
    @Schema(name = "ChangeRate")
    record RateChangeBody(
            @JsonProperty("rate") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            RateBody rate,

            @JsonProperty("reason")
            @Schema(example = "agreed with the borrower", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** Interest stands still. */
    @Schema(name = "PauseInterest")
    record PauseBody(
            @JsonProperty("penalty_too")
            @Schema(description = "Whether penalty stands still as well; no when left out.")
            @Nullable
            Boolean penaltyToo,

            @JsonProperty("reason")
            @Schema(example = "agreed with the borrower", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** Interest runs again. */
    @Schema(name = "ResumeInterest")
    record ResumeBody(
            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** One instalment on another day. */
    @Schema(name = "MoveDueDate")
    record MoveBody(
            @JsonProperty("instalment") @Schema(example = "3", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer instalment,

            @JsonProperty("due_on")
            @Schema(example = "2026-05-20", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String dueOn,

            @JsonProperty("reason")
            @Schema(example = "agreed with the borrower", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    /** How repayment is agreed anew. */
    @Schema(name = "RestructuringMeasure")
    record MeasureBody(
            @JsonProperty("kind")
            @Schema(
                    example = "reschedule",
                    description = "One of reschedule, re-age, re-amortise, extend.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String kind,

            @JsonProperty("instalments")
            @Schema(example = "12", description = "For reschedule all of them, for extend how many more.")
            @Nullable
            Integer instalments,

            @JsonProperty("first_due_on")
            @Schema(example = "2026-05-20", description = "For reschedule; one period later when left out.")
            @Nullable
            String firstDueOn,

            @JsonProperty("rate") @Schema(description = "For reschedule; unchanged when left out.") @Nullable
            RateBody rate) {}

    /** Repayment agreed anew. */
    @Schema(name = "RestructureLoan")
    record RestructuringBody(
            @JsonProperty("measure") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            MeasureBody measure,

            @JsonProperty("accrued")
            @Schema(
                    example = "capitalise",
                    description = "What becomes of interest that has grown: capitalise, keep or waive.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String accrued,

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

    @PostMapping("/rate-changes")
    @Operation(summary = "Change the rate from a day on")
    ResponseEntity<Entered> changeRate(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RateChangeBody body) {
        return entries.enter(
                id,
                "rate-changes",
                key,
                body,
                (loan, entry) -> new LoanCommand.ChangeRate(
                        loan,
                        new LoanEntry.RateChange(
                                entry,
                                rate(body.rate()),
                                Given.required("reason", body.reason()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/interest-pauses")
    @Operation(summary = "Let interest stand still")
    ResponseEntity<Entered> pause(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody PauseBody body) {
        return entries.enter(
                id,
                "interest-pauses",
                key,
                body,
                (loan, entry) -> new LoanCommand.PauseInterest(
                        loan,
                        new LoanEntry.Pause(
                                entry,
                                Boolean.TRUE.equals(body.penaltyToo()),
                                Given.required("reason", body.reason()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/interest-resumptions")
    @Operation(summary = "Let interest run again")
    ResponseEntity<Entered> resume(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ResumeBody body) {
        return entries.enter(
                id,
                "interest-resumptions",
                key,
                body,
                (loan, entry) -> new LoanCommand.ResumeInterest(
                        loan, new LoanEntry.Resume(entry, given.pastDay("on", body.on()))));
    }

    @PostMapping("/due-date-moves")
    @Operation(summary = "Let one instalment be due on another day")
    ResponseEntity<Entered> move(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody MoveBody body) {
        return entries.enter(
                id,
                "due-date-moves",
                key,
                body,
                (loan, entry) -> new LoanCommand.MoveDueDate(
                        loan,
                        new LoanEntry.DueDateMove(
                                entry,
                                Given.required("instalment", body.instalment()),
                                Given.anyDay("due_on", Given.required("due_on", body.dueOn())),
                                Given.required("reason", body.reason()),
                                given.pastDay("on", body.on()))));
    }

    @PostMapping("/restructurings")
    @Operation(
            summary = "Agree repayment anew",
            description = "What becomes of interest that has grown is an explicit choice.")
    ResponseEntity<Entered> restructure(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RestructuringBody body) {
        return entries.enter(id, "restructurings", key, body, (loan, entry) -> {
            var accrued = Given.choice("accrued", AccruedInterest.class, Given.required("accrued", body.accrued()));
            return new LoanCommand.RestructureLoan(
                    loan,
                    new LoanEntry.Restructuring(
                            entry,
                            measure(Given.required("measure", body.measure())),
                            accrued,
                            Given.required("reason", body.reason()),
                            Given.required("authority", body.authority()),
                            given.pastDay("on", body.on())));
        });
    }

    private static Rate rate(@Nullable RateBody body) {
        return RateBody.parse("rate", body);
    }

    private static RestructuringMeasure measure(MeasureBody body) {
        var kind = Given.required("measure.kind", body.kind());
        return switch (kind) {
            case "reschedule" ->
                new RestructuringMeasure.Reschedule(
                        Given.required("measure.instalments", body.instalments()),
                        body.firstDueOn() == null ? null : Given.anyDay("measure.first_due_on", body.firstDueOn()),
                        body.rate() == null ? null : RateBody.parse("measure.rate", body.rate()));
            case "re-age" -> new RestructuringMeasure.ReAge();
            case "re-amortise" -> new RestructuringMeasure.ReAmortise();
            case "extend" -> new RestructuringMeasure.Extend(Given.required("measure.instalments", body.instalments()));
            default ->
                throw DoorClosed.at(
                        "measure.kind",
                        DoorRefusal.CHOICE_UNKNOWN,
                        "“" + Given.brief(kind) + "” is none of: reschedule, re-age, re-amortise, extend.");
        };
    }
}
