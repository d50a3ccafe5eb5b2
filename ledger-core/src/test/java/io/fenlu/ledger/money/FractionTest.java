package io.fenlu.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @Test
    void a_part_of_an_amount_is_exact_until_it_is_rounded() {
        var fee = Fraction.of("0.023").of(Money.of("5.45", Currency.CNY));
        assertThat(fee.round(Rounding.DOWN).amount()).isEqualTo("0.12");
        assertThat(fee.round(Rounding.UP).amount()).isEqualTo("0.13");
    }

    @Test
    void the_same_part_is_written_in_one_way() {
        assertThat(Fraction.of("0.0500")).isEqualTo(Fraction.of("0.05"));
        assertThat(Fraction.of("10").value().toPlainString()).isEqualTo("10");
        assertThat(Fraction.of("0.0")).isEqualTo(Fraction.NONE);
        assertThat(Fraction.NONE.isZero()).isTrue();
        assertThat(Fraction.of("0.2").isMoreThan(Fraction.of("0.1"))).isTrue();
        assertThat(Fraction.of("0.1").isMoreThan(Fraction.of("0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "10.01", "0.0000000000001"})
    void what_is_no_part_of_an_amount_is_refused(String value) {
        assertThatThrownBy(() -> Fraction.of(value)).isInstanceOf(InvalidValue.class);
    }
}
