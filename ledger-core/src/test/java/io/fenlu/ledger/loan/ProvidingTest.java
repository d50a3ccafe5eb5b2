package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.chargeOff;
import static io.fenlu.ledger.story.Entries.monthEnd;
import static io.fenlu.ledger.story.Entries.provide;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.reverse;
import static io.fenlu.ledger.story.Entries.sell;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanHappening.LossProvided;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,000.01 in three parts from 1 January 2024, without interest, funded 70 to 30: what month ends set aside for losses. */
class ProvidingTest {
    private static LoanStory loan() {
        return loan(ProductTerms.CURRENT_ENGINE);
    }

    private static LoanStory loan(int engine) {
        var shares = new FundingShares(
                List.of(
                        new FundingShare(new LenderId("bank"), 700_000),
                        new FundingShare(new LenderId("partner"), 300_000)),
                new LenderId("bank"));
        var agreement = new LoanAgreement(
                TermsRow.equalPrincipal().engine(engine).terms(), yuan("1000.01"), Rate.annual("0"), 3, null, shares);
        return LoanStory.of(agreement, "2024-01-01");
    }

    private static List<Money> provided(List<LoanEvent> facts) {
        assertThat(facts.getFirst()).isInstanceOf(LossProvided.class);
        return ((LossProvided) facts.getFirst())
                .consequence().movements().stream()
                        .filter(movement -> movement.kind() == MovementKind.PROVIDED)
                        .map(Movement::amount)
                        .toList();
    }

    @Test
    void a_month_end_books_the_change_of_the_allowance_by_lender_and_does_so_once() {
        var story = loan();
        assertThat(provided(story.obey(provide("normal", "0.01", "2024-01-31"))))
                .containsExactlyInAnyOrder(yuan("7.00"), yuan("3.00"));
        assertThat(story.obey(provide("normal", "0.01", "2024-01-31"))).isEmpty();
        assertThat(story.obey(provide("loss", "1", "2024-01-31"))).isEmpty();
        assertThat(provided(story.obey(provide("special-mention", "0.02", "2024-02-29"))))
                .containsExactlyInAnyOrder(yuan("7.00"), yuan("3.00"));
        story.obey(repay(1, "500.01", "2024-03-01"));
        assertThat(provided(story.obey(provide("normal", "0.01", "2024-03-31"))))
                .containsExactlyInAnyOrder(yuan("-10.50"), yuan("-4.50"));
    }

    /** What is set aside for a lender's part: credits less debits. */
    private static Money allowance(LoanStory story, String lender) {
        var allowance = yuan("0.00");
        for (var fact : story.events()) {
            for (var posting : LoanPostings.each(fact)) {
                for (var entry : posting.entries()) {
                    if (entry.account() == LedgerAccount.LOAN_LOSS_ALLOWANCE
                            && new LenderId(lender).equals(entry.lender())) {
                        allowance = entry.side() == Entry.Side.CREDIT
                                ? allowance.plus(entry.amount())
                                : allowance.minus(entry.amount());
                    }
                }
            }
        }
        return allowance;
    }

    private static void holdsNothing(LoanStory story) {
        assertThat(allowance(story, "bank")).isEqualTo(yuan("0.00"));
        assertThat(allowance(story, "partner")).isEqualTo(yuan("0.00"));
    }

    @Test
    void what_settles_or_sells_a_loan_releases_its_allowance_at_once_and_a_reversal_brings_it_back() {
        var repaid = loan();
        repaid.obey(provide("normal", "0.01", "2024-01-31"));
        repaid.obey(repay(1, "1000.01", "2024-02-05"));
        holdsNothing(repaid);
        assertThat(provided(repaid.obey(provide("normal", "0.01", "2024-02-29"))))
                .isEmpty();
        repaid.obey(reverse(2, 1, "2024-03-01"));
        assertThat(allowance(repaid, "bank")).isEqualTo(yuan("7.00"));
        assertThat(allowance(repaid, "partner")).isEqualTo(yuan("3.00"));
        var sold = loan();
        sold.obey(provide("loss", "1", "2024-01-31"));
        sold.obey(sell(1, "10.00", "2024-02-05"));
        holdsNothing(sold);
    }

    @Test
    void a_loan_that_is_put_away_before_its_next_month_end_leaves_no_allowance_open() {
        var story = loan();
        story.obey(provide("special-mention", "0.02", "2024-01-31"));
        story.obey(repay(1, "1000.01", "2024-02-05"));
        story.obey(new LoanCommand.CloseLoan(Entries.LOAN, LocalDate.parse("2024-02-06")));
        holdsNothing(story);
        story.refuses(provide("normal", "0.01", "2024-02-29"), LoanRefusal.LOAN_CLOSED);
    }

    /** 1,000.01 was set aside and 500.00 written off: 500.01 nobody needs. */
    @Test
    void what_a_debt_written_off_does_not_use_up_is_released_and_nothing_of_it_when_it_is_sold_later() {
        var story = loan();
        story.obey(provide("loss", "1", "2024-01-31"));
        story.obey(repay(1, "500.01", "2024-02-01"));
        story.obey(chargeOff(2, "2024-02-05"));
        holdsNothing(story);
        story.obey(sell(3, "10.00", "2024-02-06"));
        story.obey(provide("loss", "1", "2024-02-29"));
        holdsNothing(story);
        story.obey(reverse(4, 3, "2024-03-01"));
        story.obey(reverse(5, 2, "2024-03-01"));
        assertThat(allowance(story, "bank").plus(allowance(story, "partner"))).isEqualTo(yuan("500.00"));
    }

    @Test
    void what_ends_a_loan_is_learned_late_and_the_allowance_follows() {
        var story = loan();
        story.obey(provide("normal", "0.01", "2024-01-31"));
        story.obey(provide("normal", "0.01", "2024-02-29"));
        story.obey(repay(1, "1000.01", "2024-02-05"));
        holdsNothing(story);
    }

    /** So it was before the fourth engine. */
    @Test
    void the_allowance_of_a_loan_that_was_repaid_is_released_and_that_of_a_debt_written_off_is_used_up() {
        var repaid = loan(3);
        repaid.obey(provide("normal", "0.01", "2024-01-31"));
        repaid.obey(repay(1, "1000.01", "2024-02-05"));
        assertThat(provided(repaid.obey(provide("normal", "0.01", "2024-02-29"))))
                .containsExactlyInAnyOrder(yuan("-7.00"), yuan("-3.00"));
        var lost = loan(3);
        lost.obey(provide("loss", "1", "2024-01-31"));
        lost.obey(chargeOff(2, "2024-02-05"));
        assertThat(provided(lost.obey(provide("loss", "1", "2024-02-29")))).isEmpty();
    }

    @Test
    void the_allowance_belongs_to_the_period_that_its_day_closes_and_follows_what_is_learned_late() {
        var story = loan();
        story.obey(monthEnd(90, "2024-01-31"));
        var fact = (LossProvided)
                story.obey(provide("normal", "0.01", "2024-01-31")).getFirst();
        assertThat(fact.consequence().bookedOn()).isEqualTo(LocalDate.parse("2024-01-31"));
        var late = story.obey(repay(1, "500.01", "2024-01-20"));
        assertThat(late)
                .filteredOn(HistoryCorrected.class::isInstance)
                .singleElement()
                .satisfies(corrected -> assertThat(((HistoryCorrected) corrected)
                                .movements().stream()
                                        .map(BookedMovement::movement)
                                        .filter(movement -> movement.kind() == MovementKind.PROVIDED)
                                        .map(Movement::amount))
                        .containsExactlyInAnyOrder(yuan("-3.50"), yuan("-1.50")));
    }
}
