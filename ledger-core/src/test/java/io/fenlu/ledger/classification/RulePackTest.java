package io.fenlu.ledger.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePackTest {
    private static final Money HUNDRED = Money.of("100.00", Currency.CNY);

    /** Twelve months of 100.00, due on the fifth; the given ones paid on the given days, the others on their due dates. */
    private static ArrearsHistory year(String... late) {
        var obligations = new ArrayList<Obligation>();
        var healings = new ArrayList<Healing>();
        for (int month = 1; month <= 12; month++) {
            var due = LocalDate.of(2024, month, 5);
            var on = due;
            for (var one : late) {
                var cells = one.split(" ");
                if (Integer.parseInt(cells[0]) == month) {
                    on = LocalDate.parse(cells[1]);
                }
            }
            obligations.add(new Obligation(month, due, HUNDRED, HUNDRED.zero()));
            healings.add(new Healing(month, HUNDRED, HUNDRED.zero(), on));
        }
        return new ArrearsHistory(obligations, healings);
    }

    /** January is paid on 20 May, 136 days late; June and July are then paid in time. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-05, NORMAL",
        "2024-01-06, SPECIAL_MENTION",
        "2024-04-04, SPECIAL_MENTION",
        "2024-04-05, SUBSTANDARD",
        "2024-05-19, SUBSTANDARD",
        "2024-05-20, SUBSTANDARD",
        "2024-06-05, SUBSTANDARD",
        "2024-07-04, SUBSTANDARD",
        "2024-07-05, NORMAL",
        "2024-12-31, NORMAL"
    })
    void a_bad_loan_rises_after_two_periods_paid_in_time(LocalDate day, FiveClass expected) {
        assertThat(RulePack.LOANS.classify(year("1 2024-05-20"), day)).isEqualTo(expected);
    }

    /** June is paid four days late, so that July and August have to be in time. */
    @ParameterizedTest
    @CsvSource({"2024-07-05, SUBSTANDARD", "2024-08-04, SUBSTANDARD", "2024-08-05, NORMAL"})
    void a_late_period_begins_the_count_anew(LocalDate day, FiveClass expected) {
        assertThat(RulePack.LOANS.classify(year("1 2024-05-20", "6 2024-06-09"), day))
                .isEqualTo(expected);
    }

    @Test
    void a_loan_that_rose_and_is_late_again_is_only_as_bad_as_its_days() {
        var history = year("1 2024-05-20", "9 2024-09-30");
        assertThat(RulePack.LOANS.classify(history, LocalDate.of(2024, 9, 20))).isEqualTo(FiveClass.SPECIAL_MENTION);
        assertThat(RulePack.LOANS.classify(history, LocalDate.of(2024, 9, 30))).isEqualTo(FiveClass.NORMAL);
    }

    @Test
    void a_loan_never_paid_falls_class_by_class() {
        var history =
                new ArrearsHistory(List.of(new Obligation(1, LocalDate.of(2024, 1, 1), HUNDRED, HUNDRED)), List.of());
        var start = LocalDate.of(2024, 1, 1);
        assertThat(RulePack.LOANS.classify(history, start.plusDays(270))).isEqualTo(FiveClass.SUBSTANDARD);
        assertThat(RulePack.LOANS.classify(history, start.plusDays(271))).isEqualTo(FiveClass.DOUBTFUL);
        assertThat(RulePack.LOANS.classify(history, start.plusDays(361))).isEqualTo(FiveClass.LOSS);
        assertThat(RulePack.CARDS.classify(history, start.plusDays(181))).isEqualTo(FiveClass.LOSS);
        assertThat(RulePack.CARDS.classify(history, start.plusDays(180))).isEqualTo(FiveClass.DOUBTFUL);
    }

    @Test
    void the_rule_in_force_on_the_day_that_is_asked_for_decides() {
        var pack = new RulePack(
                "test",
                List.of(
                        new ClassificationRule(LocalDate.of(2025, 1, 1), 1, 31, 61, 91, 0),
                        new ClassificationRule(LocalDate.of(2020, 1, 1), 1, 91, 271, 361, 2)));
        var history =
                new ArrearsHistory(List.of(new Obligation(1, LocalDate.of(2024, 11, 20), HUNDRED, HUNDRED)), List.of());
        assertThat(pack.classify(history, LocalDate.of(2024, 12, 31))).isEqualTo(FiveClass.SPECIAL_MENTION);
        assertThat(pack.classify(history, LocalDate.of(2025, 1, 1))).isEqualTo(FiveClass.SUBSTANDARD);
        assertThat(pack.on(LocalDate.of(1999, 1, 1)).substandard()).isEqualTo(91);
        assertThatThrownBy(() -> new RulePack("none", List.of())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ClassificationRule(LocalDate.MIN, 1, 91, 91, 361, 2))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ClassificationRule(LocalDate.MIN, 0, 91, 271, 361, 2))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ClassificationRule(LocalDate.MIN, 1, 91, 271, 361, 13))
                .isInstanceOf(InvalidValue.class);
    }

    /** IFRS 9: more than 30 days, more than 90 days. */
    @ParameterizedTest
    @CsvSource({
        "0, NORMAL, ONE",
        "30, SPECIAL_MENTION, ONE",
        "31, SPECIAL_MENTION, TWO",
        "90, SPECIAL_MENTION, TWO",
        "91, SUBSTANDARD, THREE",
        "0, SUBSTANDARD, THREE"
    })
    void days_past_due_and_a_bad_class_make_the_stage(int days, FiveClass riskClass, ImpairmentStage stage) {
        assertThat(StagingRule.PRESUMED.stage(days, riskClass)).isEqualTo(stage);
    }

    @Test
    void a_presumption_is_rebutted_only_with_a_reason() {
        assertThat(new StagingRule(61, 91, "weekly pay days cluster").stage(60, FiveClass.SPECIAL_MENTION))
                .isEqualTo(ImpairmentStage.ONE);
        assertThatThrownBy(() -> new StagingRule(61, 91, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new StagingRule(31, 120, " ")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new StagingRule(91, 91, "x")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_year_of_the_register_reads_month_by_month() {
        var account = new BureauAccount(
                LocalDate.of(2023, 12, 20),
                BureauAccount.Counting.DAYS,
                new BureauAccount.Ending(LocalDate.of(2025, 1, 10), BureauCode.SETTLED),
                year("1 2024-05-20", "8 2024-08-20"));
        var codes = new StringBuilder();
        for (var month = YearMonth.of(2023, 11); month.isBefore(YearMonth.of(2025, 3)); month = month.plusMonths(1)) {
            codes.append(account.code(month).map(BureauCode::sign).orElse(' '));
        }
        assertThat(codes.toString()).isEqualTo("/*1234MNNMNNNNC ");
    }

    @Test
    void cards_count_unpaid_minimums_and_a_bad_debt_stays_one() {
        var history = new ArrearsHistory(
                List.of(
                        new Obligation(1, LocalDate.of(2024, 1, 5), HUNDRED, HUNDRED),
                        new Obligation(2, LocalDate.of(2024, 2, 5), HUNDRED, HUNDRED)),
                List.of());
        var card = new BureauAccount(LocalDate.of(2023, 1, 1), BureauAccount.Counting.UNPAID_MINIMUMS, null, history);
        assertThat(card.code(YearMonth.of(2024, 2))).contains(BureauCode.LATE_31_TO_60);
        var bad = new BureauAccount(
                LocalDate.of(2023, 1, 1),
                BureauAccount.Counting.DAYS,
                new BureauAccount.Ending(LocalDate.of(2024, 3, 1), BureauCode.BAD_DEBT),
                history);
        assertThat(bad.code(YearMonth.of(2024, 9))).contains(BureauCode.BAD_DEBT);
        assertThat(bad.code(YearMonth.of(2024, 2))).contains(BureauCode.LATE_31_TO_60);
        assertThatThrownBy(() -> new BureauAccount.Ending(LocalDate.MIN, BureauCode.NORMAL))
                .isInstanceOf(InvalidValue.class);
    }
}
