package io.fenlu.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.schedule.Periods;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDateRuleTest {
    private static final FirstDue LATER = new FirstDue.OnePeriodLater();

    private static List<String> due(
            DueDateRule rule, String start, @Nullable String first, Frequency every, int count) {
        return rule
                .periods(LocalDate.parse(start), first == null ? null : LocalDate.parse(first), every, count)
                .stream()
                .map(period -> period.whole().to().toString())
                .toList();
    }

    private static DueDateRule monthEnd(MonthEnd rule) {
        return new DueDateRule(LATER, rule, BusinessDays.ANY_DAY);
    }

    @Test
    void a_loan_of_the_last_day_keeps_its_day_or_the_month_s_end_as_agreed() {
        assertThat(due(monthEnd(MonthEnd.SAME_DAY), "2024-04-30", null, Frequency.MONTHLY, 3))
                .containsExactly("2024-05-30", "2024-06-30", "2024-07-30");
        assertThat(due(monthEnd(MonthEnd.LAST_DAY), "2024-04-30", null, Frequency.MONTHLY, 3))
                .containsExactly("2024-05-31", "2024-06-30", "2024-07-31");
        assertThat(due(monthEnd(MonthEnd.LAST_DAY), "2024-04-29", null, Frequency.MONTHLY, 2))
                .containsExactly("2024-05-29", "2024-06-29");
        assertThat(due(monthEnd(MonthEnd.LAST_DAY), "2023-02-28", null, Frequency.YEARLY, 2))
                .containsExactly("2024-02-29", "2025-02-28");
        assertThat(due(monthEnd(MonthEnd.LAST_DAY), "2024-04-30", null, Frequency.WEEKLY, 2))
                .containsExactly("2024-05-07", "2024-05-14");
    }

    @Test
    void every_rhythm_has_its_name() {
        var plain = DueDateRule.PLAIN;
        assertThat(due(plain, "2024-01-31", null, Frequency.FORTNIGHTLY, 2))
                .containsExactly("2024-02-14", "2024-02-28");
        assertThat(due(plain, "2024-01-31", null, Frequency.BIMONTHLY, 2)).containsExactly("2024-03-31", "2024-05-31");
        assertThat(due(plain, "2024-01-31", null, Frequency.QUARTERLY, 2)).containsExactly("2024-04-30", "2024-07-31");
        assertThat(due(plain, "2024-01-31", null, new Frequency(10, Frequency.Unit.DAY), 2))
                .containsExactly("2024-02-10", "2024-02-20");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-05, 20, 1, 2024-01-20",
        "2024-01-05, 20, 15, 2024-01-20",
        "2024-01-05, 20, 16, 2024-02-20",
        "2024-01-20, 20, 1, 2024-02-20",
        "2024-01-25, 31, 1, 2024-01-31",
        "2024-02-01, 31, 1, 2024-02-29",
        "2024-12-03, 1, 1, 2025-01-01"
    })
    void the_first_due_day_is_the_next_fixed_day_that_is_far_enough(
            String start, int day, int leastDays, String expected) {
        var rule = new DueDateRule(new FirstDue.DayOfMonth(day, leastDays), MonthEnd.SAME_DAY, BusinessDays.ANY_DAY);
        assertThat(due(rule, start, null, Frequency.MONTHLY, 1)).containsExactly(expected);
    }

    @Test
    void an_agreed_first_due_date_sets_the_rhythm_and_one_that_has_passed_gives_way_to_the_next() {
        assertThat(due(DueDateRule.PLAIN, "2024-01-05", "2024-03-01", Frequency.MONTHLY, 2))
                .containsExactly("2024-03-01", "2024-04-01");
        assertThat(due(DueDateRule.PLAIN, "2024-03-05", "2024-03-01", Frequency.MONTHLY, 2))
                .containsExactly("2024-04-01", "2024-05-01");
    }

    /** 5 May 2024 is a Sunday off; the 6th is a day of work. */
    @Test
    void a_moved_date_does_not_move_the_next() {
        var rule = new DueDateRule(LATER, MonthEnd.SAME_DAY, new BusinessDays(Adjustment.FOLLOWING, "CN", 3));
        assertThat(due(rule, "2024-04-05", null, Frequency.MONTHLY, 3))
                .containsExactly("2024-05-06", "2024-06-05", "2024-07-05");
    }

    @Test
    void daily_instalments_skip_days_off_and_none_is_empty() {
        var rule = new DueDateRule(LATER, MonthEnd.SAME_DAY, new BusinessDays(Adjustment.FOLLOWING, "CN", 3));
        assertThat(due(rule, "2024-09-30", null, new Frequency(1, Frequency.Unit.DAY), 3))
                .containsExactly("2024-10-08", "2024-10-09", "2024-10-10");
    }

    @Test
    void plain_due_dates_are_those_of_before() {
        var start = LocalDate.of(2024, 1, 31);
        assertThat(DueDateRule.PLAIN.periods(start, null, Frequency.MONTHLY, 12))
                .isEqualTo(Periods.of(start, null, Frequency.MONTHLY, 12));
        var first = LocalDate.of(2024, 2, 5);
        assertThat(DueDateRule.PLAIN.periods(start, first, Frequency.MONTHLY, 12))
                .isEqualTo(Periods.of(start, first, Frequency.MONTHLY, 12));
    }

    @Test
    void a_calendar_that_does_not_exist_is_refused_when_the_terms_are_made() {
        assertThatThrownBy(() -> new BusinessDays(Adjustment.FOLLOWING, "MARS", 1))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new BusinessDays(Adjustment.FOLLOWING, "CN", 99))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new FirstDue.DayOfMonth(32, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new FirstDue.DayOfMonth(1, 0)).isInstanceOf(InvalidValue.class);
    }
}
