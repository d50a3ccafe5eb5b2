package io.fenlu.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestRoundingTest {
    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final Money THOUSAND = Money.of("1000.00", Currency.CNY);

    private static InterestRule rule(DayCount dayCount, InterestRounding rounding) {
        return new InterestRule(Rate.annual("0.12"), dayCount, Frequency.MONTHLY, rounding);
    }

    /** The trap of core/credit/terms/src/value.rs of GaloyMoney/lana-bank: 0.3288 a day for 31 days is 10.19, each day rounded up 10.23. */
    @ParameterizedTest
    @CsvSource({"UP, 10.23", "HALF_UP, 10.23", "DOWN, 9.92"})
    void days_that_are_rounded_one_by_one_are_not_the_days_rounded_together(Rounding mode, String sum) {
        var march = new DateSpan(START, START.plusDays(31));
        var daily = rule(DayCount.ACT_365F, new InterestRounding.EachDay(mode));
        assertThat(daily.over(march, march, THOUSAND).round(Rounding.UP).amount())
                .isEqualTo(sum);
        var together = rule(DayCount.ACT_365F, new InterestRounding.Carried(Rounding.HALF_UP));
        assertThat(together.over(march, march, THOUSAND).round(Rounding.HALF_UP).amount())
                .isEqualTo("10.19");
    }

    @Test
    void days_of_a_thirty_day_month_are_rounded_by_what_they_count() {
        var march = new DateSpan(LocalDate.of(2023, 3, 15), LocalDate.of(2023, 4, 15));
        var daily = rule(DayCount.THIRTY_360, new InterestRounding.EachDay(Rounding.DOWN));
        assertThat(daily.over(march, march, THOUSAND).round(Rounding.UP).amount())
                .isEqualTo("9.90");
    }

    @Test
    void a_leap_year_s_days_are_rounded_apart_from_the_others() {
        var turn = new DateSpan(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 2));
        var rule = new InterestRule(
                Rate.annual("0.1"),
                DayCount.ACT_ACT_ISDA,
                Frequency.MONTHLY,
                new InterestRounding.EachDay(Rounding.HALF_UP));
        // 36.6 / 366 a day is 0.10; 36.6 / 365 a day is 0.10 as well, but 182.90 × 0.1 / 365 = 0.0501 and / 366 =
        // 0.04997
        assertThat(rule.over(turn, turn, Money.of("182.90", Currency.CNY))
                        .round(Rounding.UP)
                        .amount())
                .isEqualTo("0.10");
        var down = new InterestRule(
                Rate.annual("0.1"),
                DayCount.ACT_ACT_ISDA,
                Frequency.MONTHLY,
                new InterestRounding.EachDay(Rounding.DOWN));
        assertThat(down.over(turn, turn, Money.of("182.90", Currency.CNY))
                        .round(Rounding.UP)
                        .amount())
                .isEqualTo("0.09");
    }

    @Test
    void a_meter_forgets_what_was_cut_off_unless_it_is_carried() {
        var third = Money.of("1.00", Currency.CNY).exact().times(1, 300);
        var grown = InterestMeter.zero(Currency.CNY).grow(third);
        for (var forgetting : new InterestRounding[] {
            new InterestRounding.EachPeriod(Rounding.HALF_UP),
            new InterestRounding.EachDay(Rounding.HALF_UP),
            new InterestRounding.EachPart(Rounding.HALF_UP)
        }) {
            assertThat(grown.nextPeriod(forgetting)).isEqualTo(InterestMeter.zero(Currency.CNY));
        }
        var carried =
                grown.nextPeriod(new InterestRounding.Carried(Rounding.HALF_UP)).grow(third);
        assertThat(carried.chargeable(Rounding.HALF_UP).amount()).isEqualTo("0.01");
    }

    @Test
    void a_part_that_ends_is_rounded_and_only_where_parts_are() {
        var grown = InterestMeter.zero(Currency.CNY)
                .grow(Money.of("1.00", Currency.CNY).exact().times(1, 160));
        assertThat(grown.partEnds(new InterestRounding.EachPart(Rounding.HALF_UP))
                        .grown())
                .isEqualTo(Money.of("0.01", Currency.CNY).exact());
        assertThat(grown.partEnds(new InterestRounding.EachPeriod(Rounding.HALF_UP)))
                .isEqualTo(grown);
    }
}
