package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.chargeOff;
import static io.fenlu.ledger.story.Entries.remit;
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
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,000.00 without interest in ten parts, funded 70 to 30: what the funders are owed when the borrower pays. */
class FundersOfALoanTest {
    private static LoanStory loan(String... funders) {
        return loan(ProductTerms.CURRENT_ENGINE, funders);
    }

    private static LoanStory loan(int engine, String... funders) {
        var first = new LenderId(funders[0]);
        var shares = funders.length == 1
                ? FundingShares.whole(first)
                : new FundingShares(
                        List.of(new FundingShare(first, 700_000), new FundingShare(new LenderId(funders[1]), 300_000)),
                        first);
        var terms = TermsRow.equalPrincipal().engine(engine).terms();
        return LoanStory.of(
                new LoanAgreement(terms, yuan("1000.00"), Rate.annual("0"), 10, null, shares), "2024-01-01");
    }

    private static Money payable(LoanStory story, String funder) {
        var payable = yuan("0.00");
        for (var fact : story.events()) {
            for (var posting : LoanPostings.each(fact)) {
                for (var entry : posting.entries()) {
                    if (entry.account() == LedgerAccount.FUNDER_PAYABLE
                            && new LenderId(funder).equals(entry.lender())) {
                        payable = entry.side() == Entry.Side.CREDIT
                                ? payable.plus(entry.amount())
                                : payable.minus(entry.amount());
                    }
                }
            }
        }
        return payable;
    }

    @Test
    void each_funder_is_owed_its_part_of_what_the_borrower_pays_to_the_last_fen() {
        var story = loan("bank", "partner");
        story.obey(repay(1, "33.33", "2024-01-10"));
        story.obey(repay(2, "0.02", "2024-01-11"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("23.35"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("10.00"));
    }

    @Test
    void a_funder_is_paid_what_came_in_for_it_and_not_more() {
        var story = loan("bank", "partner");
        story.obey(repay(1, "100.00", "2024-01-10"));
        story.refuses(remit(2, "partner", "30.01", "2024-01-11"), LoanRefusal.REMITTANCE_EXCEEDS_PAYABLE);
        story.obey(remit(2, "partner", "20.00", "2024-01-11"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("10.00"));
        story.refuses(remit(3, "partner", "10.01", "2024-01-12"), LoanRefusal.REMITTANCE_EXCEEDS_PAYABLE);
        story.obey(reverse(4, 2, "2024-01-12"));
        story.obey(remit(5, "partner", "30.00", "2024-01-12"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("0.00"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("70.00"));
    }

    @Test
    void a_repayment_taken_back_is_not_owed_to_the_funders_any_more() {
        var story = loan("bank", "partner");
        story.obey(repay(1, "100.00", "2024-01-10"));
        story.obey(reverse(2, 1, "2024-01-15"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("0.00"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("0.00"));
    }

    /** 533.34 came in: 160.002 of it are the partner's. */
    @Test
    void the_price_of_a_sold_debt_is_owed_to_the_funders_by_their_parts_and_nothing_of_it_is_lost() {
        var story = loan("bank", "partner");
        story.obey(repay(1, "33.33", "2024-01-10"));
        story.obey(sell(2, "500.01", "2024-01-12"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("160.00"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("373.34"));
        story.refuses(remit(3, "partner", "160.01", "2024-01-13"), LoanRefusal.REMITTANCE_EXCEEDS_PAYABLE);
        story.obey(remit(4, "partner", "160.00", "2024-01-13"));
        story.obey(remit(5, "bank", "373.34", "2024-01-13"));
        assertThat(payable(story, "partner").plus(payable(story, "bank"))).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_debt_that_was_written_off_is_sold_for_the_funders_too_and_a_sale_taken_back_owes_them_nothing() {
        var story = loan("bank", "partner");
        story.obey(chargeOff(1, "2024-01-10"));
        story.obey(sell(2, "0.05", "2024-01-12"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("0.01"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("0.04"));
        story.obey(reverse(3, 2, "2024-01-13"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("0.00"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("0.00"));
    }

    @Test
    void the_price_of_a_loan_of_before_the_fourth_engine_is_shared_out_elsewhere() {
        var story = loan(3, "bank", "partner");
        story.obey(sell(2, "500.01", "2024-01-12"));
        assertThat(payable(story, "partner")).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_lender_that_funds_alone_is_owed_nothing_by_itself() {
        var story = loan("bank");
        story.obey(repay(1, "100.00", "2024-01-10"));
        assertThat(payable(story, "bank")).isEqualTo(yuan("0.00"));
        story.refuses(remit(2, "bank", "1.00", "2024-01-11"), LoanRefusal.FUNDER_NOT_OWED);
    }
}
