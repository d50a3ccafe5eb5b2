package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order law: whatever the order in which facts are learned, the loan, its arrears and its books are the same on every day. */
class LearningLateTest {
    private static final int HISTORIES = Histories.of(2_000);
    private static final int OPENING = 2;

    @Test
    void whatever_the_order_of_learning_the_loan_and_its_books_are_the_same_on_every_day() {
        var learned = IntStream.range(0, HISTORIES)
                .parallel()
                .mapToObj(LearningLateTest::mustAgree)
                .flatMap(Optional::stream)
                .toList();
        var heard = new HashMap<Class<?>, Integer>();
        var corrected = 0;
        for (var facts : learned) {
            for (var fact : facts) {
                heard.merge(fact.getClass(), 1, Integer::sum);
                corrected += fact instanceof HistoryCorrected late
                                && !late.corrections().isEmpty()
                        ? 1
                        : 0;
            }
        }
        if (!Histories.areAll()) {
            return;
        }
        assertThat(learned).as("histories learned whole in another order").hasSizeGreaterThan(HISTORIES * 4 / 5);
        assertThat(corrected).as("facts that corrected earlier ones").isGreaterThan(HISTORIES);
        assertThat(heard.keySet()).as("kinds of facts").containsAll(Kinds.ofRunningLoans());
    }

    private static Optional<List<LoanEvent>> mustAgree(long seed) {
        var lived = LateHistory.of(seed);
        var failure = failure(seed, lived.ledger(), lived.orders());
        if (failure.thrown() == null) {
            return Optional.ofNullable(failure.facts());
        }
        var smallest = lived.orders();
        for (int k = smallest.size() - 1; k > OPENING && Histories.areAll(); k--) {
            var fewer = new ArrayList<>(smallest);
            fewer.remove(k);
            var still = failure(seed, fewer);
            if (still.thrown() != null) {
                smallest = fewer;
                failure = still;
            }
        }
        throw new AssertionError(
                "seed " + seed + ", the smallest history that fails:\n  "
                        + String.join(
                                "\n  ", smallest.stream().map(Object::toString).toList()),
                failure.thrown());
    }

    private record Outcome(
            @Nullable Throwable thrown, @Nullable List<LoanEvent> facts) {}

    private static Outcome failure(long seed, List<LoanCommand> orders) {
        var inOrder = new LateLedger();
        var accepted = new ArrayList<LoanCommand>();
        try {
            for (var order : orders) {
                if (inOrder.obey(order)) {
                    accepted.add(order);
                }
            }
        } catch (RuntimeException | AssertionError found) {
            return new Outcome(found, null);
        }
        return failure(seed, inOrder, accepted);
    }

    private static Outcome failure(long seed, LateLedger inOrder, List<LoanCommand> accepted) {
        try {
            return new Outcome(null, compare(seed, inOrder, accepted));
        } catch (RuntimeException | AssertionError found) {
            return new Outcome(found, null);
        }
    }

    /** The facts of another order of learning; none where no other order was permitted. */
    private static @Nullable List<LoanEvent> compare(long seed, LateLedger inOrder, List<LoanCommand> accepted) {
        if (seed % 4 == 1) {
            inOrder.mustReplay();
        }
        for (int attempt = 0; attempt < 3; attempt++) {
            var late = learn(accepted, new Random(seed * 31 + attempt), attempt < 1);
            if (late != null) {
                if (seed % 4 == 0) {
                    late.mustReplay();
                }
                mustBeTheSame(inOrder, late, accepted);
                return late.facts();
            }
        }
        return null;
    }

    /** Learns the orders in another order; what is refused is tried again when more is known. */
    private static @Nullable LateLedger learn(List<LoanCommand> orders, Random chance, boolean anyOrder) {
        var ledger = new LateLedger();
        orders.subList(0, Math.min(OPENING, orders.size())).forEach(ledger::obey);
        var waiting = new ArrayList<>(orders.subList(Math.min(OPENING, orders.size()), orders.size()));
        if (anyOrder) {
            Collections.shuffle(waiting, chance);
        } else {
            for (int k = waiting.size() - 1; k > 0; k--) {
                if (chance.nextInt(4) == 0) {
                    waiting.add(Math.min(waiting.size() - 1, k + chance.nextInt(5)), waiting.remove(k));
                }
            }
        }
        while (!waiting.isEmpty()) {
            if (!waiting.removeIf(ledger::obey)) {
                return null;
            }
        }
        return ledger;
    }

    private static void mustBeTheSame(LateLedger inOrder, LateLedger late, List<LoanCommand> orders) {
        var days = new TreeSet<LocalDate>();
        for (var order : orders) {
            days.add(order.businessDate());
            days.add(order.businessDate().minusDays(1));
            days.add(order.businessDate().plusDays(17));
        }
        days.add(days.last().plusDays(400));
        for (var day : days) {
            assertThat(late.standing(day)).as("standing on %s", day).isEqualTo(inOrder.standing(day));
            assertThat(late.trialBalance(day)).as("trial balance of %s", day).isEqualTo(inOrder.trialBalance(day));
        }
        assertThat(late.state().getClass()).isEqualTo(inOrder.state().getClass());
        if (late.state() instanceof LoanState.Settled settled && inOrder.state() instanceof LoanState.Settled inTime) {
            assertThat(settled.credit()).isEqualTo(inTime.credit());
        }
    }
}
