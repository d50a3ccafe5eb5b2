package io.fenlu.ledger.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.RepaymentPlan.FreeRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 10);
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static InterestRule interest(String rate) {
        return new InterestRule(
                Rate.annual(rate),
                DayCount.EQUAL_PERIODS,
                Frequency.MONTHLY,
                new InterestRounding.EachPeriod(Rounding.HALF_UP));
    }

    private static List<Period> months(int count) {
        return Periods.of(START, null, Frequency.MONTHLY, count);
    }

    private static List<String> rows(RepaymentPlan plan, Grace grace, String rate, String principal, int count) {
        return told(new Amortisation(interest(rate), plan, grace).spread(yuan(principal), months(count)));
    }

    private static List<String> rows(RepaymentPlan plan, String rate, String principal, int count) {
        return rows(plan, Grace.NONE, rate, principal, count);
    }

    private static List<String> told(List<Instalment> rows) {
        return rows.stream()
                .map(row -> row.principal().amount() + " " + row.interest().amount() + " "
                        + row.charges().amount())
                .toList();
    }

    /** 1,000.00 at 12 %: a month is 1 %. The annuity of 400.00 with 600.00 left over: (1000 × 1.01^4 − 600) / 4.060401 = 108.51. */
    @Test
    void a_balloon_leaves_its_sum_for_the_last_instalment() {
        assertThat(rows(new RepaymentPlan.Balloon(yuan("600.00"), TO_THE_FEN), "0.12", "1000.00", 4))
                .containsExactly("98.51 10.00 0.00", "99.50 9.01 0.00", "100.49 8.02 0.00", "701.50 7.02 0.00");
        assertThat(rows(new RepaymentPlan.Balloon(yuan("600.00"), TO_THE_FEN), "0", "1000.00", 4))
                .containsExactly("100.00 0.00 0.00", "100.00 0.00 0.00", "100.00 0.00 0.00", "700.00 0.00 0.00");
        assertThat(rows(new RepaymentPlan.Balloon(yuan("2000.00"), TO_THE_FEN), "0.12", "1000.00", 2))
                .containsExactly("0.00 10.00 0.00", "1000.00 10.00 0.00");
    }

    /** After two months of interest only, 1,000.00 at 1 % a month in two: 1000 × 0.01 / (1 − 1.01^−2) = 507.51. */
    @Test
    void interest_only_and_then_an_annuity_is_grace_on_principal() {
        var expected = List.of("0.00 10.00 0.00", "0.00 10.00 0.00", "497.51 10.00 0.00", "502.49 5.02 0.00");
        assertThat(rows(
                        new RepaymentPlan.InterestThenAnnuity(2, TO_THE_FEN, RemainderHolder.LAST),
                        "0.12",
                        "1000.00",
                        4))
                .isEqualTo(expected);
        assertThat(rows(
                        new RepaymentPlan.EqualInstalment(TO_THE_FEN, RemainderHolder.LAST),
                        Grace.onPrincipal(2),
                        "0.12",
                        "1000.00",
                        4))
                .isEqualTo(expected);
    }

    /** apache/fineract 60d645f9ef6a, LoanBulletBalloon.feature, line 4: grace on all principals but the last is a bullet. */
    @Test
    void grace_on_all_principals_but_the_last_is_a_bullet() {
        assertThat(rows(
                        new RepaymentPlan.EqualInstalment(TO_THE_FEN, RemainderHolder.LAST),
                        Grace.onPrincipal(7),
                        "0.30",
                        "100.00",
                        8))
                .startsWith("0.00 2.50 0.00")
                .endsWith("100.00 2.50 0.00")
                .hasSize(8);
        assertThat(rows(
                        new RepaymentPlan.EqualPrincipal(TO_THE_FEN, RemainderHolder.LAST),
                        Grace.onPrincipal(99),
                        "0.30",
                        "100.00",
                        2))
                .containsExactly("0.00 2.50 0.00", "100.00 2.50 0.00");
    }

    @Test
    void equal_principal_after_grace_is_spread_over_the_rest_and_the_first_of_them_can_hold_the_remainder() {
        assertThat(rows(
                        new RepaymentPlan.EqualPrincipal(TO_THE_FEN, RemainderHolder.FIRST),
                        Grace.onPrincipal(1),
                        "0.12",
                        "100.00",
                        4))
                .containsExactly("0.00 1.00 0.00", "33.34 1.00 0.00", "33.33 0.67 0.00", "33.33 0.33 0.00");
    }

    @Test
    void deferred_interest_is_asked_for_after_the_grace_and_forgiven_interest_never() {
        var plan = new RepaymentPlan.EqualPrincipal(TO_THE_FEN, RemainderHolder.LAST);
        assertThat(rows(plan, new Grace(0, 2, 0), "0.12", "400.00", 4))
                .containsExactly("100.00 0.00 0.00", "100.00 0.00 0.00", "100.00 9.00 0.00", "100.00 1.00 0.00");
        assertThat(rows(plan, new Grace(0, 0, 2), "0.12", "400.00", 4))
                .containsExactly("100.00 0.00 0.00", "100.00 0.00 0.00", "100.00 2.00 0.00", "100.00 1.00 0.00");
        assertThat(rows(plan, new Grace(0, 9, 0), "0.12", "400.00", 4)).endsWith("100.00 10.00 0.00");
        assertThatThrownBy(() -> new Grace(0, 1, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Grace(-1, 0, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Grace(481, 0, 0)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void interest_deferred_before_a_new_schedule_is_not_lost_by_it() {
        var plan = new RepaymentPlan.EqualPrincipal(TO_THE_FEN, RemainderHolder.LAST);
        var rest = new Amortisation.Rest(yuan("300.00"), InterestMeter.zero(Currency.CNY), 2, yuan("4.00"));
        assertThat(told(new Amortisation(interest("0.12"), plan, new Grace(0, 2, 0)).spread(rest, months(3))))
                .containsExactly("100.00 0.00 0.00", "100.00 9.00 0.00", "100.00 1.00 0.00");
    }

    /** https://opendocs.alipay.com/open/277/105952: 5.45 at 2.3 % in three; the fee of 0.12535 is 0.13. */
    @Test
    void a_flat_fee_and_the_principal_are_rounded_down_and_the_first_takes_the_rest() {
        assertThat(rows(
                        new RepaymentPlan.FlatFee(Fraction.of("0.023"), Rounding.HALF_EVEN, RemainderHolder.FIRST),
                        "0",
                        "5.45",
                        3))
                .containsExactly("1.83 0.00 0.05", "1.81 0.00 0.04", "1.81 0.00 0.04");
        assertThat(rows(
                        new RepaymentPlan.FlatFee(Fraction.of("0.023"), Rounding.HALF_EVEN, RemainderHolder.LAST),
                        "0",
                        "5.45",
                        3))
                .containsExactly("1.81 0.00 0.04", "1.81 0.00 0.04", "1.83 0.00 0.05");
    }

    /** A fee of exactly 12.5 fen: half even takes 12, half up 13, and the first instalment shows the difference. */
    @Test
    void a_tie_of_the_whole_fee_shows_in_the_first_instalment() {
        var even = rows(
                new RepaymentPlan.FlatFee(Fraction.of("0.025"), Rounding.HALF_EVEN, RemainderHolder.FIRST),
                "0",
                "5.00",
                3);
        var up = rows(
                new RepaymentPlan.FlatFee(Fraction.of("0.025"), Rounding.HALF_UP, RemainderHolder.FIRST),
                "0",
                "5.00",
                3);
        assertThat(even).containsExactly("1.68 0.00 0.04", "1.66 0.00 0.04", "1.66 0.00 0.04");
        assertThat(up).containsExactly("1.68 0.00 0.05", "1.66 0.00 0.04", "1.66 0.00 0.04");
    }

    /** 100.00 at 10 % for three months: 2.50 of interest in all. */
    @Test
    void flat_interest_is_the_same_each_month_and_the_first_can_take_the_rest() {
        assertThat(rows(
                        new RepaymentPlan.FlatInterest(TO_THE_FEN, Rounding.DOWN, RemainderHolder.LAST),
                        "0.10",
                        "100.00",
                        3))
                .containsExactly("33.34 0.83 0.00", "33.34 0.83 0.00", "33.32 0.84 0.00");
        assertThat(rows(
                        new RepaymentPlan.FlatInterest(TO_THE_FEN, Rounding.DOWN, RemainderHolder.FIRST),
                        "0.10",
                        "100.00",
                        3))
                .containsExactly("33.32 0.84 0.00", "33.34 0.83 0.00", "33.34 0.83 0.00");
    }

    @Test
    void seasons_weigh_the_principals() {
        var plan = new RepaymentPlan.Seasonal(List.of(0, 0, 1, 3), TO_THE_FEN);
        assertThat(rows(plan, "0.12", "100.00", 4))
                .containsExactly("0.00 1.00 0.00", "0.00 1.00 0.00", "25.00 1.00 0.00", "75.00 0.75 0.00");
        assertThat(rows(plan, "0", "100.00", 6))
                .containsExactly("0.00 0.00 0.00", "0.00 0.00 0.00", "25.00 0.00 0.00", "75.00 0.00 0.00");
        assertThat(rows(new RepaymentPlan.Seasonal(List.of(1, 0), TO_THE_FEN), "0", "100.00", 3))
                .containsExactly("50.00 0.00 0.00", "0.00 0.00 0.00", "50.00 0.00 0.00");
        assertThatThrownBy(() -> new RepaymentPlan.Seasonal(List.of(0, 0), TO_THE_FEN))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new RepaymentPlan.Seasonal(List.of(1, -1), TO_THE_FEN))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_free_form_plan_is_followed_to_the_letter() {
        var plan = new RepaymentPlan.FreeForm(List.of(
                new FreeRow(LocalDate.of(2024, 2, 10), yuan("0.00"), null),
                new FreeRow(LocalDate.of(2024, 3, 10), yuan("40.00"), yuan("5.00")),
                new FreeRow(LocalDate.of(2024, 4, 10), yuan("60.00"), null)));
        assertThat(rows(plan, "0.12", "100.00", 3))
                .containsExactly("0.00 1.00 0.00", "40.00 5.00 0.00", "60.00 0.60 0.00");
        refused(() -> rows(plan, "0.12", "100.01", 3));
        refused(() -> rows(plan, "0.12", "100.00", 4));
        refused(() -> new Amortisation(interest("0"), plan).spread(Money.of("100.00", Currency.USD), months(3)));
        refused(() -> new RepaymentPlan.FreeForm(
                List.of(plan.rows().get(1), plan.rows().get(0))));
        refused(() -> new RepaymentPlan.FreeForm(List.of(new FreeRow(START, yuan("-1.00"), null))));
    }

    @Test
    void the_sum_can_be_reckoned_by_the_days_of_the_first_period_alone() {
        var rule = new InterestRule(
                Rate.annual("0.12"),
                DayCount.ACT_365F,
                Frequency.MONTHLY,
                new InterestRounding.EachPeriod(Rounding.HALF_EVEN));
        var november = Periods.of(LocalDate.of(2022, 11, 1), null, Frequency.MONTHLY, 6);
        var whole = new RoundingRule(Rounding.HALF_EVEN, 100);
        var byFirst = new RepaymentPlan.EqualInstalment(whole, RemainderHolder.LAST, Annuity.Factors.FIRST_PERIOD);
        var byEach = new RepaymentPlan.EqualInstalment(whole, RemainderHolder.LAST);
        assertThat(new Amortisation(rule, byFirst).regularSum(yuan("5000.00"), november))
                .isEqualTo(yuan("862.00"));
        assertThat(new Amortisation(rule, byEach).regularSum(yuan("5000.00"), november))
                .isEqualTo(yuan("863.00"));
    }

    private static void refused(Runnable doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        no -> assertThat(no.reason()).isEqualTo(ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP));
    }
}
