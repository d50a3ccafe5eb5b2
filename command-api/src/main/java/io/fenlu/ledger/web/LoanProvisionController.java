package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.classification.LoanLateness;
import io.fenlu.ledger.classification.ProvisionRule;
import io.fenlu.ledger.classification.RulePack;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.web.EntryBodies.Entered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door through which a month end provides for losses on a loan, by the class that it was in on that day as it is known now. */
@RestController("loanProvisionDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanProvisionController {
    private static final LoanDecider DECIDER = new LoanDecider();

    private final LoanEntries entries;
    private final Given given;
    private final History history;

    LoanProvisionController(LoanEntries entries, Given given, History history) {
        this.entries = entries;
        this.given = given;
        this.history = history;
    }

    /** A month end. */
    @Schema(name = "ProvideForLoss")
    record ProvisionBody(
            @JsonProperty("on")
            @Schema(example = "2026-01-31", description = "The last day of a month; today when left out.")
            @Nullable
            String on) {}

    @PostMapping("/provisions")
    @Operation(
            summary = "Bring the allowance for losses to what the loan's class asks for",
            description = "On the last day of a month, once; asked for again, nothing happens.")
    ResponseEntity<Entered> provide(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ProvisionBody body) {
        return entries.enter(id, "provisions", key, body, (loan, entry) -> order(loan, given.pastDay("on", body.on())));
    }

    private LoanCommand order(LoanId loan, LocalDate on) {
        var state = DECIDER.initial();
        var facts = new ArrayList<LoanEvent>();
        for (var kept : history.of(loan.value())) {
            if (kept.fact() instanceof LoanEvent fact) {
                state = DECIDER.evolve(state, fact);
                facts.add(fact);
            }
        }
        var risk = LoanLateness.of(state, facts, on).classify(RulePack.LOANS);
        var rule = ProvisionRule.LOANS_2002;
        var named = risk.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new LoanCommand.ProvideForLoss(loan, new LoanEntry.Provision(named, rule.rate(risk), rule.code(), on));
    }
}
