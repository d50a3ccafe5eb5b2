package io.fenlu.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Draws;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Periods;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnnuityTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 31);

    private static InterestRule monthly(Rate rate, DayCount dayCount) {
        return new InterestRule(rate, dayCount, Frequency.MONTHLY, new InterestRounding.EachPeriod(Rounding.HALF_UP));
    }

    /** P·i·(1 + i)^n / ((1 + i)^n − 1) with i = over/under, in whole numbers only: every digit of it is true. */
    @Test
    void equals_the_textbook_formula_computed_in_whole_numbers() {
        var dice = new Dice(3);
        for (int k = 0; k < Histories.of(1_000); k++) {
            var principal = new Money(dice.between(1L, 1_000_000_00L), Currency.CNY);
            var count = dice.between(1, 480);
            var millionths = dice.between(1, 360_000);
            var ours = Annuity.instalment(
                    principal,
                    Periods.of(START, null, Frequency.MONTHLY, count),
                    monthly(new Rate(BigDecimal.valueOf(millionths, 6), Rate.Per.YEAR), DayCount.EQUAL_PERIODS));
            for (var rounding : Rounding.values()) {
                assertThat(ours.round(rounding).minor())
                        .as("%s at %s millionths in %s, %s", principal, millionths, count, rounding)
                        .isEqualTo(textbook(principal.minor(), millionths, count, rounding));
            }
        }
    }

    private static long textbook(long principal, int millionths, int count, Rounding rounding) {
        var over = BigInteger.valueOf(millionths);
        var under = BigInteger.valueOf(12_000_000L);
        var grown = under.add(over).pow(count);
        var numerator = BigInteger.valueOf(principal).multiply(over).multiply(grown);
        var denominator = under.multiply(grown.subtract(under.pow(count)));
        return new ExactMoney(numerator, denominator, Currency.CNY)
                .round(rounding)
                .minor();
    }

    @Test
    void pays_the_loan_to_nothing_whatever_the_day_count() {
        var dice = new Dice(5);
        for (int k = 0; k < Histories.of(500); k++) {
            var dayCount = dice.oneOf(DayCount.values());
            var interest = monthly(new Rate(BigDecimal.valueOf(dice.between(1, 300_000), 6), Rate.Per.YEAR), dayCount);
            var periods = Periods.of(Draws.date(dice), null, Frequency.MONTHLY, dice.between(1, 60));
            var principal = new Money(1_000_000_00L, Currency.CNY);
            var instalment = Annuity.instalment(principal, periods, interest).approximately();
            var balance = BigDecimal.valueOf(principal.minor());
            for (var period : periods) {
                balance = balance.add(balance.multiply(interest.factor(period))).subtract(instalment);
            }
            assertThat(balance.abs()).as("%s, %s", dayCount, periods.getFirst()).isLessThan(new BigDecimal("0.000001"));
        }
    }

    @Test
    void the_most_that_can_be_counted_can_be_lent_without_interest_and_not_with_it() {
        var most = new Money(Long.MAX_VALUE, Currency.CNY);
        assertThat(monthly(Rate.annual("0"), DayCount.ACT_365F).outgrowsCounting(most, 10))
                .isFalse();
        assertThat(monthly(Rate.annual("0.01"), DayCount.ACT_365F).outgrowsCounting(most, 10))
                .isTrue();
    }

    @Test
    void is_an_even_part_of_the_principal_when_there_is_no_interest() {
        var instalment = Annuity.instalment(
                Money.of("1000.00", Currency.CNY),
                Periods.of(START, null, Frequency.MONTHLY, 3),
                monthly(Rate.annual("0"), DayCount.ACT_365F));
        assertThat(instalment.round(Rounding.HALF_UP)).hasToString("CNY 333.33");
        assertThat(instalment.times(3, 1).round(Rounding.HALF_UP)).hasToString("CNY 1000.00");
    }
}
