package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.refund;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.reverse;
import static io.fenlu.ledger.story.Entries.sendBack;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import org.junit.jupiter.api.Test;

/** 1,200.00 of 1 January 2024, overpaid: what becomes of the rest. */
class SendingBackTest {
    private static LoanStory overpaid(OverpaymentRule rule) {
        var terms = TermsRow.equalInstalment().overpayment(rule).conditions(Entries.LETTERS);
        var story = LoanStory.of(agreement(terms.terms(), "1200.00", "0.12", 3), "2024-01-01");
        story.obey(repay(1, "1230.00", "2024-01-01"));
        return story;
    }

    @Test
    void an_overpayment_that_is_to_be_returned_goes_back_whole_to_the_borrowers_account() {
        var story = overpaid(OverpaymentRule.RETURN);
        var facts = story.obey(sendBack(2, "2024-01-01"));
        assertThat(facts).singleElement().isInstanceOfSatisfying(LoanHappening.OverpaymentSentBack.class, sent -> {
            assertThat(sent.entry().amount()).isEqualTo(yuan("30.00"));
            assertThat(sent.to()).isEqualTo(new PayoutInstruction(PayoutChannel.BANK, "acct-1"));
            assertThat(sent.consequence().balances().credit()).isEqualTo(yuan("0.00"));
        });
        assertThat(story.isSettled()).isTrue();
        assertThat(story.obey(sendBack(3, "2024-01-01"))).isEmpty();
    }

    @Test
    void an_overpayment_that_is_to_be_held_stays_until_somebody_sends_it_back() {
        var story = overpaid(OverpaymentRule.HOLD_AS_CREDIT);
        assertThat(story.obey(sendBack(2, "2024-01-01"))).isEmpty();
        story.refuses(refund(3, "30.01", "2024-01-02"), LoanRefusal.RETURN_EXCEEDS_CREDIT);
        story.obey(refund(3, "10.00", "2024-01-02"));
        assertThat(story.standing("2024-01-02").balances().credit()).isEqualTo(yuan("20.00"));
    }

    @Test
    void what_the_bank_could_not_send_is_held_again_and_left_to_people() {
        var story = overpaid(OverpaymentRule.RETURN);
        story.obey(sendBack(2, "2024-01-01"));
        story.obey(reverse(3, 2, "2024-01-03"));
        assertThat(story.standing("2024-01-03").balances().credit()).isEqualTo(yuan("30.00"));
        story.refuses(sendBack(4, "2024-01-03"), LoanRefusal.REFUND_CAME_BACK);
        story.obey(refund(5, "30.00", "2024-01-04"));
        assertThat(story.standing("2024-01-04").balances().credit()).isEqualTo(yuan("0.00"));
    }

    @Test
    void what_was_sent_back_and_turns_out_not_to_have_been_there_is_owed() {
        var story = overpaid(OverpaymentRule.RETURN);
        story.obey(sendBack(2, "2024-01-05"));
        story.obey(reverse(3, 1, "2024-01-05"));
        assertThat(story.standing("2024-01-05").balances().principal()).isEqualTo(yuan("1200.00"));
        assertThat(story.standing("2024-01-05").balances().fees()).isEqualTo(yuan("30.00"));
    }
}
