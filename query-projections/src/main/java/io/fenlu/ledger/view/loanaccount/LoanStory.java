package io.fenlu.ledger.view.loanaccount;

import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.view.history.HistoryFinder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells how a loan stood on any day: the facts that counted by then, folded by the loan's own decider. */
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
        var facts = history.upTo("loan", loan, position).stream()
                .map(found -> history.read(LoanEvent.class, found))
                .toList();
        var state = DECIDER.initial();
        for (var fact : countingBy(day, facts)) {
            state = DECIDER.evolve(state, fact);
        }
        return state instanceof LoanState.NotRequested ? Optional.empty() : Optional.of(state);
    }

    /** What is owed on a loan at the end of a day; nothing for a loan whose money was not paid out by then. */
    public static Optional<LoanStanding> standing(LoanState state, LocalDate day) {
        return switch (state) {
            case LoanState.Active loan -> Optional.of(LoanStanding.of(loan, day));
            case LoanState.Settled loan -> Optional.of(LoanStanding.of(loan, day));
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> Optional.empty();
        };
    }

    /**
     * The facts whose business date has come, in the order of their positions.
     *
     * <p>A bank may say that the money was paid out on a day before the contract was entered here. Then request and contract count
     * from that day too: nothing can be owed on a loan that nobody asked for.
     */
    private static List<LoanEvent> countingBy(LocalDate day, List<LoanEvent> facts) {
        var paidOut = facts.stream()
                .anyMatch(fact -> fact instanceof LoanEvent.LoanDisbursed
                        && !fact.businessDate().isAfter(day));
        return facts.stream()
                .filter(fact -> !fact.businessDate().isAfter(day)
                        || paidOut && (fact instanceof LoanRequested || fact instanceof LoanOpened))
                .toList();
    }
}
