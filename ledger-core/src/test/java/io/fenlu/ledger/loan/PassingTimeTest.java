package io.fenlu.ledger.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Draws;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.life.LoanLife;
import io.fenlu.ledger.life.LoanPlan;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.product.Catalogue;
import io.fenlu.ledger.product.ProductTerms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassingTimeTest {
    private static final int LIVES = Histories.of(1_000);

    static Stream<ProductTerms> rows() {
        return Catalogue.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_day_reached_in_many_steps_is_the_same_as_in_one(ProductTerms row) {
        for (int seed = 0; seed < LIVES; seed++) {
            mustPassAlike(LoanPlan.of(seed, row));
        }
    }

    @Test
    void a_day_reached_in_many_steps_is_the_same_as_in_one_under_any_terms() {
        for (int seed = 0; seed < 3 * LIVES; seed++) {
            mustPassAlike(LoanPlan.of(seed, Draws.terms(new Dice(seed))));
        }
    }

    /** After every fact of a life: walk on in small steps and in one, and look at what the schedule promised. */
    private static void mustPassAlike(LoanPlan plan) {
        var decider = new LoanDecider();
        var state = decider.initial();
        var dice = new Dice(plan.seed());
        for (var event : LoanLife.live(plan).events()) {
            state = decider.evolve(state, event);
            if (state instanceof Active loan && !(event instanceof ScheduleRevised)) {
                walk(loan, dice, plan);
            }
        }
    }

    private static void walk(Active loan, Dice dice, LoanPlan plan) {
        var accrual = new Accrual(loan.agreement());
        var position = loan.position();
        LocalDate day = position.at();
        for (int step = 0; step < 6; step++) {
            day = day.plusDays(dice.oneOf(0, 1, 7, 30, 31, dice.between(1, 100)));
            position = accrual.to(day, position);
            assertThat(accrual.balances(position))
                    .as("on %s, %s", day, plan)
                    .isEqualTo(LoanStanding.of(loan, day).balances());
        }
        var leap = accrual.to(day, loan.position());
        assertThat(accrual.balances(position)).as("on %s, %s", day, plan).isEqualTo(accrual.balances(leap));
        assertThat(position.daysPastDue()).isEqualTo(leap.daysPastDue());
        assertThat(position.meter().charged()).isEqualTo(leap.meter().charged());
        if (!loan.position().upcoming().isEmpty()) {
            mustBeWhatItWillBe(loan, accrual, plan);
        }
    }

    /**
     * The next instalment is what will be billed on its due date; its principal is what will be left out. Where overdue principal goes on
     * bearing interest, an equal instalment stays the sum it was and repays less.
     */
    private static void mustBeWhatItWillBe(Active loan, Accrual accrual, LoanPlan plan) {
        var next = loan.position().upcoming().getFirst();
        if (!loan.position().at().isBefore(next.dueOn())) {
            return;
        }
        var due = accrual.to(next.dueOn(), loan.position());
        var nothingOverdue = loan.position().billed().stream().allMatch(BilledInstalment::isHealed);
        if (nothingOverdue || !goesOn(loan)) {
            assertThat(due.principalNotDue()).isEqualTo(next.balance());
        }
        assertThat(due.course().advance().isNegative()).isFalse();
        assertThat(due.course().deferred().isNegative()).isFalse();
        if (nothingOverdue) {
            assertThat(due.billed().getLast().bill())
                    .as("the bill, of %s", plan)
                    .isEqualTo(next);
        }
    }

    private static boolean goesOn(Active loan) {
        return loan.agreement().terms().agreed().late().contractInterest() == LateRule.ContractInterest.GOES_ON;
    }
}
