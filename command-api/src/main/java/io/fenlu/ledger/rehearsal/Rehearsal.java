package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.json.LedgerJson;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lays out a loan from files: its schedule, what each event healed, balances, lateness and cost. */
public final class Rehearsal {
    private static final JsonMapper JSON = LedgerJson.on(JsonMapper.builder())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Rehearsal() {}

    /**
     * The answer as JSON.
     *
     * @param events absent when nothing happened
     * @param asOf absent, the day of the last event, or the payout
     * @param knownAt absent, everything in the file is known; else only what was learned by that day
     * @throws PaperFault when a file cannot be used, with the place in it; the fault does not say in which file
     */
    public static String answer(
            String terms, @Nullable String events, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        var paper = PaperReader.terms(terms);
        if (paper.payments() != null) {
            if (events != null) {
                throw new PaperFault("payments", "where payments are given one by one, there are no events");
            }
            return JSON.writeValueAsString(PaymentsAnswer.of(paper, paper.payments()));
        }
        var happened = events == null ? List.<PaperEvent>of() : PaperReader.events(events, paper.principal());
        var loan = PaperLoan.of(paper);
        return JSON.writeValueAsString(LoanAnswer.of(loan, known(happened, knownAt), asOf));
    }

    private static List<PaperEvent> known(List<PaperEvent> events, @Nullable LocalDate knownAt) {
        if (knownAt == null) {
            return events;
        }
        return events.stream()
                .filter(event -> {
                    var learned = event.learnedOn();
                    return !(learned == null ? event.on() : learned).isAfter(knownAt);
                })
                .toList();
    }
}
