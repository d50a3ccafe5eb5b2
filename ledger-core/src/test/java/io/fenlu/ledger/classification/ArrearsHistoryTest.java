package io.fenlu.ledger.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrearsHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 5);

    private static Money yuan(long minor) {
        return new Money(minor, Currency.CNY);
    }

    private static Obligation due(int number, String on) {
        return new Obligation(number, LocalDate.parse(on), yuan(100_00), yuan(10_00));
    }

    private static Healing paid(int number, long principal, long interest, String on) {
        return new Healing(number, yuan(principal), yuan(interest), LocalDate.parse(on));
    }

    @Test
    void due_on_the_fifth_and_paid_on_the_eighth_is_late_on_two_days() {
        var history = new ArrearsHistory(List.of(due(1, "2024-01-05")), List.of(paid(1, 100_00, 10_00, "2024-01-08")));
        assertThat(history.on(FIRST).either()).isEqualTo(new ArrearsCount(0, 0, 0));
        assertThat(history.on(FIRST.plusDays(1)).either()).isEqualTo(new ArrearsCount(1, 1, 1));
        assertThat(history.on(FIRST.plusDays(2)).either()).isEqualTo(new ArrearsCount(2, 2, 2));
        assertThat(history.on(FIRST.plusDays(3)).either()).isEqualTo(new ArrearsCount(0, 0, 2));
        assertThat(history.on(FIRST.plusDays(2)).overduePrincipal()).isEqualTo(yuan(100_00));
        assertThat(history.on(FIRST.plusDays(3)).overduePrincipal()).isEqualTo(yuan(0));
        assertThat(history.on(FIRST.plusDays(3)).unpaidEver()).isEqualTo(1);
    }

    @Test
    void principal_and_interest_are_late_apart() {
        var history = new ArrearsHistory(List.of(due(1, "2024-01-05")), List.of(paid(1, 0, 10_00, "2024-01-05")));
        var arrears = history.on(FIRST.plusDays(9));
        assertThat(arrears.principal().daysPastDue()).isEqualTo(9);
        assertThat(arrears.interest().daysPastDue()).isZero();
        assertThat(arrears.either().daysPastDue()).isEqualTo(9);
        assertThat(arrears.overdueInterest()).isEqualTo(yuan(0));
    }

    @Test
    void paying_the_oldest_resets_days_past_due_but_not_the_days_on_end() {
        var history = new ArrearsHistory(
                List.of(due(1, "2024-01-05"), due(2, "2024-02-05"), due(3, "2024-03-05")),
                List.of(paid(1, 100_00, 10_00, "2024-02-10"), paid(3, 100_00, 10_00, "2024-03-05")));
        var arrears = history.on(LocalDate.of(2024, 3, 10));
        assertThat(arrears.either()).isEqualTo(new ArrearsCount(34, 65, 65));
        assertThat(arrears.unpaidPeriods()).isEqualTo(1);
        assertThat(arrears.consecutiveUnpaid()).isZero();
        assertThat(arrears.unpaidEver()).isEqualTo(2);
        assertThat(history.on(LocalDate.of(2024, 2, 8)).consecutiveUnpaid()).isEqualTo(2);
    }

    @Test
    void a_payment_taken_back_makes_the_days_late_from_its_own_date_on() {
        var history = new ArrearsHistory(
                List.of(due(1, "2024-01-05")),
                List.of(paid(1, 100_00, 10_00, "2024-01-05"), paid(1, -100_00, -10_00, "2024-01-20")));
        assertThat(history.on(LocalDate.of(2024, 1, 19)).either()).isEqualTo(new ArrearsCount(0, 0, 0));
        assertThat(history.on(LocalDate.of(2024, 1, 20)).either()).isEqualTo(new ArrearsCount(15, 1, 1));
        assertThat(history.on(LocalDate.of(2024, 1, 25)).either()).isEqualTo(new ArrearsCount(20, 6, 6));
    }

    @Test
    void a_loan_that_owed_nothing_cannot_be_asked() {
        assertThatThrownBy(() -> new ArrearsHistory(List.of(), List.of()).on(FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Counted a second way, day by day, from what was unpaid at the end of each. */
    @Test
    void counts_agree_with_walking_through_every_day() {
        for (long seed = 1; seed <= 1_000; seed++) {
            var dice = new Dice(seed);
            var obligations = new ArrayList<Obligation>();
            var healings = new ArrayList<Healing>();
            for (int k = 1; k <= dice.between(1, 6); k++) {
                obligations.add(new Obligation(
                        k, FIRST.plusDays(k * 20L), yuan(dice.between(0L, 3L)), yuan(dice.between(0L, 2L))));
                for (int paid = dice.between(0, 3); paid > 0; paid--) {
                    healings.add(new Healing(
                            k,
                            yuan(dice.between(dice.percent(10) ? -1L : 0L, 2L)),
                            yuan(dice.between(0L, 1L)),
                            FIRST.plusDays(dice.between(0, 200))));
                }
            }
            var history = new ArrearsHistory(obligations, healings);
            var asked = FIRST.plusDays(dice.between(0, 230));
            assertThat(history.on(asked).either())
                    .as("seed %s on %s", seed, asked)
                    .isEqualTo(walked(history, asked));
        }
    }

    private static ArrearsCount walked(ArrearsHistory history, LocalDate asked) {
        var past = 0;
        var run = 0;
        var all = 0;
        for (var day = FIRST; !day.isAfter(asked); day = day.plusDays(1)) {
            past = 0;
            for (var due : history.obligations()) {
                if (due.dueOn().isBefore(day) && isOpen(due, history.healings(), day)) {
                    past = Math.max(
                            past, Math.toIntExact(day.toEpochDay() - due.dueOn().toEpochDay()));
                }
            }
            run = past > 0 ? run + 1 : 0;
            all += past > 0 ? 1 : 0;
        }
        return new ArrearsCount(past, run, all);
    }

    private static boolean isOpen(Obligation due, List<Healing> healings, LocalDate day) {
        var principal = due.principal();
        var interest = due.interest();
        for (var healing : healings) {
            if (healing.number() == due.number() && !healing.on().isAfter(day)) {
                principal = principal.minus(healing.principal());
                interest = interest.minus(healing.interest());
            }
        }
        return principal.isPositive() || interest.isPositive();
    }
}
