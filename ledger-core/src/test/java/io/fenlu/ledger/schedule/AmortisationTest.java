package io.fenlu.ledger.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AmortisationTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 31);

    private static InterestRule interest(String rate, InterestRounding rounding) {
        return new InterestRule(Rate.annual(rate), DayCount.EQUAL_PERIODS, Frequency.MONTHLY, rounding);
    }

    private static InterestRule interest(String rate) {
        return interest(rate, new InterestRounding.EachPeriod(Rounding.HALF_EVEN));
    }

    private static List<Instalment> spread(RepaymentPlan plan, String rate, String principal, int count) {
        return new Amortisation(interest(rate), plan)
                .spread(Money.of(principal, Currency.CNY), Periods.of(START, null, Frequency.MONTHLY, count));
    }

    private static RepaymentPlan equal(Rounding mode, int multiple, RemainderHolder holder) {
        return new RepaymentPlan.EqualInstalment(new RoundingRule(mode, multiple), holder);
    }

    private static List<String> totals(List<Instalment> rows) {
        return rows.stream().map(row -> row.total().amount()).toList();
    }

    @Test
    void the_remainder_goes_to_the_last_instalment_or_to_the_first() {
        assertThat(totals(spread(equal(Rounding.HALF_UP, 1, RemainderHolder.LAST), "0", "100.00", 3)))
                .containsExactly("33.33", "33.33", "33.34");
        assertThat(totals(spread(equal(Rounding.HALF_UP, 1, RemainderHolder.FIRST), "0", "100.00", 3)))
                .containsExactly("33.34", "33.33", "33.33");
        var first = totals(spread(equal(Rounding.HALF_UP, 1, RemainderHolder.FIRST), "0.12", "100.00", 6));
        assertThat(first.subList(1, 6)).containsOnly("17.25");
        assertThat(first.getFirst()).isEqualTo("17.28");
    }

    @Test
    void equal_parts_of_principal_leave_their_remainder_to_either_end() {
        var rule = RoundingRule.of(Rounding.HALF_UP);
        assertThat(spread(new RepaymentPlan.EqualPrincipal(rule, RemainderHolder.LAST), "0.12", "100.00", 3).stream()
                        .map(row -> row.principal().amount()))
                .containsExactly("33.33", "33.33", "33.34");
        assertThat(spread(new RepaymentPlan.EqualPrincipal(rule, RemainderHolder.FIRST), "0.12", "100.00", 3).stream()
                        .map(row -> row.principal().amount()))
                .containsExactly("33.34", "33.33", "33.33");
    }

    @Test
    void rounding_up_to_whole_units_may_end_a_loan_early_and_is_a_choice() {
        var up = spread(equal(Rounding.UP, 100_00, RemainderHolder.LAST), "0.12", "1000.00", 12);
        assertThat(up).hasSize(11);
        assertThat(up.getLast().balance().isZero()).isTrue();
        assertThat(spread(equal(Rounding.HALF_UP, 1, RemainderHolder.LAST), "0.12", "1100.00", 12))
                .hasSize(12);
    }

    @Test
    void an_instalment_that_rounds_to_nothing_leaves_all_to_the_last() {
        var rows = spread(equal(Rounding.HALF_UP, 1, RemainderHolder.LAST), "0.12", "0.01", 480);
        assertThat(rows).hasSize(480);
        assertThat(rows.subList(0, 479))
                .allSatisfy(row -> assertThat(row.total().isZero()).isTrue());
        assertThat(rows.getLast().principal()).hasToString("CNY 0.01");
    }

    @Test
    void an_instalment_below_its_interest_repays_nothing_but_never_less() {
        var rows = spread(equal(Rounding.DOWN, 100_00, RemainderHolder.LAST), "0.36", "1000.00", 24);
        assertThat(rows.subList(0, 23))
                .allSatisfy(row -> assertThat(row.principal().isZero()).isTrue());
        assertThat(rows.getLast().principal()).hasToString("CNY 1000.00");
    }

    @Test
    void yen_have_no_decimals() {
        var rows = new Amortisation(interest("0.10"), equal(Rounding.HALF_UP, 1, RemainderHolder.LAST))
                .spread(Money.of("1200000", Currency.JPY), Periods.of(START, null, Frequency.MONTHLY, 12));
        assertThat(rows.getFirst().total()).hasToString("JPY 105499");
        assertThat(rows.getLast().balance()).hasToString("JPY 0");
    }

    @Test
    void carried_interest_is_rounded_on_the_sum_since_the_beginning() {
        var plan = new RepaymentPlan.InterestThenPrincipal();
        var periods = Periods.of(START, null, Frequency.MONTHLY, 3);
        var principal = Money.of("0.40", Currency.CNY);
        var carried = new Amortisation(interest("0.12", new InterestRounding.Carried(Rounding.HALF_UP)), plan);
        assertThat(carried.spread(principal, periods).stream()
                        .map(row -> row.interest().minor()))
                .containsExactly(0L, 1L, 0L);
        var each = new Amortisation(interest("0.12", new InterestRounding.EachPeriod(Rounding.HALF_UP)), plan);
        assertThat(each.spread(principal, periods).stream()
                        .map(row -> row.interest().minor()))
                .containsExactly(0L, 0L, 0L);
    }

    /** The figures of a moved due date (FIN-U12), which terms cannot say yet but the arithmetic can. */
    @Test
    void a_long_period_counts_as_one_month_where_periods_are_equal() {
        var due = Stream.of(
                        "2024-01-01",
                        "2024-02-01",
                        "2024-03-15",
                        "2024-04-15",
                        "2024-05-15",
                        "2024-06-15",
                        "2024-07-15")
                .map(LocalDate::parse)
                .toList();
        var periods = Stream.iterate(0, k -> k + 1)
                .limit(6)
                .map(k -> Period.of(due.get(k), due.get(k + 1)))
                .toList();
        var rows = new Amortisation(interest("0.094822"), equal(Rounding.HALF_EVEN, 1, RemainderHolder.LAST))
                .spread(Money.of("100.00", Currency.CNY), periods);
        assertThat(rows.stream().map(row -> row.interest().amount()))
                .containsExactly("0.79", "0.66", "0.53", "0.40", "0.27", "0.13");
        assertThat(totals(rows)).containsOnly("17.13");
    }

    @ParameterizedTest
    @EnumSource(RemainderHolder.class)
    void whoever_holds_the_remainder_the_principal_is_whole(RemainderHolder holder) {
        for (int minor = 1; minor <= 100; minor++) {
            for (int count : new int[] {1, 2, 7, 12, 60}) {
                var rows = new Amortisation(interest("0.2399"), equal(Rounding.UP, 1, holder))
                        .spread(new Money(minor, Currency.CNY), Periods.of(START, null, Frequency.MONTHLY, count));
                assertThat(rows.stream()
                                .mapToLong(row -> row.principal().minor())
                                .sum())
                        .isEqualTo(minor);
                assertThat(rows)
                        .allSatisfy(
                                row -> assertThat(row.principal().isNegative()).isFalse());
            }
        }
    }
}
