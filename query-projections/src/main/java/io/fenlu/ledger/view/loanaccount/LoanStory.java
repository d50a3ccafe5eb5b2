package io.fenlu.ledger.view.loanaccount;

import io.fenlu.ledger.classification.LoanLateness;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.view.history.HistoryFinder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells how a loan stood on any day, as it is known at a position: its facts, folded by the loan's own decider. */
@Component
public final class LoanStory {
    private static final LoanDecider DECIDER = new LoanDecider();

    private final HistoryFinder history;

    public LoanStory(HistoryFinder history) {
        this.history = history;
    }

    /**
     * The state of a loan at the end of a day.
     *
     * @param position facts after it are not looked at
     * @return nothing when the loan had not been asked for by then
     */
    public Optional<LoanState> on(UUID loan, LocalDate day, long position) {
        var state = DECIDER.initial();
        for (var found : history.upTo("loan", loan, position)) {
            if (found.businessDate().isAfter(day) && !LoanState.isRunning(state)) {
                break;
            }
            state = DECIDER.evolve(state, history.read(LoanEvent.class, found));
        }
        var then = LoanState.on(state, day);
        return then instanceof LoanState.NotRequested ? Optional.empty() : Optional.of(then);
    }

    /**
     * How late a loan is at the end of a day, and in which class.
     *
     * @param position facts after it are not looked at
     * @return nothing when the loan had not been asked for by then
     */
    public Optional<LoanLateness> lateness(UUID loan, LocalDate day, long position) {
        var state = DECIDER.initial();
        var facts = new ArrayList<LoanEvent>();
        for (var found : history.upTo("loan", loan, position)) {
            var fact = history.read(LoanEvent.class, found);
            state = DECIDER.evolve(state, fact);
            facts.add(fact);
        }
        return LoanState.on(state, day) instanceof LoanState.NotRequested
                ? Optional.empty()
                : Optional.of(LoanLateness.of(state, facts, day));
    }

    /** What is owed on a loan at the end of a day; nothing for a loan whose money was not paid out by then. */
    public static Optional<LoanStanding> standing(LoanState state, LocalDate day) {
        return switch (state) {
            case LoanState.Active loan -> Optional.of(LoanStanding.of(loan, day));
            case LoanState.Settled loan -> Optional.of(LoanStanding.of(loan, day));
            case LoanState.Closed loan -> Optional.of(LoanStanding.of(loan.settled(), day));
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> Optional.empty();
        };
    }
}
