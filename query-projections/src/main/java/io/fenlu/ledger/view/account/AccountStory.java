package io.fenlu.ledger.view.account;

import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.view.history.HistoryFinder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells how an account stood, as it is known at a position: its facts, folded by the account's own decider. */
@Component
public final class AccountStory {
    private static final AccountDecider DECIDER = new AccountDecider();
    private static final String KIND = "account";

    private final HistoryFinder history;

    public AccountStory(HistoryFinder history) {
        this.history = history;
    }

    /** The state of an account as it is known at a position; nothing when it had not been opened by then. */
    public Optional<AccountState> at(UUID account, long position) {
        var state = DECIDER.initial();
        for (var found : history.upTo(KIND, account, position)) {
            state = DECIDER.evolve(state, history.read(AccountEvent.class, found));
        }
        return state instanceof AccountState.NotOpened ? Optional.empty() : Optional.of(state);
    }

    /** The bills of an account as they were issued, the oldest first. */
    public List<Bill> bills(UUID account, long position) {
        return history.upTo(KIND, account, position).stream()
                .map(found -> history.read(AccountEvent.class, found))
                .filter(BillIssued.class::isInstance)
                .map(fact -> ((BillIssued) fact).bill())
                .toList();
    }
}
