package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountHappening;
import io.fenlu.ledger.account.AccountMovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order law: whatever the order in which facts are learned, the account and its books are the same on every day. */
class AccountsLearningLateTest {
    private static final int HISTORIES = 2_000;

    @Test
    void whatever_the_order_of_learning_the_account_and_its_books_are_the_same_on_every_day() {
        var heard = new HashMap<Class<?>, Integer>();
        var tally = new Tally();
        var compared = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var orders = AccountHistory.of(seed);
            var facts = mustAgree(seed, orders);
            compared += facts.isEmpty() ? 0 : 1;
            for (var fact : facts) {
                heard.merge(fact.getClass(), 1, Integer::sum);
                tally.hear(fact);
            }
        }
        assertThat(compared).as("histories learned whole in another order").isGreaterThan(HISTORIES * 4 / 5);
        assertThat(heard.keySet())
                .as("kinds of facts")
                .containsAll(List.of(AccountHappening.class.getPermittedSubclasses()));
        assertThat(tally.bills).as("issued bills that would be others now").isGreaterThan(HISTORIES);
        assertThat(tally.late).as("histories with facts learned late").isGreaterThan(HISTORIES * 3 / 4);
        assertThat(tally.refundsAfterConversion).as("refunds that found a plan").isGreaterThan(HISTORIES / 10);
        assertThat(tally.reopened)
                .as("payments taken back after a bill was paid by them")
                .isGreaterThan(HISTORIES / 10);
        assertThat(tally.recovered).as("payments after a write-off").isGreaterThan(HISTORIES / 20);
    }

    private static final class Tally {
        private int late;
        private int bills;
        private int refundsAfterConversion;
        private int reopened;
        private int recovered;
        private boolean seen;
        private final HashSet<Object> plans = new HashSet<>();

        void hear(AccountEvent fact) {
            switch (fact) {
                case AccountEvent.AccountOpened _ -> {
                    seen = false;
                    plans.clear();
                }
                case AccountCorrected corrected -> {
                    late += seen ? 0 : 1;
                    seen = true;
                    bills += corrected.bills().size();
                }
                case AccountHappening.PurchaseRefunded(var _, AccountEntry.Refund refund, var _)
                when refund.purchase() != null
                        && plans.contains(refund.purchase().purchase()) -> refundsAfterConversion++;
                case AccountHappening.PurchasePosted(var _, AccountEntry.Purchase purchase, var _)
                when purchase.plan() != null -> plans.add(purchase.id());
                case AccountHappening.PaymentReturned returned
                when returned.consequence().movements().stream()
                        .anyMatch(movement -> movement.kind() == AccountMovementKind.PAYMENT_RETURNED) -> reopened++;
                case AccountHappening.PaymentReceived received
                when received.consequence().balances().claim() != null -> recovered++;
                default -> {}
            }
        }
    }

    private static List<AccountEvent> mustAgree(long seed, List<AccountCommand> orders) {
        var outcome = outcome(seed, orders);
        if (outcome.thrown() == null) {
            return outcome.facts();
        }
        var smallest = orders;
        var size = 0;
        while (size != smallest.size()) {
            size = smallest.size();
            for (int k = smallest.size() - 1; k > 0; k--) {
                var fewer = new ArrayList<>(smallest);
                fewer.remove(k);
                var still = outcome(seed, fewer);
                if (still.thrown() != null) {
                    smallest = fewer;
                    outcome = still;
                }
            }
        }
        throw new AssertionError(
                "seed " + seed + ", the smallest history that fails:\n  "
                        + String.join(
                                "\n  ", smallest.stream().map(Object::toString).toList()),
                outcome.thrown());
    }

    private record Outcome(@Nullable Throwable thrown, List<AccountEvent> facts) {}

    private static Outcome outcome(long seed, List<AccountCommand> orders) {
        try {
            return new Outcome(null, compare(seed, orders));
        } catch (RuntimeException | AssertionError found) {
            return new Outcome(found, List.of());
        }
    }

    /** The facts of another order of learning, after they were compared; empty where no second order was permitted. */
    private static List<AccountEvent> compare(long seed, List<AccountCommand> orders) {
        var late = new AccountLedger();
        var accepted = new ArrayList<AccountCommand>();
        for (var order : shuffled(orders, new Dice(seed * 31))) {
            if (late.obey(order)) {
                accepted.add(order);
            }
        }
        if (seed % 4 == 0) {
            late.mustReplay();
        }
        var other = inTime(accepted);
        for (int attempt = 1; other == null && attempt < 4; attempt++) {
            other = all(shuffled(accepted, new Dice(seed * 31 + attempt)));
        }
        if (other == null) {
            return List.of();
        }
        mustBeTheSame(other, late, accepted);
        return late.facts();
    }

    /** All orders by their dates; none when one is refused, because it was only possible while less was known. */
    private static @Nullable AccountLedger inTime(List<AccountCommand> orders) {
        var ledger = all(orders.stream()
                .sorted(Comparator.comparing(AccountCommand::businessDate))
                .toList());
        if (ledger != null) {
            ledger.mustReplay();
        }
        return ledger;
    }

    private static @Nullable AccountLedger all(List<AccountCommand> orders) {
        var ledger = new AccountLedger();
        for (var order : orders) {
            if (!ledger.obey(order) && !(order instanceof AccountCommand.IssueBill)) {
                return null;
            }
        }
        return ledger;
    }

    /** Payments, refunds and disputes are learned later than they happened, some by days, some by months. */
    private static List<AccountCommand> shuffled(List<AccountCommand> orders, Dice dice) {
        var shuffled = new ArrayList<>(orders);
        for (int k = shuffled.size() - 1; k > 0; k--) {
            var late = shuffled.get(k) instanceof AccountCommand.Entering entering
                    && entering.entry() instanceof AccountEntry.Relieving;
            if (late ? dice.percent(60) : dice.percent(10)) {
                var by = late ? dice.between(1, 25) : 1;
                var order = shuffled.remove(k);
                shuffled.add(Math.min(shuffled.size(), k + by), order);
            }
        }
        return shuffled;
    }

    private static void mustBeTheSame(AccountLedger inTime, AccountLedger late, List<AccountCommand> orders) {
        var days = new TreeSet<LocalDate>();
        for (var order : orders) {
            days.add(order.businessDate());
            days.add(order.businessDate().plusDays(17));
        }
        days.add(days.last().plusDays(100));
        var horizon = orders.stream()
                .map(AccountCommand::businessDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
        for (var day : days) {
            assertThat(late.standing(day)).as("standing on %s", day).isEqualTo(inTime.standing(day));
            if (!day.isAfter(horizon)) {
                assertThat(late.trialBalance(day))
                        .as("trial balance of %s", day)
                        .isEqualTo(inTime.trialBalance(day));
            }
        }
        assertThat(late.state().getClass()).isEqualTo(inTime.state().getClass());
    }
}
