package io.fenlu.ledger.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualisedCostTest {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    private static List<CashFlow> loan(String received, int count, String paid) {
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(START, Money.of(received, Currency.CNY)));
        for (int k = 1; k <= count; k++) {
            flows.add(new CashFlow(
                    START.plusMonths(k), Money.of(paid, Currency.CNY).negated()));
        }
        return flows;
    }

    @ParameterizedTest
    @CsvSource({
        "5000.00, 24, 230.00, 9.69",
        "975.00, 3, 340.00, 27.48",
        "10000.00, 36, 304.22, 6.00",
        "1000.00, 10, 100.00, 0.00",
        "1000.00, 10, 90.00, -22.45"
    })
    void twelve_times_the_monthly_rate(String received, int count, String paid, String percent) {
        var nominal = AnnualisedCost.nominalIrr(loan(received, count, paid)).orElseThrow();
        assertThat(nominal.setScale(2, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal(percent));
    }

    @Test
    void the_monthly_rate_makes_the_flows_worth_nothing() {
        var flows = loan("1000.00", 6, "172.55");
        var monthly =
                AnnualisedCost.nominalIrr(flows).orElseThrow().movePointLeft(2).doubleValue() / 12;
        var worth = 1000.00;
        for (int k = 1; k <= 6; k++) {
            worth -= 172.55 / Math.pow(1 + monthly, k);
        }
        assertThat(Math.abs(worth)).isLessThan(0.001);
    }

    @Test
    void a_year_of_days_compounds_to_the_effective_rate() {
        var year = List.of(
                new CashFlow(START, Money.of("1000.00", Currency.CNY)),
                new CashFlow(START.plusDays(365), Money.of("-1200.00", Currency.CNY)));
        assertThat(AnnualisedCost.effectiveIrr(year)).contains(new BigDecimal("20.0000"));
        var twoMonths = List.of(
                new CashFlow(LocalDate.of(2012, 10, 10), Money.of("500.00", Currency.EUR)),
                new CashFlow(LocalDate.of(2012, 11, 10), Money.of("-270.00", Currency.EUR)),
                new CashFlow(LocalDate.of(2012, 12, 10), Money.of("-270.00", Currency.EUR)));
        assertThat(AnnualisedCost.effectiveIrr(twoMonths).orElseThrow().setScale(2, RoundingMode.HALF_UP))
                .isEqualTo(new BigDecimal("84.63"));
    }

    @Test
    void flows_that_no_rate_explains_have_no_answer() {
        assertThat(AnnualisedCost.nominalIrr(loan("1000.00", 0, "0"))).isEmpty();
        assertThat(AnnualisedCost.effectiveIrr(List.of())).isEmpty();
        assertThat(AnnualisedCost.nominalIrr(List.of())).isEmpty();
        assertThat(AnnualisedCost.effectiveIrr(loan("0.01", 1, "10000.00"))).isEmpty();
    }

    @Test
    void the_rounded_schedule_of_a_tiny_amount_costs_more_than_the_unrounded_one() {
        var tiny = AnnualisedCost.nominalIrr(List.of(
                        new CashFlow(START, Money.of("5.45", Currency.CNY)),
                        new CashFlow(START.plusMonths(1), Money.of("-1.88", Currency.CNY)),
                        new CashFlow(START.plusMonths(2), Money.of("-1.85", Currency.CNY)),
                        new CashFlow(START.plusMonths(3), Money.of("-1.85", Currency.CNY))))
                .orElseThrow();
        assertThat(tiny.setScale(1, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal("14.3"));
    }
}
