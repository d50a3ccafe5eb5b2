package io.fenlu.ledger.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.StagedOrder;
import io.fenlu.ledger.calendar.Adjustment;
import io.fenlu.ledger.calendar.BusinessDays;
import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.calendar.FirstDue;
import io.fenlu.ledger.calendar.MonthEnd;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.Indices;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.Periods;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTermsTest {
    private static final LocalDate START = LocalDate.of(2024, 4, 5);

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    @Test
    void terms_without_conditions_behave_as_if_nothing_were_said() {
        var terms = TermsRow.equalInstalment().terms();
        assertThat(terms.conditions()).isNull();
        assertThat(terms.agreed()).isEqualTo(Conditions.PLAIN);
        assertThat(terms.healing()).isEqualTo(StagedOrder.of(AllocationOrder.OLDEST_FIRST));
        assertThat(terms.periods(START, null, 6)).isEqualTo(Periods.of(START, null, terms.frequency(), 6));
        assertThat(terms.rates(Rate.annual("0.1"), List.of(), START, null).on(START))
                .isEqualTo(Rate.annual("0.1"));
    }

    @Test
    void an_open_ended_loan_with_a_term_has_one_long_period() {
        var terms = TermsRow.openEnded().terms();
        assertThat(terms.periods(START, null, 6)).hasSize(1);
        assertThat(terms.periods(START, null, 6).getFirst().whole().to()).isEqualTo(START.plusMonths(6));
        assertThat(terms.periods(START, null, 0)).isEmpty();
    }

    @Test
    void a_free_form_plan_brings_its_own_due_dates() {
        var rows = List.of(
                new RepaymentPlan.FreeRow(START.plusDays(20), yuan("40.00"), null),
                new RepaymentPlan.FreeRow(START.plusDays(99), yuan("60.00"), null));
        var terms = TermsRow.equalInstalment()
                .plan(new RepaymentPlan.FreeForm(rows))
                .terms();
        assertThat(terms.periods(START, null, 7))
                .extracting(period -> period.whole().to())
                .containsExactly(START.plusDays(20), START.plusDays(99));
        assertThatThrownBy(() -> terms.periods(START.plusDays(20), null, 2)).isInstanceOf(InvalidValue.class);
    }

    /** 5 May 2024 is a day off. The rate steps up with the third period; the LPR of the fourth falls on 22 July. */
    @Test
    void due_dates_and_rates_of_the_conditions_reach_the_schedule() {
        var following = new DueDateRule(
                new FirstDue.OnePeriodLater(), MonthEnd.SAME_DAY, new BusinessDays(Adjustment.FOLLOWING, "CN", 3));
        var floating =
                new RateRule.Floating("LPR-1Y", new BigDecimal("0.0055"), RateRule.Reset.EACH_PERIOD, null, null);
        var terms = TermsRow.equalPrincipal()
                .conditions(Conditions.PLAIN.with(following).with(floating).with(DayConvention.LAST_DAY_COUNTS))
                .terms();
        var periods = terms.periods(START, null, 5);
        var rates = terms.rates(Rate.annual("0.99"), periods, START, Indices.LPR_1Y);
        var rows = terms.schedule(yuan("5000.00"), periods, terms.growth(rates, List.of()));
        assertThat(rows.getFirst().dueOn()).isEqualTo(LocalDate.of(2024, 5, 6));
        // 4.00 % a twelfth each; from 5 August on 3.90 %, whose first night under this convention is the one before
        assertThat(rows)
                .extracting(Instalment::interest)
                .containsExactly(yuan("16.67"), yuan("13.33"), yuan("10.00"), yuan("6.66"), yuan("3.25"));
    }

    @Test
    void grace_is_refused_where_there_is_nothing_to_ease() {
        var graced = Conditions.PLAIN.with(Grace.onPrincipal(1));
        assertThat(TermsRow.equalInstalment()
                        .conditions(graced)
                        .terms()
                        .agreed()
                        .grace()
                        .principal())
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        TermsRow.interestThenPrincipal().conditions(graced).terms())
                .isInstanceOf(InvalidValue.class);
        var forgiven = Conditions.PLAIN.with(new Grace(0, 0, 1));
        assertThat(TermsRow.interestThenPrincipal()
                        .conditions(forgiven)
                        .terms()
                        .agreed()
                        .grace())
                .isEqualTo(new Grace(0, 0, 1));
        assertThatThrownBy(() -> TermsRow.openEnded().conditions(forgiven).terms())
                .isInstanceOf(InvalidValue.class);
        var flat = new RepaymentPlan.FlatFee(Fraction.NONE, Rounding.HALF_UP, RemainderHolder.FIRST);
        assertThatThrownBy(() -> TermsRow.equalInstalment()
                        .plan(flat)
                        .conditions(forgiven)
                        .terms())
                .isInstanceOf(InvalidValue.class);
        var flatInterest = new RepaymentPlan.FlatInterest(
                RoundingRule.of(Rounding.HALF_UP), Rounding.HALF_UP, RemainderHolder.LAST);
        assertThatThrownBy(() -> TermsRow.equalInstalment()
                        .plan(flatInterest)
                        .conditions(forgiven)
                        .terms())
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_fixed_rate_of_the_conditions_takes_the_place_of_the_agreed_one() {
        var terms = TermsRow.equalInstalment()
                .conditions(Conditions.PLAIN.with(new RateRule.Fixed(Rate.annual("0.05"))))
                .terms();
        var periods = terms.periods(START, null, 2);
        assertThat(terms.rates(Rate.annual("0.1"), periods, START, null).on(START))
                .isEqualTo(Rate.annual("0.05"));
        assertThat(terms.rates(Rate.annual("0.1"), List.of(), START, null).on(START))
                .isEqualTo(Rate.annual("0.05"));
    }
}
