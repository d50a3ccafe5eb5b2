package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrepayingTest {
    private static ProductTerms terms(PrepaymentRule rule) {
        return TermsRow.equalInstalment()
                .counting(DayCount.ACT_365F)
                .carried(Rounding.HALF_UP)
                .prepayment(rule)
                .terms();
    }

    /** 1,200.00 at 12 % over 12 months: 106.63 a month. */
    private static LoanStory aYear(PrepaymentRule rule) {
        return LoanStory.of(agreement(terms(rule), "1200.00", "0.12", 12), "2024-01-15");
    }

    private static List<Instalment> upcoming(LoanStory story) {
        return ((LoanState.Active) story.state()).position().upcoming();
    }

    private static Money interest(List<Instalment> rows) {
        return Money.sum(
                rows.getFirst().interest().currency(),
                rows.stream().map(Instalment::interest).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = PrepaymentRule.class,
            names = {"SMALLER_INSTALMENT", "SHORTER_TERM"})
    void a_fen_of_running_interest_paid_early_changes_no_instalment_but_by_that_fen(PrepaymentRule rule) {
        var story = aYear(rule);
        var before = upcoming(story);
        story.repay("0.01", "2024-02-05");
        var after = upcoming(story);
        assertThat(after).hasSize(12);
        assertThat(after.getFirst().principal()).isEqualTo(before.getFirst().principal());
        assertThat(after.getFirst().interest())
                .isEqualTo(before.getFirst().interest().minus(yuan("0.01")));
        assertThat(after.subList(1, 12)).isEqualTo(before.subList(1, 12));
        assertThat(story.events().getLast()).isInstanceOf(ScheduleRevised.class);
    }

    @Test
    void running_interest_is_paid_before_principal_that_is_not_due() {
        var story = aYear(PrepaymentRule.SHORTER_TERM).repay("208.28", "2024-02-05");
        assertThat(story.lastRepayment().allocation())
                .containsExactly(
                        new AllocationLine(1, Bucket.INTEREST, yuan("8.28")),
                        new AllocationLine(0, Bucket.PRINCIPAL, yuan("200.00")));
    }

    @Test
    void a_shorter_term_keeps_the_sum_and_drops_the_last_instalments() {
        var story = aYear(PrepaymentRule.SHORTER_TERM);
        var sum = upcoming(story).getFirst().total();
        story.repay("208.28", "2024-02-05");
        var rows = upcoming(story);
        assertThat(rows).hasSize(10);
        assertThat(rows.subList(0, 9)).allSatisfy(row -> assertThat(row.total()).isEqualTo(sum));
        assertThat(rows.getLast().total()).isLessThanOrEqualTo(sum);
    }

    @Test
    void a_smaller_instalment_keeps_the_term_and_lowers_the_sum() {
        var story = aYear(PrepaymentRule.SMALLER_INSTALMENT);
        var sum = upcoming(story).getFirst().total();
        story.repay("208.28", "2024-02-05");
        var rows = upcoming(story);
        assertThat(rows).hasSize(12);
        assertThat(rows.subList(0, 11))
                .allSatisfy(
                        row -> assertThat(row.total()).isEqualTo(rows.getFirst().total()));
        assertThat(rows.getFirst().total()).isLessThan(sum);
    }

    @Test
    void paying_ahead_pays_principal_first_and_leaves_the_running_interest_to_its_day() {
        var story = aYear(PrepaymentRule.NEXT_INSTALMENTS);
        var before = upcoming(story);
        var ahead = before.get(0).principal().plus(before.get(1).principal());
        story.repay(ahead.amount(), "2024-02-05");
        assertThat(story.lastRepayment().allocation()).containsExactly(new AllocationLine(0, Bucket.PRINCIPAL, ahead));
        var rows = upcoming(story);
        assertThat(rows.get(0).principal().isZero()).isTrue();
        assertThat(rows.get(0).interest().isPositive()).isTrue();
        assertThat(rows.get(2).total()).isEqualTo(before.get(2).total());
        assertThat(interest(rows)).isLessThan(interest(before));
    }

    @Test
    void an_advance_of_all_principal_leaves_only_the_running_interest() {
        var story = aYear(PrepaymentRule.NEXT_INSTALMENTS).repay("1200.00", "2024-02-05");
        assertThat(story.isSettled()).isFalse();
        var owed = story.standing("2024-02-05").balances();
        assertThat(owed.principal().isZero()).isTrue();
        assertThat(owed.payoff()).isEqualTo(yuan("8.28"));
        assertThat(upcoming(story)).hasSize(1);
        assertThat(story.payoff("2024-09-01")).isEqualTo(yuan("8.28"));
        story.repay("8.28", "2024-02-15");
        assertThat(story.isSettled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(PrepaymentRule.class)
    void what_is_paid_on_the_day_of_drawdown_costs_nothing(PrepaymentRule rule) {
        var story = aYear(rule).repay("200.00", "2024-01-15").repay("1000.00", "2024-01-15");
        assertThat(story.isSettled()).isTrue();
        assertThat(story.lastRepayment().recognised()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PrepaymentRule.class)
    void two_halves_on_one_day_are_worth_the_whole(PrepaymentRule rule) {
        var twice = aYear(rule).repay("150.00", "2024-02-15").repay("150.00", "2024-02-15");
        var once = aYear(rule).repay("300.00", "2024-02-15");
        assertThat(twice.payoff("2024-03-01")).isEqualTo(once.payoff("2024-03-01"));
        assertThat(upcoming(twice)).isEqualTo(upcoming(once));
    }

    @Test
    void on_a_due_date_the_bill_is_paid_before_anything_is_paid_early() {
        var story = aYear(PrepaymentRule.SMALLER_INSTALMENT);
        var bill = story.firstSchedule().getFirst();
        story.repay(bill.total().plus(yuan("100.00")).amount(), "2024-02-15");
        assertThat(story.lastRepayment().allocation())
                .containsExactly(
                        new AllocationLine(1, Bucket.INTEREST, bill.interest()),
                        new AllocationLine(1, Bucket.PRINCIPAL, bill.principal()),
                        new AllocationLine(0, Bucket.PRINCIPAL, yuan("100.00")));
        assertThat(upcoming(story)).hasSize(11);
    }

    @ParameterizedTest
    @EnumSource(PrepaymentRule.class)
    void a_fen_less_than_the_payoff_leaves_a_fen(PrepaymentRule rule) {
        var story = aYear(rule);
        var payoff = story.payoff("2024-02-05");
        story.repay(payoff.minus(yuan("0.01")).amount(), "2024-02-05");
        assertThat(story.payoff("2024-02-05")).isEqualTo(yuan("0.01"));
        story.repay("0.01", "2024-02-05");
        assertThat(story.isSettled()).isTrue();
    }

    @Test
    void interest_rounded_each_period_is_rounded_once_however_often_it_is_paid() {
        var terms = TermsRow.equalPrincipal()
                .counting(DayCount.ACT_365F)
                .eachPeriod(Rounding.UP)
                .prepayment(PrepaymentRule.SHORTER_TERM)
                .terms();
        var paidOnce = LoanStory.of(agreement(terms, "100.00", "0.05", 4), "2024-01-01");
        var due = paidOnce.firstSchedule().getFirst().interest();
        var paidOften = LoanStory.of(agreement(terms, "100.00", "0.05", 4), "2024-01-01");
        for (var day : List.of("2024-01-02", "2024-01-09", "2024-01-20")) {
            paidOften.repay(paidOften.standing(day).balances().interestAccrued().amount(), day);
        }
        var rest = upcoming(paidOften).getFirst().interest();
        assertThat(paidOften.standing("2024-01-20").balances().interestAccrued().isZero())
                .isTrue();
        assertThat(rest).isLessThan(due);
        var early = due.minus(rest);
        var paid = Money.sum(
                due.currency(),
                paidOften.events().stream()
                        .filter(LoanEvent.RepaymentReceived.class::isInstance)
                        .map(event -> ((LoanEvent.RepaymentReceived) event).amount())
                        .toList());
        assertThat(paid).isEqualTo(early);
    }
}
