package io.fenlu.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestCourseTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final Period FEBRUARY = Period.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1));
    private static final Money BALANCE = Money.of("83.57", Currency.CNY);

    private static InterestCourse course(DayCount dayCount, RatePath path, List<Pause> pauses, DayConvention days) {
        return new InterestCourse(
                rule(dayCount, new InterestRounding.EachPeriod(Rounding.HALF_EVEN)), path, pauses, days);
    }

    private static InterestRule rule(DayCount dayCount, InterestRounding rounding) {
        return new InterestRule(Rate.annual("0.07"), dayCount, Frequency.MONTHLY, rounding);
    }

    private static RatePath falling(String on) {
        return RatePath.fixed(START, Rate.annual("0.07")).with(new RateFrom(LocalDate.parse(on), Rate.annual("0.04")));
    }

    private static String minor(ExactMoney money) {
        return money.numerator() + "/" + money.denominator();
    }

    /** apache/fineract 4198b0bcf9a9, ProgressiveEMICalculatorTest, lines 441-481: the change of 15 February counts 13 and 16 nights. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-15, LAST_DAY_COUNTS, 13",
        "2024-02-15, FIRST_DAY_COUNTS, 14",
        "2024-02-02, LAST_DAY_COUNTS, 0",
        "2024-02-01, FIRST_DAY_COUNTS, 0",
        "2024-03-01, FIRST_DAY_COUNTS, 29"
    })
    void a_change_of_rate_parts_the_period_by_nights(String on, DayConvention days, long oldNights) {
        var course = course(DayCount.EQUAL_PERIODS, falling(on), List.of(), days);
        var expected = BALANCE.exact().times(7 * oldNights + 4 * (29 - oldNights), 29 * 1200L);
        assertThat(course.over(FEBRUARY, BALANCE).round(Rounding.HALF_EVEN))
                .isEqualTo(expected.round(Rounding.HALF_EVEN));
        assertThat(course.factor(FEBRUARY)
                        .multiply(BigDecimal.valueOf(29 * 1200L))
                        .setScale(20, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(BigDecimal.valueOf(7 * oldNights + 4 * (29 - oldNights)));
    }

    /** apache/fineract 09d788586dd2, LoanInterestPause.feature, line 5: 5 to 10 February are six of 29 days. */
    @ParameterizedTest
    @CsvSource({"FIRST_DAY_COUNTS", "LAST_DAY_COUNTS"})
    void a_pause_leaves_out_its_first_and_its_last_day(DayConvention days) {
        var pause = new Pause(LocalDate.of(2024, 2, 5), LocalDate.of(2024, 2, 10));
        var paused = course(DayCount.EQUAL_PERIODS, RatePath.fixed(START, Rate.annual("0.07")), List.of(pause), days);
        assertThat(paused.over(FEBRUARY, BALANCE).round(Rounding.HALF_EVEN).amount())
                .isEqualTo("0.39");
        assertThat(paused.over(FEBRUARY, BALANCE).round(Rounding.HALF_EVEN))
                .isEqualTo(BALANCE.exact().times(7 * 23, 1200 * 29L).round(Rounding.HALF_EVEN));
        assertThatThrownBy(() -> new Pause(pause.lastDay(), pause.firstDay())).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_pause_that_touches_the_edge_of_a_period_takes_only_the_nights_inside() {
        var january = Period.of(START, LocalDate.of(2024, 2, 1));
        var pause = new Pause(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 2));
        var first = course(
                DayCount.ACT_365F,
                RatePath.fixed(START, Rate.annual("0.07")),
                List.of(pause),
                DayConvention.FIRST_DAY_COUNTS);
        var last = course(
                DayCount.ACT_365F,
                RatePath.fixed(START, Rate.annual("0.07")),
                List.of(pause),
                DayConvention.LAST_DAY_COUNTS);
        assertThat(minor(first.over(january, BALANCE)))
                .isEqualTo(minor(BALANCE.exact().times(BigDecimal.valueOf(7, 2)).times(31, 365)));
        assertThat(minor(last.over(january, BALANCE)))
                .isEqualTo(minor(BALANCE.exact().times(BigDecimal.valueOf(7, 2)).times(30, 365)));
    }

    @Test
    void counting_a_span_at_once_or_day_by_day_is_the_same_whatever_changes_in_it() {
        for (long seed = 1; seed <= Histories.of(500); seed++) {
            var dice = new Dice(seed);
            var steps = new ArrayList<RateFrom>(List.of(new RateFrom(START, Rate.annual("0.10"))));
            var path = new RatePath(steps);
            for (int k = dice.between(0, 4); k > 0; k--) {
                path = path.with(
                        new RateFrom(START.plusDays(dice.between(1, 120)), Rate.annual("0.0" + dice.between(1, 9))));
            }
            var pauses = new ArrayList<Pause>();
            for (int k = dice.between(0, 2); k > 0; k--) {
                var from = START.plusDays(dice.between(0, 100));
                pauses.add(new Pause(from, from.plusDays(dice.between(0, 20))));
            }
            var course = course(dice.oneOf(DayCount.values()), path, pauses, dice.oneOf(DayConvention.values()));
            var period = Period.of(START.plusDays(dice.between(0, 30)), START.plusDays(dice.between(31, 130)));
            var whole = course.over(period, BALANCE);
            var sum = ExactMoney.zero(Currency.CNY);
            for (var day = period.whole().from(); day.isBefore(period.whole().to()); day = day.plusDays(1)) {
                sum = sum.plus(course.over(new DateSpan(day, day.plusDays(1)), period.whole(), BALANCE));
            }
            assertThat(sum.numerator().multiply(whole.denominator()))
                    .as("seed %s", seed)
                    .isEqualTo(whole.numerator().multiply(sum.denominator()));
        }
    }

    @Test
    void a_course_without_changes_is_its_rule() {
        for (var dayCount : DayCount.values()) {
            var rule = rule(dayCount, new InterestRounding.Carried(Rounding.UP));
            var course = new InterestCourse(
                    rule, RatePath.fixed(START, rule.rate()), List.of(), DayConvention.FIRST_DAY_COUNTS);
            assertThat(course.over(FEBRUARY, BALANCE)).isEqualTo(rule.over(FEBRUARY, BALANCE));
            assertThat(course.factor(FEBRUARY)).isEqualByComparingTo(rule.factor(FEBRUARY));
            assertThat(course.rounding()).isEqualTo(rule.rounding());
        }
    }

    @Test
    void each_part_is_rounded_when_the_rate_changes_inside_it() {
        var rule = rule(DayCount.EQUAL_PERIODS, new InterestRounding.EachPart(Rounding.UP));
        var course = new InterestCourse(rule, falling("2024-02-15"), List.of(), DayConvention.FIRST_DAY_COUNTS);
        assertThat(course.over(FEBRUARY, BALANCE).round(Rounding.UP).amount()).isEqualTo("0.39");
        var once = course(DayCount.EQUAL_PERIODS, falling("2024-02-15"), List.of(), DayConvention.FIRST_DAY_COUNTS);
        assertThat(once.over(FEBRUARY, BALANCE).round(Rounding.UP).amount()).isEqualTo("0.38");
    }

    /** A day at 3.65 % of 150.00 is 0.015, rounded up 0.02 because it ends a part; the next, at 7.3 %, is 0.03 and goes on. */
    @Test
    void only_a_part_that_ends_is_rounded() {
        var rule = rule(DayCount.ACT_365F, new InterestRounding.EachPart(Rounding.UP));
        var path = RatePath.fixed(START, Rate.annual("0.0365"))
                .with(new RateFrom(LocalDate.of(2024, 2, 2), Rate.annual("0.073")));
        var course = new InterestCourse(rule, path, List.of(), DayConvention.FIRST_DAY_COUNTS);
        var days = new DateSpan(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 3));
        var grown = course.over(days, FEBRUARY.whole(), Money.of("150.00", Currency.CNY));
        assertThat(grown.times(100, 1).round(Rounding.DOWN)).hasToString("CNY 5.00");
    }

    @Test
    void the_days_of_change_inside_a_span_are_told() {
        var course = course(
                DayCount.ACT_365F,
                falling("2024-02-15"),
                List.of(new Pause(LocalDate.of(2024, 2, 5), LocalDate.of(2024, 2, 10))),
                DayConvention.FIRST_DAY_COUNTS);
        assertThat(course.changesWithin(FEBRUARY.whole()))
                .containsExactly(LocalDate.of(2024, 2, 5), LocalDate.of(2024, 2, 11), LocalDate.of(2024, 2, 15));
    }

    @Test
    void a_loan_has_one_rate_on_a_day() {
        assertThatThrownBy(() -> new RatePath(List.of())).isInstanceOf(InvalidValue.class);
        var twice = List.of(new RateFrom(START, Rate.annual("0.1")), new RateFrom(START, Rate.annual("0.2")));
        assertThatThrownBy(() -> new RatePath(twice)).isInstanceOf(InvalidValue.class);
        var path = falling("2024-02-15").with(new RateFrom(LocalDate.of(2024, 2, 15), Rate.annual("0.05")));
        assertThat(path.on(LocalDate.of(2024, 2, 14))).isEqualTo(Rate.annual("0.07"));
        assertThat(path.on(LocalDate.of(2024, 2, 15))).isEqualTo(Rate.annual("0.05"));
        assertThat(path.on(LocalDate.of(2020, 1, 1))).isEqualTo(Rate.annual("0.07"));
    }
}
