package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.LETTERS;
import static io.fenlu.ledger.story.Entries.PAYOUT;
import static io.fenlu.ledger.story.Entries.fee;
import static io.fenlu.ledger.story.Entries.id;
import static io.fenlu.ledger.story.Entries.monthEnd;
import static io.fenlu.ledger.story.Entries.rate;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.returnedByBank;
import static io.fenlu.ledger.story.Entries.reverse;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening.EntryReversed;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,200.00 at 12 % a year in three instalments from 31 January 2024: 408.03, 408.03, 408.02. */
class LearningLateOnALoanTest {
    private static LoanStory loan() {
        var terms = TermsRow.equalInstalment()
                .penaltyWithGrace(0)
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .conditions(LETTERS)
                .terms();
        return LoanStory.of(agreement(terms, "1200.00", "0.12", 3), "2024-01-31");
    }

    private static HistoryCorrected correction(List<LoanEvent> facts) {
        return facts.stream()
                .filter(HistoryCorrected.class::isInstance)
                .map(HistoryCorrected.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_payment_learned_late_is_counted_on_its_day_and_the_later_one_heals_something_else() {
        var story = loan();
        story.obey(repay(1, "408.03", "2024-03-20"));
        assertThat(story.payoff("2024-03-20")).isEqualTo(yuan("813.18"));
        var facts = story.obey(repay(2, "408.03", "2024-02-29"));
        assertThat(((RepaymentReceived) facts.getFirst()).balances().payoff()).isEqualTo(yuan("803.97"));
        var corrected = correction(facts);
        assertThat(corrected.corrections()).singleElement().satisfies(changed -> {
            assertThat(changed.entry()).isEqualTo(id(1));
            assertThat(changed.before().getFirst().instalment()).isEqualTo(1);
            assertThat(changed.after())
                    .allSatisfy(line -> assertThat(line.instalment()).isNotEqualTo(1));
        });
        var inTime = loan();
        inTime.obey(repay(2, "408.03", "2024-02-29"));
        inTime.obey(repay(1, "408.03", "2024-03-20"));
        assertThat(story.standing("2024-06-30")).isEqualTo(inTime.standing("2024-06-30"));
    }

    @Test
    void what_belongs_to_a_closed_month_is_booked_in_the_open_one_and_keeps_its_day() {
        var story = loan();
        story.obey(monthEnd(90, "2024-02-29"));
        story.obey(repay(1, "408.03", "2024-03-20"));
        var facts = story.obey(repay(2, "10.00", "2024-02-20"));
        var corrected = correction(facts);
        assertThat(corrected.bookedOn()).isEqualTo(LocalDate.parse("2024-03-01"));
        assertThat(corrected.movements())
                .filteredOn(moved -> moved.valuedOn().equals(LocalDate.parse("2024-02-29")))
                .isNotEmpty()
                .allSatisfy(moved -> assertThat(moved.bookedOn()).isEqualTo(LocalDate.parse("2024-03-01")));
        assertThat(corrected.movements())
                .filteredOn(moved -> moved.valuedOn().equals(LocalDate.parse("2024-03-20")))
                .allSatisfy(moved -> assertThat(moved.bookedOn()).isEqualTo(LocalDate.parse("2024-03-20")));
    }

    @Test
    void a_reversed_payment_counts_until_the_day_of_the_reversal_and_never_was_from_then_on() {
        var story = loan();
        story.obey(repay(1, "408.03", "2024-02-29"));
        story.obey(reverse(2, 1, "2024-03-10"));
        assertThat(story.standing("2024-03-09").daysPastDue()).isZero();
        assertThat(story.standing("2024-03-10").daysPastDue()).isEqualTo(10);
        assertThat(story.standing("2024-03-10")).isEqualTo(loan().standing("2024-03-10"));
    }

    @Test
    void a_loan_settled_by_a_payment_that_bounced_is_open_again_and_closes_once_more() {
        var story = loan();
        story.obey(repay(1, "1200.00", "2024-01-31"));
        assertThat(story.isSettled()).isTrue();
        var facts = story.obey(reverse(2, 1, "2024-02-05"));
        assertThat(facts).hasExactlyElementsOfTypes(EntryReversed.class, LoanReopened.class);
        assertThat(story.isSettled()).isFalse();
        var again = story.obey(repay(3, story.payoff("2024-02-05").amount(), "2024-02-05"));
        assertThat(again.getLast()).isInstanceOf(LoanSettled.class);
    }

    @Test
    void a_payout_that_the_bank_sends_back_leaves_no_loan() {
        var story = loan();
        story.obey(returnedByBank(1, PAYOUT, "2024-02-02"));
        assertThat(story.isSettled()).isTrue();
        assertThat(story.payoff("2024-02-01")).isEqualTo(yuan("1200.41"));
        assertThat(story.payoff("2024-02-02")).isEqualTo(yuan("0.00"));
        assertThat(story.standing("2030-01-01").schedule()).isEmpty();
    }

    @Test
    void a_rate_that_should_have_been_lower_all_along_gives_back_interest() {
        var story = loan();
        story.obey(repay(1, "408.03", "2024-02-29"));
        var before = story.payoff("2024-03-31");
        story.obey(rate(2, "0.06", "2024-01-31"));
        var inTime = loan();
        inTime.obey(rate(2, "0.06", "2024-01-31"));
        inTime.obey(repay(1, "408.03", "2024-02-29"));
        assertThat(story.payoff("2024-03-31")).isEqualTo(inTime.payoff("2024-03-31"));
        assertThat(before.isMoreThan(story.payoff("2024-03-31"))).isTrue();
    }

    @Test
    void a_fact_that_another_one_announced_must_follow_it() {
        var story = loan();
        story.obey(repay(1, "408.03", "2024-03-20"));
        var before = (LoanState.Active) story.state();
        var facts = story.obey(fee(2, "5.00", "2024-03-01"));
        assertThat(facts).hasSize(2);
        var decider = new LoanDecider();
        var half = decider.evolve(before, facts.getFirst());
        assertThatThrownBy(() -> decider.evolve(half, facts.getFirst())).isInstanceOf(CorruptHistory.class);
        assertThat(decider.evolve(half, facts.getLast())).isEqualTo(story.state());
        assertThatThrownBy(() -> decider.evolve(before, facts.getLast())).isInstanceOf(CorruptHistory.class);
    }
}
