package io.fenlu.ledger.life;

import static io.fenlu.ledger.story.AccountOrders.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.NextBill;
import io.fenlu.ledger.kernel.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who only reads an account's facts knows its next bill as well as the account does. */
class NextBillTest {
    private static final AccountDecider DECIDER = new AccountDecider();
    private static final int HISTORIES = 300;

    private int resting;
    private int awaited;
    private int idle;

    @Test
    void the_facts_of_an_account_tell_when_it_is_billed_next_and_never_take_something_for_nothing() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            follow(seed, AccountHistory.of(seed));
        }
        assertThat(resting).as("accounts met at rest").isGreaterThan(HISTORIES / 10);
        assertThat(awaited).as("bills that came as told").isGreaterThan(HISTORIES * 5);
        assertThat(idle).as("bills awaited in vain").isLessThan(awaited / 10);
    }

    private void follow(long seed, List<AccountCommand> orders) {
        AccountState state = DECIDER.initial();
        @Nullable NextBill next = null;
        for (var order : orders) {
            if (!(DECIDER.decide(state, order) instanceof Decision.Accepted<AccountEvent>(var facts))) {
                continue;
            }
            for (var fact : facts) {
                state = DECIDER.evolve(state, fact);
                next = next == null ? NextBill.of((AccountOpened) fact) : next.after(fact);
            }
            if (next != null) {
                compare("seed " + seed + " after " + order, state, next);
            }
        }
    }

    private void compare(String when, AccountState state, NextBill next) {
        if (!(state instanceof AccountState.Active account)) {
            assertThat(next.awaited()).as(when).isFalse();
            return;
        }
        assertThat(next.cutOn()).as(when).isEqualTo(account.nextBillCutOn());
        if (next.awaited()) {
            tell(DECIDER.decide(state, new IssueBill(ACCOUNT, next.cutOn())), when);
        } else {
            resting++;
            assertThat(DECIDER.decide(state, new IssueBill(ACCOUNT, next.cutOn().plusDays(100))))
                    .as(when)
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(AccountRefusal.NOTHING_TO_BILL));
        }
    }

    private void tell(Decision<AccountEvent> answer, String when) {
        switch (answer) {
            case Decision.Accepted<AccountEvent>(var facts) -> {
                awaited++;
                assertThat(facts).as(when).hasSize(1);
            }
            case Decision.Refused<AccountEvent>(var reason, var _) -> {
                idle++;
                assertThat(reason).as(when).isEqualTo(AccountRefusal.NOTHING_TO_BILL);
            }
            case Decision.AlreadyDone<AccountEvent> _ -> throw new AssertionError(when);
        }
    }
}
