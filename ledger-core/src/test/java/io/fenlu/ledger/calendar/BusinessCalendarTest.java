package io.fenlu.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.life.Dice;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {
    /** From the notices of the State Council for 2024 (国办发明电〔2023〕7号), 2025 (〔2024〕12号) and 2026 (〔2025〕7号). */
    @ParameterizedTest
    @CsvSource({
        "2024-01-01, false",
        "2024-01-02, true",
        "2024-02-04, true",
        "2024-02-09, true",
        "2024-02-10, false",
        "2024-02-17, false",
        "2024-02-18, true",
        "2024-02-19, true",
        "2024-04-04, false",
        "2024-04-07, true",
        "2024-04-28, true",
        "2024-05-03, false",
        "2024-05-11, true",
        "2024-05-12, false",
        "2024-06-10, false",
        "2024-09-14, true",
        "2024-09-16, false",
        "2024-09-29, true",
        "2024-10-07, false",
        "2024-10-12, true",
        "2025-01-01, false",
        "2025-01-26, true",
        "2025-01-27, true",
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-08, true",
        "2025-04-04, false",
        "2025-04-27, true",
        "2025-05-05, false",
        "2025-06-02, false",
        "2025-09-28, true",
        "2025-10-08, false",
        "2025-10-11, true",
        "2026-01-02, false",
        "2026-01-04, true",
        "2026-02-14, true",
        "2026-02-16, false",
        "2026-02-23, false",
        "2026-02-28, true",
        "2026-04-06, false",
        "2026-05-05, false",
        "2026-05-09, true",
        "2026-06-19, false",
        "2026-09-20, true",
        "2026-09-25, false",
        "2026-10-07, false",
        "2026-10-10, true"
    })
    void mainland_china_works_and_rests_as_the_notices_say(LocalDate date, boolean works) {
        assertThat(Calendars.CN.isBusinessDay(date)).isEqualTo(works);
    }

    /** Counted from the notices: weekdays less weekdays off plus weekend days of work. */
    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void a_year_has_as_many_business_days_as_the_notice_leaves_it(int year, int days) {
        var first = LocalDate.of(year, 1, 1);
        assertThat(Stream.iterate(first, day -> day.getYear() == year, day -> day.plusDays(1))
                        .filter(Calendars.CN::isBusinessDay))
                .hasSize(days);
    }

    @Test
    void an_earlier_edition_knows_only_its_own_notices() {
        var before = Calendars.CN.asOf(1);
        assertThat(Calendars.CN.edition()).isEqualTo(3);
        assertThat(Calendars.CN.asOf(3)).isSameAs(Calendars.CN);
        assertThat(before.isBusinessDay(LocalDate.of(2025, 1, 28))).isTrue();
        assertThat(Calendars.CN.asOf(2).isBusinessDay(LocalDate.of(2025, 1, 28)))
                .isFalse();
        assertThat(before.knowsYear(2024)).isTrue();
        assertThat(before.knowsYear(2025)).isFalse();
        assertThat(Calendars.CN.asOf(0).isBusinessDay(LocalDate.of(2024, 10, 1)))
                .isTrue();
    }

    @Test
    void a_correction_is_a_later_edition_and_the_earlier_word_can_still_be_asked_for() {
        var corrected = BusinessCalendar.read(
                "HOME", "1,2024-03-01,off,feast\n# a correction\n\n2,2024-03-01,work,feast moved\n");
        var day = LocalDate.of(2024, 3, 1);
        assertThat(corrected.isBusinessDay(day)).isTrue();
        assertThat(corrected.asOf(1).isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2024-03-01,off",
                "x,2024-03-01,off,feast",
                "0,2024-03-01,off,feast",
                "1,2024-02-30,off,feast",
                "1,2024-03-01,half,feast",
                "1,2024-03-01,off,feast\n1,2024-03-01,work,feast"
            })
    void a_line_that_is_no_line_of_a_calendar_is_refused_by_name(String text) {
        assertThatThrownBy(() -> BusinessCalendar.read("HOME", text))
                .isInstanceOfSatisfying(
                        InvalidValue.class, no -> assertThat(no.reason()).isEqualTo(ValueRefusal.CALENDAR_UNKNOWN));
    }

    /** The Spring Festival of 2024 ends on Saturday the 17th; Sunday the 18th is a day of work. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-12, NONE, 2024-02-12",
        "2024-02-12, FOLLOWING, 2024-02-18",
        "2024-02-12, PRECEDING, 2024-02-09",
        "2024-02-12, MODIFIED_FOLLOWING, 2024-02-18",
        "2024-06-30, FOLLOWING, 2024-07-01",
        "2024-06-30, MODIFIED_FOLLOWING, 2024-06-28",
        "2024-10-01, PRECEDING, 2024-09-30",
        "2024-10-08, FOLLOWING, 2024-10-08",
        "2024-10-08, PRECEDING, 2024-10-08"
    })
    void a_day_off_gives_way_to_a_business_day(LocalDate due, Adjustment adjustment, LocalDate paid) {
        assertThat(Calendars.CN.adjust(due, adjustment)).isEqualTo(paid);
    }

    @Test
    void a_calendar_without_work_is_refused_and_not_walked_for_ever() {
        var text = new StringBuilder();
        Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1))
                .limit(60)
                .forEach(day -> text.append("1,").append(day).append(",off,long feast\n"));
        var lazy = BusinessCalendar.read("LAZY", text.toString());
        assertThatThrownBy(() -> lazy.adjust(LocalDate.of(2024, 1, 5), Adjustment.FOLLOWING))
                .isInstanceOf(InvalidValue.class);
        assertThat(lazy.adjust(LocalDate.of(2024, 2, 20), Adjustment.FOLLOWING)).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void every_due_date_is_a_business_day_in_order_and_near_its_rhythm() {
        for (long seed = 1; seed <= 1_000; seed++) {
            var dice = new Dice(seed);
            var adjustment = dice.oneOf(Adjustment.FOLLOWING, Adjustment.MODIFIED_FOLLOWING, Adjustment.PRECEDING);
            var start = LocalDate.of(2023, 12, 1).plusDays(dice.between(0, 700));
            var rule = new DueDateRule(
                    dice.percent(50)
                            ? new FirstDue.OnePeriodLater()
                            : new FirstDue.DayOfMonth(dice.between(1, 31), dice.between(1, 30)),
                    dice.oneOf(MonthEnd.values()),
                    new BusinessDays(adjustment, "CN", 3));
            var count = dice.between(1, 24);
            var frequency = dice.oneOf(Frequency.MONTHLY, Frequency.FORTNIGHTLY, Frequency.QUARTERLY, Frequency.WEEKLY);
            var periods = rule.periods(start, null, frequency, count);
            assertThat(periods).as("seed %s", seed).hasSize(count);
            var from = start;
            for (var period : periods) {
                assertThat(period.whole().from()).as("seed %s", seed).isEqualTo(from);
                assertThat(period.whole().to()).as("seed %s", seed).isAfter(from);
                assertThat(Calendars.CN.isBusinessDay(period.whole().to()))
                        .as("seed %s: %s", seed, period)
                        .isTrue();
                from = period.whole().to();
            }
        }
    }
}
