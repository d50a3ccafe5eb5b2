package io.fenlu.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactMoneyTest {
    private static final ExactMoney ONE_YUAN = Money.of("1.00", Currency.CNY).exact();

    @Test
    void a_third_three_times_is_the_whole() {
        var third = ONE_YUAN.times(1, 3);
        assertThat(third.plus(third).plus(third).round(Rounding.DOWN)).hasToString("CNY 1.00");
    }

    @Test
    void a_thousand_at_twelve_per_cent_for_a_month_of_days_is_not_rounded_day_by_day() {
        var day = Money.of("1000.00", Currency.CNY)
                .exact()
                .times(new BigDecimal("0.12"))
                .times(1, 365);
        var month = ExactMoney.zero(Currency.CNY);
        var rounded = Money.zero(Currency.CNY);
        for (int k = 0; k < 31; k++) {
            month = month.plus(day);
            rounded = rounded.plus(day.round(Rounding.UP));
        }
        assertThat(month.round(Rounding.HALF_UP)).hasToString("CNY 10.19");
        assertThat(rounded).hasToString("CNY 10.23");
    }

    @Test
    void the_order_of_additions_never_matters() {
        var a = ONE_YUAN.times(31, 365);
        var b = ONE_YUAN.times(29, 366);
        var c = ONE_YUAN.times(7, 364);
        var sums = new ExactMoney[] {a.plus(b).plus(c), c.plus(a).plus(b), b.plus(c.plus(a))};
        for (var sum : sums) {
            assertThat(sum.approximately()).isEqualByComparingTo(sums[0].approximately());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000, UP, 1", "1, 1000, DOWN, 0", "1, 1000, HALF_UP, 0", "-1, 1000, UP, -1", "-1, 1000, DOWN, 0",
        "5, 10, HALF_UP, 1", "5, 10, HALF_EVEN, 0", "15, 10, HALF_EVEN, 2", "-5, 10, HALF_UP, -1",
                "25, 10, HALF_EVEN, 2",
        "4999999999999999999, 10000000000000000000, HALF_UP, 0"
    })
    void a_part_of_a_fen_is_rounded_as_the_rule_says(BigInteger over, BigInteger under, Rounding rounding, long minor) {
        assertThat(new ExactMoney(over, under, Currency.CNY).round(rounding).minor())
                .isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP, 100, 86300", "UP, 100, 86300", "DOWN, 100, 86200", "UP, 1000, 87000", "HALF_EVEN, 50, 86250"})
    void an_instalment_may_be_rounded_to_whole_units(Rounding mode, int multiple, long minor) {
        var instalment = Money.of("862.74", Currency.CNY).exact();
        assertThat(instalment.round(new RoundingRule(mode, multiple)).minor()).isEqualTo(minor);
    }

    @Test
    void noise_of_inexact_arithmetic_does_not_become_a_fen() {
        var noisy = new BigDecimal("100.00000000000000000001");
        assertThat(ExactMoney.approximated(noisy, Currency.CNY)
                        .round(Rounding.UP)
                        .minor())
                .isEqualTo(100);
    }

    @Test
    void a_factor_may_be_zero_whole_or_a_decimal() {
        assertThat(ONE_YUAN.times(new BigDecimal("0.000")).isZero()).isTrue();
        assertThat(ONE_YUAN.times(new BigDecimal("1E+2")).round(Rounding.UP)).hasToString("CNY 100.00");
        assertThat(ONE_YUAN.times(new BigDecimal("1.10")).round(Rounding.UP)).hasToString("CNY 1.10");
    }

    @Test
    void a_fraction_of_nothing_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> new ExactMoney(BigInteger.ONE, BigInteger.ZERO, Currency.CNY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
