package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 1,200.00 at 12 % a year over three months: on which day each thing happened, and how the loan stood on any day. */
class DaysOfALoanTest {
    private static LoanStory requested() {
        var story = new LoanStory();
        story.request(agreement(TermsRow.equalPrincipal().terms(), "1200.00", "0.12", 3), day("2023-12-30"));
        return story;
    }

    private static LoanStory paidOut() {
        var story = requested();
        story.payOut(day("2024-01-01"));
        return story;
    }

    private static LoanStory settled() {
        var story = paidOut().repay("412.00", "2024-02-01").repay("804.00", "2024-02-20");
        story.obey(repay(9, story.payoff("2024-02-25").amount(), "2024-02-25"));
        assertThat(story.isSettled()).isTrue();
        return story;
    }

    private static LoanStory closed() {
        var story = settled();
        story.obey(new CloseLoan(LOAN, day("2024-03-03")));
        return story;
    }

    private static LocalDate day(String on) {
        return LocalDate.parse(on);
    }

    private static List<String> days(LoanStory story) {
        return story.events().stream()
                .map(fact -> fact.getClass().getSimpleName() + " " + fact.businessDate())
                .toList();
    }

    @Test
    void each_fact_tells_the_day_on_which_it_happened() {
        var story = closed();
        assertThat(days(story))
                .startsWith("LoanRequested 2023-12-30", "LoanOpened 2023-12-30", "LoanDisbursed 2024-01-01")
                .contains("RepaymentReceived 2024-02-20", "ScheduleRevised 2024-02-20")
                .contains("LoanSettled 2024-02-25")
                .endsWith("LoanClosed 2024-03-03");
        assertThat(story.events()).allSatisfy(fact -> assertThat(fact.subject()).isEqualTo(LOAN.value()));

        story.obey(reverse(11, 9, "2024-03-05"));
        assertThat(days(story)).contains("LoanReopened 2024-03-05");
    }

    @Test
    void what_is_learned_late_belongs_to_the_day_that_it_happened_on() {
        var story = paidOut().repay("412.00", "2024-02-01");
        story.obey(repay(7, "100.00", "2024-01-16"));
        assertThat(days(story)).contains("RepaymentReceived 2024-01-16", "HistoryCorrected 2024-01-16");
    }

    @Test
    void a_request_that_came_to_nothing_ended_on_its_day() {
        var story = requested();
        story.obey(new CancelLoan(LOAN, "account closed", day("2024-01-02")));
        assertThat(days(story)).endsWith("LoanCancelled 2024-01-02");
        assertThat(LoanState.isRunning(story.state())).isFalse();
    }

    @Test
    void a_payment_tells_what_it_healed() {
        var payment = paidOut().repay("412.00", "2024-02-01").lastRepayment();
        assertThat(payment.healed(Bucket.PRINCIPAL)).isEqualTo(yuan("400.00"));
        assertThat(payment.healed(Bucket.INTEREST)).isEqualTo(yuan("12.00"));
        assertThat(payment.healed(Bucket.PENALTY)).isEqualTo(yuan("0.00"));
    }

    @Test
    void on_an_earlier_day_a_loan_stands_as_it_stood_then() {
        var closed = closed().state();
        assertThat(LoanState.on(closed, day("2024-03-03"))).isEqualTo(closed);
        assertThat(LoanState.on(closed, day("2024-03-02"))).isEqualTo(settled().state());
        assertThat(LoanState.on(settled().state(), day("2024-02-25")))
                .isEqualTo(settled().state());
        assertThat(LoanState.on(closed, day("2024-02-24")))
                .isInstanceOfSatisfying(
                        LoanState.Active.class,
                        loan -> assertThat(LoanStanding.of(loan, day("2024-02-24")))
                                .isEqualTo(paidOut()
                                        .repay("412.00", "2024-02-01")
                                        .repay("804.00", "2024-02-20")
                                        .standing("2024-02-24")));
        assertThat(LoanState.on(closed, day("2024-01-01"))).isInstanceOf(LoanState.Active.class);
        assertThat(LoanState.on(closed, day("2023-12-31"))).isInstanceOf(LoanState.Opened.class);
        assertThat(LoanState.isRunning(closed)).isTrue();
    }

    @Test
    void a_loan_whose_last_payment_bounced_later_was_settled_on_that_day() {
        var story = settled();
        story.obey(reverse(12, 9, "2024-03-05"));
        assertThat(story.isSettled()).isFalse();
        assertThat(LoanState.on(story.state(), day("2024-03-01")))
                .isInstanceOfSatisfying(
                        LoanState.Settled.class,
                        then -> assertThat(then.settledOn()).isEqualTo("2024-02-25"));
    }

    @Test
    void a_declined_request_tells_its_day() {
        var story = new LoanStory();
        story.obey(new RequestLoan(
                LOAN,
                new CreditLineId(new UUID(0, 2)),
                agreement(TermsRow.equalPrincipal().terms(), "1200.00", "0.12", 3),
                new PayoutInstruction(PayoutChannel.BANK, "acct-1"),
                day("2024-01-01")));
        story.obey(new DeclineLoan(LOAN, "over-limit", "the limit is used", day("2024-01-03")));
        assertThat(days(story)).endsWith("LoanDeclined 2024-01-03");
    }
}
