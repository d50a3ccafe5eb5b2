package io.fenlu.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.interest.LateFee.FixedLateFee;
import io.fenlu.ledger.interest.LateFee.NoLateFee;
import io.fenlu.ledger.interest.LateFee.PartOfOverdue;
import io.fenlu.ledger.interest.PenaltyRule.Base;
import io.fenlu.ledger.interest.PenaltyRule.PenaltyMultiple;
import io.fenlu.ledger.interest.PenaltyRule.PenaltyRate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateRuleTest {
    private static final LocalDate DUE = LocalDate.of(2024, 5, 9);
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static PenaltyRule daily(InterestRounding rounding) {
        return new PenaltyRate(Rate.daily("0.0005"), Base.PRINCIPAL, DayCount.ACT_365F, 3, rounding);
    }

    /** Overdue bills of interest-free purchases: 0.05 % a day, the daily amount half up to the fen, times the days (m.ddtbk.com). */
    @ParameterizedTest
    @CsvSource({"1000.00, 10, 5.00, 5.00", "333.33, 10, 1.70, 1.67", "9.99, 30, 0.00, 0.15", "10.00, 30, 0.30, 0.15"})
    void a_penalty_rate_of_its_own_rounds_each_day_or_the_sum(String principal, int days, String byDay, String bySum) {
        var late = new DateSpan(DUE, DUE.plusDays(days));
        var free = Rate.annual("0");
        assertThat(daily(new InterestRounding.EachDay(Rounding.HALF_UP))
                        .over(late, late, yuan(principal), yuan("7.00"), free)
                        .round(Rounding.HALF_UP)
                        .amount())
                .isEqualTo(byDay);
        assertThat(daily(new InterestRounding.Carried(Rounding.HALF_UP))
                        .over(late, late, yuan(principal), yuan("7.00"), free)
                        .round(Rounding.HALF_UP)
                        .amount())
                .isEqualTo(bySum);
    }

    @Test
    void a_penalty_rule_tells_its_grace_and_its_rounding() {
        var multiple = new PenaltyMultiple(
                new BigDecimal("1.5"), Base.PRINCIPAL_AND_INTEREST, DayCount.ACT_360, 5, Rounding.DOWN);
        var rate = daily(new InterestRounding.EachDay(Rounding.UP));
        assertThat(multiple.graceDays()).isEqualTo(5);
        assertThat(multiple.roundedBy()).isEqualTo(Rounding.DOWN);
        assertThat(rate.graceDays()).isEqualTo(3);
        assertThat(rate.roundedBy()).isEqualTo(Rounding.UP);
        assertThat(new PenaltyRule.NoPenalty().graceDays()).isZero();
        assertThat(new PenaltyRule.NoPenalty().roundedBy()).isEqualTo(Rounding.HALF_UP);
    }

    /** 银发〔2003〕251号: misuse adds 50 % to 100 % to the contract rate. */
    @Test
    void misuse_raises_the_multiple_and_never_lowers_it() {
        var rule = new PenaltyMultiple(new BigDecimal("1.5"), Base.PRINCIPAL, DayCount.ACT_360, 0, Rounding.HALF_UP);
        assertThat(rule.misused(new BigDecimal("2.0")))
                .isEqualTo(new PenaltyMultiple(
                        new BigDecimal("2.0"), Base.PRINCIPAL, DayCount.ACT_360, 0, Rounding.HALF_UP));
        assertThat(rule.misused(new BigDecimal("1.3"))).isEqualTo(rule);
        var rate = daily(new InterestRounding.EachDay(Rounding.UP));
        assertThat(rate.misused(BigDecimal.TWO)).isEqualTo(rate);
        assertThat(new PenaltyRule.NoPenalty().misused(BigDecimal.TWO)).isEqualTo(new PenaltyRule.NoPenalty());
    }

    @Test
    void penalty_bears_penalty_only_where_it_compounds() {
        var compound = new LateRule(
                LateRule.ContractInterest.GOES_ON, LateRule.Compounding.EACH_DUE_DATE, BigDecimal.ONE, new NoLateFee());
        assertThat(compound.bearing(yuan("5.00"), yuan("0.40"))).isEqualTo(yuan("5.40"));
        assertThat(LateRule.PLAIN.bearing(yuan("5.00"), yuan("0.40"))).isEqualTo(yuan("5.00"));
    }

    /** Cards: 5 % of the unpaid minimum, at least 10 yuan (wodefinance.com, jzkpxqwxtc). */
    @ParameterizedTest
    @CsvSource({
        "1000.00, 0.00, 50.00",
        "100.00, 0.00, 10.00",
        "9000.00, 0.00, 200.00",
        "9000.00, 450.00, 50.00",
        "9000.00, 600.00, 0.00",
        "0.00, 0.00, 0.00"
    })
    void a_late_fee_keeps_between_its_least_and_its_most(String overdue, String before, String fee) {
        var rule = new PartOfOverdue(Fraction.of("0.05"), TO_THE_FEN, yuan("10.00"), yuan("200.00"), yuan("500.00"));
        assertThat(rule.forLate(yuan(overdue), yuan(before))).isEqualTo(yuan(fee));
    }

    @Test
    void a_fixed_late_fee_is_charged_until_its_cap() {
        var rule = new FixedLateFee(yuan("30.00"), yuan("70.00"));
        assertThat(rule.forLate(yuan("1.00"), yuan("0.00"))).isEqualTo(yuan("30.00"));
        assertThat(rule.forLate(yuan("1.00"), yuan("60.00"))).isEqualTo(yuan("10.00"));
        assertThat(rule.forLate(yuan("0.00"), yuan("0.00"))).isEqualTo(yuan("0.00"));
        assertThat(new FixedLateFee(yuan("30.00"), null).forLate(yuan("1.00"), yuan("900.00")))
                .isEqualTo(yuan("30.00"));
        assertThat(new NoLateFee().forLate(yuan("1.00"), yuan("0.00"))).isEqualTo(yuan("0.00"));
    }

    @Test
    void late_terms_that_contradict_themselves_are_refused() {
        assertThatThrownBy(() -> new LateRule(
                        LateRule.ContractInterest.GOES_ON,
                        LateRule.Compounding.NONE,
                        new BigDecimal("2.1"),
                        new NoLateFee()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new LateRule(
                        LateRule.ContractInterest.GOES_ON,
                        LateRule.Compounding.NONE,
                        new BigDecimal("0.9"),
                        new NoLateFee()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new PartOfOverdue(Fraction.NONE, TO_THE_FEN, yuan("2.00"), yuan("1.00"), null))
                .isInstanceOf(InvalidValue.class);
        var each = new InterestRounding.EachDay(Rounding.UP);
        assertThatThrownBy(() -> new PenaltyRate(Rate.annual("0.1"), Base.PRINCIPAL, DayCount.EQUAL_PERIODS, 0, each))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new PenaltyRate(Rate.daily("0.1"), Base.PRINCIPAL, DayCount.ACT_ACT_ISDA, 0, each))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new PenaltyRate(Rate.daily("0.1"), Base.PRINCIPAL, DayCount.ACT_360, 91, each))
                .isInstanceOf(InvalidValue.class);
    }
}
