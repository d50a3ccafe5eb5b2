package io.fenlu.ledger.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoanCostTest {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    /** 1,000.00 for a year in one payment with 120.00 of interest. */
    private static LoanCost bullet(String atPayout) {
        var row = new Instalment(1, START, START.plusYears(1), yuan("1000.00"), yuan("120.00"), yuan("0.00"));
        return new LoanCost(yuan("1000.00"), START, yuan(atPayout), List.of(row), Frequency.YEARLY);
    }

    private static String percent(LoanCost cost, CostMethod method) {
        return cost.by(method).orElseThrow().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** One payment after a year: every method but the British one says 12 %; over 365.25 days 1.12^(365.25/365) is 12.0087 %. */
    @ParameterizedTest
    @EnumSource(CostMethod.class)
    void one_payment_after_a_year_costs_its_interest_by_every_method(CostMethod method) {
        assertThat(percent(bullet("0.00"), method)).isEqualTo(method == CostMethod.UK_EFFECTIVE ? "12.01" : "12.00");
    }

    /** 20.00 paid at once: 980.00 is used and 1,120.00 repaid, 14.2857 %; simple, 140 over 1,000; spread, 12 and 2. */
    @ParameterizedTest
    @CsvSource({
        "PBOC_SIMPLE, 14.00",
        "FEE_SPREAD, 14.00",
        "PBOC_IRR, 14.29",
        "REG_Z_ACTUARIAL, 14.29",
        "EU_BY_DAYS, 14.29",
        "EU_BY_MONTHS, 14.29",
        "UK_EFFECTIVE, 14.30"
    })
    void a_charge_at_payout_makes_the_loan_dearer_by_every_method(CostMethod method, String percent) {
        assertThat(percent(bullet("20.00"), method)).isEqualTo(percent);
        assertThat(bullet("20.00").total()).isEqualTo(yuan("140.00"));
    }

    /** Two parts of 500.00 after 100 and 200 days: 500 × 100 + 1,000 × 100 = 150,000 yuan-days; 15.00 × 365 / 150,000 = 3.65 %. */
    @Test
    void the_simple_cost_is_measured_on_the_principal_that_was_really_used() {
        var middle = START.plusDays(100);
        var rows = List.of(
                new Instalment(1, START, middle, yuan("500.00"), yuan("10.00"), yuan("500.00")),
                new Instalment(
                        2, middle, middle.plusDays(100), yuan("500.00"), yuan("3.00"), yuan("0.00"), yuan("2.00")));
        var cost = new LoanCost(yuan("1000.00"), START, yuan("0.00"), rows, new Frequency(100, Frequency.Unit.DAY));
        assertThat(percent(cost, CostMethod.PBOC_SIMPLE)).isEqualTo("3.65");
    }

    @Test
    void a_loan_without_instalments_has_no_annual_cost() {
        var cost = new LoanCost(yuan("1000.00"), START, yuan("0.00"), List.of(), Frequency.MONTHLY);
        for (var method : CostMethod.values()) {
            assertThat(cost.by(method)).as(method.name()).isEmpty();
        }
        assertThat(EffectiveRate.of(List.of(), TimeMeasure.MONTHS)).isEmpty();
    }

    /** 12 CFR 1026, Appendix J, (c)(5): one payment within a year counts whole months over twelve, or days over 365. */
    @Test
    void one_payment_within_a_year_counts_months_or_days() {
        var half = List.of(new CashFlow(START, yuan("1000.00")), new CashFlow(START.plusMonths(6), yuan("-1060.00")));
        assertThat(RegulationZ.annualPercentageRate(half, UnitPeriod.MONTH).orElseThrow())
                .isEqualByComparingTo("12");
        var days = List.of(new CashFlow(START, yuan("1000.00")), new CashFlow(START.plusDays(73), yuan("-1010.00")));
        assertThat(RegulationZ.annualPercentageRate(days, UnitPeriod.MONTH).orElseThrow())
                .isEqualByComparingTo("5");
        var never = List.of(new CashFlow(START, yuan("1000.00")));
        assertThat(RegulationZ.annualPercentageRate(never, UnitPeriod.MONTH)).isEmpty();
        var sameDay = List.of(new CashFlow(START, yuan("1000.00")), new CashFlow(START, yuan("-1010.00")));
        assertThat(RegulationZ.annualPercentageRate(sameDay, UnitPeriod.MONTH)).isEmpty();
    }

    /** From a year on the unit period is the year: 1.1^1.5 after eighteen months, and half a year's odd rest is simple. */
    @Test
    void one_payment_after_more_than_a_year_counts_years() {
        var months =
                List.of(new CashFlow(START, yuan("1000.00")), new CashFlow(START.plusMonths(18), yuan("-1155.00")));
        assertThat(RegulationZ.annualPercentageRate(months, UnitPeriod.MONTH).orElseThrow())
                .isEqualByComparingTo("10");
        var days = List.of(
                new CashFlow(START.minusYears(1), yuan("1000.00")), new CashFlow(START.plusDays(73), yuan("-1122.00")));
        assertThat(RegulationZ.annualPercentageRate(days, UnitPeriod.MONTH).orElseThrow())
                .isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-01 2024-03-01 2024-04-01, 1 MONTH",
        "2024-01-01 2024-01-16 2024-02-01 2024-02-16, 1 HALF_MONTH",
        "2024-01-01 2024-01-15 2024-01-29 2024-03-01, 2 WEEK",
        "2024-01-01 2024-01-11 2024-01-21, 10 DAY",
        "2024-01-01 2024-01-11 2024-02-21, none",
        "2024-01-01, none"
    })
    void the_interval_that_most_payments_keep_is_found(String days, String unit) {
        var flows = new ArrayList<>(List.of(new CashFlow(START, yuan("1000.00"))));
        for (var day : days.split(" ")) {
            flows.add(new CashFlow(LocalDate.parse(day), yuan("-1.00")));
        }
        assertThat(UnitPeriod.mostFrequent(flows)
                        .map(found -> found.every() + " " + found.unit())
                        .orElse("none"))
                .isEqualTo(unit);
    }

    @Test
    void a_unit_period_has_a_rhythm_that_exists() {
        assertThat(UnitPeriod.of(Frequency.FORTNIGHTLY)).isEqualTo(new UnitPeriod(2, UnitPeriod.Unit.WEEK));
        assertThat(UnitPeriod.of(Frequency.YEARLY)).isEqualTo(new UnitPeriod(1, UnitPeriod.Unit.YEAR));
        assertThat(UnitPeriod.of(new Frequency(10, Frequency.Unit.DAY)))
                .isEqualTo(new UnitPeriod(10, UnitPeriod.Unit.DAY));
        assertThatThrownBy(() -> new UnitPeriod(2, UnitPeriod.Unit.HALF_MONTH)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new UnitPeriod(0, UnitPeriod.Unit.DAY)).isInstanceOf(InvalidValue.class);
    }

    /** With one unit period after another and nothing odd, the actuarial rate is the internal rate of a period times the periods. */
    @Test
    void without_odd_days_the_actuarial_rate_is_the_internal_one() {
        for (int months = 2; months <= 36; months += 7) {
            var rows = new ArrayList<Instalment>();
            var from = START;
            for (int k = 1; k <= months; k++) {
                var to = START.plusMonths(k);
                var balance = new Money(1_000L * (months - k), Currency.CNY);
                rows.add(new Instalment(k, from, to, yuan("10.00"), yuan("0.30"), balance));
                from = to;
            }
            var cost = new LoanCost(
                    new Money(1_000L * months, Currency.CNY), START, yuan("0.00"), rows, Frequency.MONTHLY);
            assertThat(cost.by(CostMethod.REG_Z_ACTUARIAL)).isEqualTo(cost.by(CostMethod.PBOC_IRR));
            var effective = cost.by(CostMethod.EU_BY_MONTHS).orElseThrow();
            var monthly =
                    cost.by(CostMethod.PBOC_IRR).orElseThrow().divide(BigDecimal.valueOf(1200), MathContext.DECIMAL128);
            var compounded =
                    monthly.add(BigDecimal.ONE).pow(12).subtract(BigDecimal.ONE).movePointRight(2);
            assertThat(effective.subtract(compounded).abs()).isLessThan(new BigDecimal("0.001"));
        }
    }

    @Test
    void a_cap_on_the_annual_cost_and_on_all_charges_is_kept() {
        var caps = new CostCaps(Fraction.of("0.24"), CostMethod.PBOC_IRR, true);
        assertThat(caps.allowsAnnual(new BigDecimal("24.0000"))).isTrue();
        assertThat(caps.allowsAnnual(new BigDecimal("24.0001"))).isFalse();
        assertThat(CostCaps.NONE.allowsAnnual(new BigDecimal("9999"))).isTrue();
        assertThat(caps.stillChargeable(yuan("10.00"), yuan("100.00"), yuan("95.00")))
                .isEqualTo(yuan("5.00"));
        assertThat(caps.stillChargeable(yuan("10.00"), yuan("100.00"), yuan("105.00")))
                .isEqualTo(yuan("0.00"));
        assertThat(CostCaps.NONE.stillChargeable(yuan("10.00"), yuan("100.00"), yuan("105.00")))
                .isEqualTo(yuan("10.00"));
    }
}
