package io.fenlu.ledger.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.allocation.PrepaymentFee.DaysOfInterest;
import io.fenlu.ledger.allocation.PrepaymentFee.Free;
import io.fenlu.ledger.allocation.PrepaymentFee.PartOfPrincipalRepaid;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyRepaymentTest {
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final Money REPAID = Money.of("10000.00", Currency.CNY);

    @ParameterizedTest
    @CsvSource({"0, 100.00", "11, 100.00", "12, 0.00", "13, 0.00"})
    void a_part_of_the_principal_is_charged_until_so_many_instalments_have_fallen_due(int due, String fee) {
        var rule = new PartOfPrincipalRepaid(Fraction.of("0.01"), TO_THE_FEN, 12);
        assertThat(rule.on(REPAID, due, 300, REPAID.exact()).amount()).isEqualTo(fee);
        var always = new PartOfPrincipalRepaid(Fraction.of("0.01"), TO_THE_FEN, 0);
        assertThat(always.on(REPAID, due, 300, REPAID.exact()).amount()).isEqualTo("100.00");
    }

    /** 10,000.00 at 7.3 % on a year of 365 earns 2.00 a day. */
    @ParameterizedTest
    @CsvSource({"300, 60.00", "30, 60.00", "12, 24.00", "0, 0.00", "-5, 0.00"})
    void days_of_interest_are_charged_but_not_more_than_are_left(long daysLeft, String fee) {
        var oneDay = REPAID.exact().times(73, 365_000);
        assertThat(new DaysOfInterest(30, TO_THE_FEN)
                        .on(REPAID, 1, daysLeft, oneDay)
                        .amount())
                .isEqualTo(fee);
    }

    @Test
    void repaying_early_is_free_unless_something_else_was_agreed() {
        assertThat(new Free().on(REPAID, 0, 300, REPAID.exact()).isZero()).isTrue();
        assertThat(EarlyRepayment.FREE.fee()).isEqualTo(new Free());
        assertThat(EarlyRepayment.FREE.interest()).isEqualTo(EarlyRepayment.InterestUpTo.THE_DAY);
        assertThatThrownBy(() -> new DaysOfInterest(0, TO_THE_FEN)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new DaysOfInterest(367, TO_THE_FEN)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new PartOfPrincipalRepaid(Fraction.NONE, TO_THE_FEN, -1))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_window_reaches_so_many_days_back_and_no_further() {
        var window = new BackdatingWindow(30);
        var today = LocalDate.of(2024, 3, 31);
        assertThat(window.reaches(today, today)).isTrue();
        assertThat(window.reaches(today.minusDays(30), today)).isTrue();
        assertThat(window.reaches(today.minusDays(31), today)).isFalse();
        assertThat(new BackdatingWindow(0).reaches(today.minusDays(1), today)).isFalse();
        assertThatThrownBy(() -> new BackdatingWindow(-1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new BackdatingWindow(3661)).isInstanceOf(InvalidValue.class);
    }
}
