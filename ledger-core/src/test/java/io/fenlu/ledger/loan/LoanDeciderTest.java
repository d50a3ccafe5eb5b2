package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.product.CashLoan;
import io.fenlu.ledger.product.MarketplaceLoan;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoanDeciderTest {
    private static final LoanDecider DECIDER = new LoanDecider();

    private static LoanStory cashLoan() {
        return LoanStory.of(agreement(CashLoan.EQUAL_INSTALMENT, "10000.00", "0.144", 12), "2024-01-31");
    }

    @Test
    void the_money_reaches_the_borrower_with_the_whole_schedule() {
        var story = cashLoan();
        assertThat(story.events()).hasSize(3).last().isInstanceOf(LoanDisbursed.class);
        assertThat(story.firstSchedule()).hasSize(12);
        assertThat(story.firstSchedule().getFirst().dueOn()).isEqualTo("2024-02-29");
        assertThat(story.firstSchedule().get(1).dueOn()).isEqualTo("2024-03-31");
    }

    @Test
    void paying_each_instalment_on_its_day_settles_the_loan_with_the_last() {
        var story = cashLoan();
        var plan = story.firstSchedule();
        for (var bill : plan) {
            story.repay(bill.total().amount(), bill.dueOn().toString());
        }
        assertThat(story.isSettled()).isTrue();
        assertThat(story.events().getLast()).isInstanceOf(LoanSettled.class);
        assertThat(story.events()).hasSize(3 + 12 + 1);
    }

    @Test
    void an_overpayment_is_refused_or_held_as_the_terms_say() {
        var story = cashLoan();
        var tooMuch = story.repayment(yuan("10000.01"), LocalDate.parse("2024-01-31"));
        story.refuses(tooMuch, LoanRefusal.AMOUNT_EXCEEDS_PAYOFF);
        var holding = TermsRow.equalInstalment()
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .terms();
        var held = LoanStory.of(agreement(holding, "100.00", "0.12", 6), "2024-01-31")
                .repay("150.00", "2024-01-31");
        assertThat(held.isSettled()).isTrue();
        assertThat(held.lastRepayment().credit()).isEqualTo(yuan("50.00"));
    }

    @Test
    void the_refusal_of_an_overpayment_says_what_settles_the_loan() {
        var story = cashLoan();
        var decision = story.decide(story.repayment(yuan("20000.00"), LocalDate.parse("2024-02-10")));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.detail())
                                .contains(story.payoff("2024-02-10").toString()));
    }

    @Test
    void the_bank_may_confirm_a_payout_as_often_as_it_likes() {
        var story = cashLoan();
        story.payOut(LocalDate.parse("2024-01-31"));
        story.repay("10000.00", "2024-01-31");
        story.payOut(LocalDate.parse("2024-01-31"));
        assertThat(story.events()).hasSize(5);
    }

    @Test
    void money_that_came_late_starts_interest_late_and_keeps_the_agreed_due_day() {
        var story = new LoanStory();
        var agreed = agreement(CashLoan.EQUAL_INSTALMENT, "10000.00", "0.144", 12);
        var withDate = new LoanAgreement(
                agreed.terms(), agreed.principal(), agreed.rate(), 12, LocalDate.parse("2024-02-10"), agreed.funding());
        story.request(withDate, LocalDate.parse("2024-01-31"));
        story.payOut(LocalDate.parse("2024-02-12"));
        assertThat(story.firstSchedule()).hasSize(12);
        assertThat(story.firstSchedule().getFirst().from()).isEqualTo("2024-02-12");
        assertThat(story.firstSchedule().getFirst().dueOn()).isEqualTo("2024-03-10");
        assertThat(story.payoff("2024-02-12")).isEqualTo(yuan("10000.00"));
    }

    @Test
    void an_open_ended_loan_bears_interest_by_the_day_and_is_never_overdue_without_a_term() {
        var story = LoanStory.of(agreement(CashLoan.OPEN_ENDED, "10000.00", "0.1825", 0), "2024-02-25");
        assertThat(story.firstSchedule()).isEmpty();
        assertThat(story.payoff("2024-03-03")).isEqualTo(yuan("10035.00"));
        story.repay("5035.00", "2024-03-03");
        assertThat(story.lastRepayment().allocation().getFirst().bucket()).isEqualTo(Bucket.INTEREST);
        assertThat(story.payoff("2024-03-13")).isEqualTo(yuan("5025.00"));
        assertThat(story.standing("2034-03-13").daysPastDue()).isZero();
    }

    @Test
    void an_open_ended_loan_with_a_term_falls_due_whole_at_its_end() {
        var story = LoanStory.of(agreement(CashLoan.OPEN_ENDED, "10000.00", "0.1825", 3), "2024-01-31");
        assertThat(story.firstSchedule()).hasSize(1);
        assertThat(story.firstSchedule().getFirst().dueOn()).isEqualTo("2024-04-30");
        story.repay("1000.00", "2024-02-29");
        var late = story.standing("2024-05-10");
        assertThat(late.daysPastDue()).isEqualTo(10);
        assertThat(late.balances().penalty().isPositive()).isTrue();
        story.repay(late.balances().payoff().amount(), "2024-05-10");
        assertThat(story.isSettled()).isTrue();
    }

    @Test
    void overdue_principal_bears_nothing_where_lateness_costs_nothing() {
        var story = LoanStory.of(agreement(MarketplaceLoan.FIXED_RATE, "1000.00", "0.12", 1), "2024-01-31");
        assertThat(story.payoff("2024-02-29")).isEqualTo(yuan("1010.00"));
        assertThat(story.payoff("2025-02-28")).isEqualTo(yuan("1010.00"));
    }

    @Test
    void a_loan_without_interest_is_only_its_principal() {
        var story = LoanStory.of(agreement(CashLoan.EQUAL_INSTALMENT, "0.10", "0", 3), "2024-01-31");
        assertThat(story.firstSchedule().stream().map(row -> row.total().minor()))
                .containsExactly(3L, 3L, 4L);
        assertThat(story.payoff("2024-12-31")).isEqualTo(yuan("0.10"));
    }

    @Test
    void a_repayment_that_does_not_follow_from_its_history_is_noticed() {
        var story = cashLoan().repay("500.00", "2024-02-29");
        var facts = story.events();
        var kept = (RepaymentReceived) facts.get(3);
        var forged = new RepaymentReceived(
                kept.loanId(),
                kept.creditLineId(),
                kept.repaymentId(),
                yuan("500.01"),
                kept.allocation(),
                kept.credit(),
                kept.recognised(),
                kept.funding(),
                kept.balances(),
                kept.paidOn(),
                null);
        var before = facts.subList(0, 3).stream().reduce(DECIDER.initial(), DECIDER::evolve, (a, b) -> b);
        assertThatThrownBy(() -> DECIDER.evolve(before, forged)).isInstanceOf(CorruptHistory.class);
        assertThat(DECIDER.evolve(before, kept)).isEqualTo(((LoanState.Active) story.state()));
    }

    @Test
    void a_fact_out_of_its_order_is_corrupt_history() {
        var facts = cashLoan().repay("10000.00", "2024-01-31").events();
        for (var fact : facts.subList(1, facts.size())) {
            assertThatThrownBy(() -> DECIDER.evolve(DECIDER.initial(), fact)).isInstanceOf(CorruptHistory.class);
        }
        var end = facts.stream().reduce(DECIDER.initial(), DECIDER::evolve, (a, b) -> b);
        for (var fact : facts) {
            assertThatThrownBy(() -> DECIDER.evolve(end, fact)).isInstanceOf(CorruptHistory.class);
        }
    }

    @Test
    void a_standing_shows_each_instalment_with_what_was_paid_of_it() {
        var story = LoanStory.of(
                agreement(TermsRow.equalPrincipal().counting(DayCount.ACT_365F).terms(), "1200.00", "0.10", 12),
                "2024-01-01");
        story.repay("60.00", "2024-02-01");
        var rows = story.standing("2024-02-01").schedule();
        assertThat(rows).hasSize(12);
        assertThat(rows.getFirst().interestPaid()).isEqualTo(yuan("10.19"));
        assertThat(rows.getFirst().principalPaid()).isEqualTo(yuan("49.81"));
        assertThat(rows.getFirst().open()).isEqualTo(yuan("50.19"));
        assertThat(List.of(rows.getFirst().due(), rows.getLast().due())).containsExactly(true, false);
    }
}
