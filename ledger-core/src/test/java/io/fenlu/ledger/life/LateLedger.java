package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One loan with its books, learned in some order, and looked at after every fact. */
final class LateLedger {
    private static final LoanDecider DECIDER = new LoanDecider();

    /** One account of one lender. */
    record Column(LedgerAccount account, @Nullable LenderId lender) {}

    private final List<LoanEvent> facts = new ArrayList<>();
    private final TreeMap<LocalDate, Map<Column, Long>> days = new TreeMap<>();
    private final LedgerSheet sheet = new LedgerSheet();
    private final Conservation conservation = new Conservation();
    private LoanState state = DECIDER.initial();

    /** Obeys an order, if it is accepted. */
    boolean obey(LoanCommand order) {
        if (!(DECIDER.decide(state, order) instanceof Decision.Accepted<LoanEvent>(var accepted))) {
            return false;
        }
        for (var fact : accepted) {
            state = DECIDER.evolve(state, fact);
            facts.add(fact);
            post(fact);
            conservation.hear(fact);
        }
        conservation.mustHold(state, sheet);
        return true;
    }

    private void post(LoanEvent fact) {
        for (var posting : LoanPostings.each(fact)) {
            sheet.post(posting);
            var day = days.computeIfAbsent(posting.on(), _ -> new HashMap<>());
            for (var entry : posting.entries()) {
                var minor = entry.amount().minor() * (entry.side() == Entry.Side.DEBIT ? 1 : -1);
                day.merge(new Column(entry.account(), entry.lender()), minor, Long::sum);
            }
        }
    }

    LoanState state() {
        return state;
    }

    List<LoanEvent> facts() {
        return facts;
    }

    boolean isRunning() {
        return state instanceof LoanState.Active;
    }

    Optional<LoanStanding> standing(LocalDate day) {
        return switch (state) {
            case LoanState.Active loan
            when !day.isBefore(loan.disbursedOn()) -> Optional.of(LoanStanding.of(loan, day));
            case LoanState.Settled loan
            when !day.isBefore(loan.last().disbursedOn()) -> Optional.of(LoanStanding.of(loan, day));
            default -> Optional.empty();
        };
    }

    /** The trial balance at the end of a day: every account that is not zero. */
    Map<Column, Long> trialBalance(LocalDate day) {
        var balance = new HashMap<Column, Long>();
        for (var moved : days.headMap(day, true).values()) {
            moved.forEach((column, minor) -> balance.merge(column, minor, Long::sum));
        }
        balance.values().removeIf(minor -> minor == 0);
        return balance;
    }

    /** Every fact again, from the first: the same state. */
    void mustReplay() {
        var again = DECIDER.initial();
        for (var fact : facts) {
            again = DECIDER.evolve(again, fact);
        }
        assertThat(again).as("replayed").isEqualTo(state);
        assertThat(facts.getFirst()).isInstanceOf(LoanRequested.class);
    }
}
