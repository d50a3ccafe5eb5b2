package io.fenlu.ledger.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The life of one account, told to the decider order by order; every fact is lived through at once. */
public final class AccountStory {
    private static final AccountDecider DECIDER = new AccountDecider();

    private final List<AccountEvent> events = new ArrayList<>();
    private AccountState state = DECIDER.initial();

    public static AccountStory of(AccountAgreement agreement, String openedOn) {
        return new AccountStory().obey(AccountOrders.open(agreement, openedOn));
    }

    public AccountStory obey(AccountCommand... orders) {
        for (var order : orders) {
            var answer = DECIDER.decide(state, order);
            if (!(answer instanceof Decision.Accepted<AccountEvent>(var facts))) {
                throw new AssertionError(order + " was to be accepted: " + answer);
            }
            for (var fact : facts) {
                state = DECIDER.evolve(state, fact);
                events.add(fact);
            }
        }
        return this;
    }

    public Refusal refusal(AccountCommand order) {
        var answer = DECIDER.decide(state, order);
        if (answer instanceof Decision.Refused<AccountEvent> refused) {
            return refused.reason();
        }
        throw new AssertionError(order + " was to be refused: " + answer);
    }

    public Decision<AccountEvent> answer(AccountCommand order) {
        return DECIDER.decide(state, order);
    }

    public AccountState state() {
        return state;
    }

    public AccountState.Active active() {
        assertThat(state).isInstanceOf(AccountState.Active.class);
        return (AccountState.Active) state;
    }

    public AccountStanding on(String day) {
        return AccountStanding.of(active(), LocalDate.parse(day));
    }

    public List<AccountEvent> events() {
        return events;
    }

    public <E extends AccountEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Bill> bills() {
        return all(BillIssued.class).stream().map(BillIssued::bill).toList();
    }

    public Bill bill(int number) {
        return bills().stream()
                .filter(bill -> bill.number() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bill " + number + " in " + bills()));
    }

    public Bill lastBill() {
        return bills().getLast();
    }
}
