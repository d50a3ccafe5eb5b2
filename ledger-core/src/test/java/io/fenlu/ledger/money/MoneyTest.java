package io.fenlu.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "10, CNY, 1000, 10.00",
        "10.5, CNY, 1050, 10.50",
        "0.01, USD, 1, 0.01",
        "-0.01, EUR, -1, -0.01",
        "10.000000, CNY, 1000, 10.00",
        "-0, CNY, 0, 0.00",
        "007, CNY, 700, 7.00",
        "12345, JPY, 12345, 12345",
        "12345.000, JPY, 12345, 12345",
        "10000000000000.00, CNY, 1000000000000000, 10000000000000.00"
    })
    void is_read_in_smallest_units_and_written_with_all_decimals(
            String text, Currency currency, long minor, String written) {
        var money = Money.of(text, currency);
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.amount()).isEqualTo(written);
        assertThat(Money.of(money.amount(), currency)).isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "1.", ".5", "+1", "1e3", "1,000", "１", "NaN", "1 ", "--1", "0x1", "1.2.3"})
    void anything_but_a_plain_decimal_is_malformed(String text) {
        refuses(text, Currency.CNY, ValueRefusal.AMOUNT_MALFORMED);
    }

    @Test
    void an_endless_amount_is_malformed_and_not_repeated_in_full() {
        assertThatThrownBy(() -> Money.of("9".repeat(100_000), Currency.CNY))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(ValueRefusal.AMOUNT_MALFORMED);
                    assertThat(refused.detail()).hasSizeLessThan(100);
                });
    }

    @ParameterizedTest
    @CsvSource({"0.001, CNY", "1.999, USD", "0.5, JPY", "1.1, KRW"})
    void parts_of_the_smallest_unit_are_refused_and_not_rounded(String text, Currency currency) {
        refuses(text, currency, ValueRefusal.AMOUNT_TOO_PRECISE);
    }

    @ParameterizedTest
    @CsvSource({"10000000000000.01, CNY", "-10000000000000.01, CNY", "1000000000000001, JPY"})
    void more_than_the_ledger_accepts_is_refused(String text, Currency currency) {
        refuses(text, currency, ValueRefusal.AMOUNT_TOO_LARGE);
    }

    @Test
    void sums_that_cannot_be_kept_have_a_name() {
        var most = new Money(Long.MAX_VALUE, Currency.CNY);
        var least = new Money(Long.MIN_VALUE, Currency.CNY);
        var fen = new Money(1, Currency.CNY);
        assertThat(most.plus(least)).isEqualTo(fen.negated());
        assertThat(most.minus(most).isZero()).isTrue();
        for (var sum : List.<Runnable>of(
                () -> most.plus(fen), () -> least.minus(fen), least::negated, () -> least.plus(fen.negated()))) {
            assertThatThrownBy(sum::run)
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refused -> assertThat(refused.reason()).isEqualTo(ValueRefusal.AMOUNT_TOO_LARGE));
        }
    }

    @Test
    void two_currencies_are_never_reckoned_together() {
        var yuan = Money.of("1", Currency.CNY);
        var yen = Money.of("1", Currency.JPY);
        for (var sum : List.<Runnable>of(
                () -> yuan.plus(yen),
                () -> yuan.minus(yen),
                () -> yuan.compareTo(yen),
                () -> yuan.min(yen),
                () -> yuan.exact().plus(yen.exact()))) {
            assertThatThrownBy(sum::run).isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void says_which_is_less_and_which_is_nothing() {
        var one = Money.of("1", Currency.CNY);
        var two = Money.of("2", Currency.CNY);
        assertThat(one.min(two)).isEqualTo(one);
        assertThat(one.max(two)).isEqualTo(two);
        assertThat(two.isMoreThan(one)).isTrue();
        assertThat(one.isMoreThan(one)).isFalse();
        assertThat(one.minus(two).orZero()).isEqualTo(one.zero());
        assertThat(one.minus(two).isNegative()).isTrue();
        assertThat(Money.sum(Currency.CNY, List.of(one, two, two))).hasToString("CNY 5.00");
        assertThat(Money.sum(Currency.JPY, List.of())).hasToString("JPY 0");
    }

    private static void refuses(String text, Currency currency, ValueRefusal reason) {
        assertThatThrownBy(() -> Money.of(text, currency))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
