package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.chargeOff;
import static io.fenlu.ledger.story.Entries.monthEnd;
import static io.fenlu.ledger.story.Entries.provide;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanHappening.LossProvided;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,000.01 in three parts from 1 January 2024, without interest, funded 70 to 30: what month ends set aside for losses. */
class ProvidingTest {
    private static LoanStory loan() {
        var shares = new FundingShares(
                List.of(
                        new FundingShare(new LenderId("bank"), 700_000),
                        new FundingShare(new LenderId("partner"), 300_000)),
                new LenderId("bank"));
        var agreement = new LoanAgreement(
                TermsRow.equalPrincipal().terms(), yuan("1000.01"), Rate.annual("0"), 3, null, shares);
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

    @Test
    void the_allowance_of_a_loan_that_was_repaid_is_released_and_that_of_a_debt_written_off_is_used_up() {
        var repaid = loan();
        repaid.obey(provide("normal", "0.01", "2024-01-31"));
        repaid.obey(repay(1, "1000.01", "2024-02-05"));
        assertThat(provided(repaid.obey(provide("normal", "0.01", "2024-02-29"))))
                .containsExactlyInAnyOrder(yuan("-7.00"), yuan("-3.00"));
        var lost = loan();
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
