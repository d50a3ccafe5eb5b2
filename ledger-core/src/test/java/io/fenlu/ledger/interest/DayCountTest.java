package io.fenlu.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.date.DayCounts;
import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Draws;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle is OpenGamma Strata; it computes in doubles, so agreement is to twelve decimals. */
class DayCountTest {
    private static final int PAIRS = 20_000;

    private static com.opengamma.strata.basics.date.DayCount oracle(DayCount ours) {
        return switch (ours) {
            case ACT_360 -> DayCounts.ACT_360;
            case ACT_364 -> DayCounts.ACT_364;
            case ACT_365F -> DayCounts.ACT_365F;
            case THIRTY_360 -> DayCounts.THIRTY_360_ISDA;
            case ACT_ACT_ISDA -> DayCounts.ACT_ACT_ISDA;
            case ACT_ACT_YEAR_END, EQUAL_PERIODS -> throw new IllegalArgumentException(ours + " has no oracle");
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = DayCount.class,
            names = {"ACT_360", "ACT_364", "ACT_365F", "THIRTY_360", "ACT_ACT_ISDA"})
    void agrees_with_the_convention_whose_name_it_bears(DayCount ours) {
        var dice = new Dice(7);
        for (int k = 0; k < PAIRS; k++) {
            var from = Draws.date(dice);
            var to = dice.percent(50) ? Draws.date(dice) : from.plusDays(dice.between(0, 800));
            if (to.isBefore(from)) {
                continue;
            }
            var expected = oracle(ours).yearFraction(from, to);
            assertThat(fraction(ours, from, to).doubleValue())
                    .as("%s from %s to %s", ours, from, to)
                    .isCloseTo(expected, Offset.offset(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(DayCount.class)
    void the_parts_of_a_period_sum_to_the_period(DayCount dayCount) {
        var dice = new Dice(11);
        for (int k = 0; k < Histories.of(5_000); k++) {
            var from = Draws.date(dice);
            var to = from.plusDays(dice.between(1, 400));
            var middle = from.plusDays(dice.between(0, Math.toIntExact(to.toEpochDay() - from.toEpochDay())));
            var whole = new DateSpan(from, to);
            var sum = value(dayCount.of(new DateSpan(from, middle), whole, Frequency.MONTHLY))
                    .add(value(dayCount.of(new DateSpan(middle, to), whole, Frequency.MONTHLY)));
            assertThat(sum.subtract(value(dayCount.of(whole, whole, Frequency.MONTHLY)))
                            .abs())
                    .as("%s: %s, %s, %s", dayCount, from, middle, to)
                    .isLessThan(new BigDecimal("1e-30"));
        }
    }

    /** Under 30/360 by name a 31st counts nothing; under EQUAL_PERIODS a part of a month counts its days over the month's. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-15, 2024-02-15, 30",
        "2024-01-31, 2024-02-29, 29",
        "2024-01-30, 2024-02-28, 28",
        "2024-01-30, 2024-01-31, 0",
        "2024-01-29, 2024-01-31, 2",
        "2023-02-28, 2023-03-31, 33",
        "2024-01-31, 2024-03-31, 60"
    })
    void thirty_days_a_month(LocalDate from, LocalDate to, long days) {
        var span = new DateSpan(from, to);
        assertThat(DayCount.THIRTY_360.of(span, span, Frequency.MONTHLY)).isEqualTo(new YearFraction(days, 360));
    }

    @Test
    void no_part_of_a_year_is_counted_over_a_year_without_days() {
        assertThatThrownBy(() -> new YearFraction(1, 0)).hasMessageContaining("positive");
    }

    @Test
    void years_part_at_new_year_or_on_its_eve_as_the_name_says() {
        var from = LocalDate.of(2023, 12, 12);
        var to = LocalDate.of(2024, 1, 12);
        assertThat(fraction(DayCount.ACT_ACT_ISDA, from, to)).isEqualByComparingTo(sum(20, 365, 11, 366));
        assertThat(fraction(DayCount.ACT_ACT_YEAR_END, from, to)).isEqualByComparingTo(sum(19, 365, 12, 366));
    }

    @Test
    void the_choice_of_parting_shows_in_the_cent() {
        var span = new DateSpan(LocalDate.of(2023, 12, 12), LocalDate.of(2024, 1, 12));
        var balance = Money.of("10000.00", Currency.CNY);
        var rounding = Rounding.HALF_EVEN;
        assertThat(interest(DayCount.ACT_ACT_YEAR_END).over(span, span, balance).round(rounding))
                .hasToString("CNY 101.81");
        assertThat(interest(DayCount.ACT_ACT_ISDA).over(span, span, balance).round(rounding))
                .hasToString("CNY 101.82");
    }

    @Test
    void equal_periods_ignore_how_stretcheda_period_is() {
        var february = new DateSpan(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1));
        var stretched = new DateSpan(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 15));
        var half = new DateSpan(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 15));
        assertThat(value(DayCount.EQUAL_PERIODS.of(february, february, Frequency.MONTHLY)))
                .isEqualByComparingTo(value(DayCount.EQUAL_PERIODS.of(stretched, stretched, Frequency.MONTHLY)));
        assertThat(DayCount.EQUAL_PERIODS.of(half, february, Frequency.MONTHLY))
                .isEqualTo(new YearFraction(14, 29 * 12));
        assertThat(DayCount.EQUAL_PERIODS.of(february, february, new Frequency(2, Frequency.Unit.MONTH)))
                .isEqualTo(new YearFraction(58, 29 * 12));
    }

    private static InterestRule interest(DayCount dayCount) {
        return new InterestRule(
                Rate.annual("0.12"), dayCount, Frequency.MONTHLY, new InterestRounding.EachPeriod(Rounding.HALF_EVEN));
    }

    private static BigDecimal fraction(DayCount dayCount, LocalDate from, LocalDate to) {
        var span = new DateSpan(from, to);
        return value(dayCount.of(span, span, Frequency.MONTHLY));
    }

    private static BigDecimal value(YearFraction fraction) {
        return BigDecimal.valueOf(fraction.over()).divide(BigDecimal.valueOf(fraction.under()), MathContext.DECIMAL128);
    }

    private static BigDecimal sum(long over, long under, long over2, long under2) {
        return value(new YearFraction(over * under2 + over2 * under, under * under2));
    }
}
