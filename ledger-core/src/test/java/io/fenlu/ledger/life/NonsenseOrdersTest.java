package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.loan.LoanDecider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever is asked in whatever order: the answer is facts, nothing new, or a named no; never a thrown fault. */
class NonsenseOrdersTest {
    private static final int LIVES = Histories.of(2_000);
    private static final int ORDERS = 60;

    @Test
    void a_loan_answers_every_nonsense_with_a_name() {
        var heard = ask(new LoanDecider(), Nonsense::loanOrder);
        mustHaveHeard(
                heard,
                "LOAN_NOT_FOUND",
                "LOAN_ALREADY_REQUESTED",
                "DATE_OUT_OF_RANGE",
                "AMOUNT_TOO_LARGE",
                "PAID_BEFORE_DRAWDOWN",
                "AMOUNT_EXCEEDS_PAYOFF");
    }

    @Test
    void a_credit_line_answers_every_nonsense_with_a_name() {
        var heard = ask(new CreditLineDecider(), Nonsense::lineOrder);
        mustHaveHeard(
                heard, "CREDIT_LINE_NOT_FOUND", "DRAW_EXCEEDS_AVAILABLE", "LOAN_ALREADY_DRAWN", "DATE_OUT_OF_RANGE");
    }

    @Test
    void a_disbursement_answers_every_nonsense_with_a_name() {
        var heard = ask(new DisbursementDecider(), Nonsense::payoutOrder);
        mustHaveHeard(heard, "DISBURSEMENT_NOT_FOUND", "OUTCOME_TEXT_MALFORMED", "OUTCOME_BEFORE_INSTRUCTION");
    }

    private static void mustHaveHeard(Map<Refusal, Integer> heard, String... names) {
        if (Histories.areAll()) {
            assertThat(heard.keySet().stream().map(Refusal::name)).contains(names);
        }
    }

    private static <S, C, E> Map<Refusal, Integer> ask(Decider<S, C, E> decider, Function<Dice, C> orders) {
        Map<Refusal, Integer> heard = new HashMap<>();
        Set<Class<?>> states = new HashSet<>();
        for (int seed = 0; seed < LIVES; seed++) {
            var dice = new Dice(seed);
            var state = decider.initial();
            for (int k = 0; k < ORDERS; k++) {
                var order = orders.apply(dice);
                try {
                    switch (decider.decide(state, order)) {
                        case Decision.Accepted<E>(var facts) -> {
                            for (var fact : facts) {
                                state = decider.evolve(state, fact);
                            }
                        }
                        case Decision.AlreadyDone<E> _ -> {}
                        case Decision.Refused<E> refused -> {
                            assertThat(refused.detail()).isNotBlank();
                            heard.merge(refused.reason(), 1, Integer::sum);
                        }
                    }
                } catch (RuntimeException fault) {
                    throw new AssertionError("seed " + seed + ": " + order + "\n  asked of " + state, fault);
                }
                states.add(state.getClass());
            }
        }
        if (Histories.areAll()) {
            assertThat(states).as("the states that were visited").hasSizeGreaterThan(2);
        }
        return heard;
    }
}
