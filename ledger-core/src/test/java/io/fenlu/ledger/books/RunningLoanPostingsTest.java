package io.fenlu.ledger.books;

import static io.fenlu.ledger.story.Entries.LETTERS;
import static io.fenlu.ledger.story.Entries.bill;
import static io.fenlu.ledger.story.Entries.chargeOff;
import static io.fenlu.ledger.story.Entries.chargePenalty;
import static io.fenlu.ledger.story.Entries.fee;
import static io.fenlu.ledger.story.Entries.giveBack;
import static io.fenlu.ledger.story.Entries.guarantorPays;
import static io.fenlu.ledger.story.Entries.monthEnd;
import static io.fenlu.ledger.story.Entries.recover;
import static io.fenlu.ledger.story.Entries.refinance;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.restructure;
import static io.fenlu.ledger.story.Entries.sell;
import static io.fenlu.ledger.story.Entries.waive;
import static io.fenlu.ledger.story.Entries.withdraw;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 1,000.00 at 12 % a year for one month from 1 January 2024: 10.00 of interest by 1 February. */
class RunningLoanPostingsTest {
    private static LoanStory loan() {
        var terms = TermsRow.equalPrincipal()
                .penaltyWithGrace(0)
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .conditions(LETTERS)
                .terms();
        return LoanStory.of(agreement(terms, "1000.00", "0.12", 1), "2024-01-01");
    }

    /** What an order moves in the books, in yuan; debit is positive. */
    private static Map<LedgerAccount, String> moved(LoanStory story, LoanCommand order) {
        return sums(story.obey(order));
    }

    private static Map<LedgerAccount, String> sums(List<LoanEvent> facts) {
        var minor = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        for (var fact : facts) {
            for (var posting : LoanPostings.each(fact)) {
                for (var entry : posting.entries()) {
                    var sign = entry.side() == Entry.Side.DEBIT ? 1 : -1;
                    minor.merge(entry.account(), sign * entry.amount().minor(), Long::sum);
                }
            }
        }
        var sums = new EnumMap<LedgerAccount, String>(LedgerAccount.class);
        minor.forEach((account, sum) -> {
            if (sum != 0) {
                sums.put(
                        account,
                        (sum < 0 ? "-" : "") + Math.abs(sum) / 100 + "." + Math.abs(sum) % 100 / 10
                                + Math.abs(sum) % 10);
            }
        });
        return sums;
    }

    @Test
    void a_month_end_recognises_what_was_earned_once_and_not_twice() {
        var story = loan();
        assertThat(moved(story, monthEnd(90, "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.INTEREST_RECEIVABLE, "10.00"),
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-10.00"));
        assertThat(story.obey(monthEnd(90, "2024-02-01"))).isEmpty();
        assertThat(moved(story, chargePenalty("2024-02-11")))
                .containsOnly(
                        Map.entry(LedgerAccount.PENALTY_RECEIVABLE, "4.98"),
                        Map.entry(LedgerAccount.PENALTY_INCOME, "-4.98"));
    }

    @Test
    void a_loan_ninety_days_past_due_bears_its_interest_off_the_books_until_it_is_paid() {
        var story = loan();
        story.obey(monthEnd(90, "2024-02-01"));
        assertThat(moved(story, monthEnd(90, "2024-05-31")))
                .containsEntry(LedgerAccount.INTEREST_RECEIVABLE, "-10.00")
                .containsEntry(LedgerAccount.INTEREST_INCOME, "10.00")
                .containsEntry(LedgerAccount.OFF_BOOK_INTEREST, "69.77");
        var payoff = story.payoff("2024-06-10").amount();
        assertThat(moved(story, repay(1, payoff, "2024-06-10")))
                .containsEntry(LedgerAccount.OFF_BOOK_INTEREST, "-69.77")
                .containsEntry(LedgerAccount.INTEREST_INCOME, "-10.00")
                .containsEntry(LedgerAccount.LOAN_PRINCIPAL, "-1000.00");
        assertThat(story.isSettled()).isTrue();
    }

    /** Due on 1 February: 2 March is the thirtieth day, 3 March the thirty-first. */
    @Test
    void interest_leaves_the_books_on_the_day_after_the_longest_that_was_allowed_and_never_where_none_was_named() {
        var story = loan();
        story.obey(monthEnd(30, "2024-02-01"));
        assertThat(moved(story, monthEnd(30, "2024-03-02"))).doesNotContainKey(LedgerAccount.OFF_BOOK_INTEREST);
        assertThat(moved(story, monthEnd(30, "2024-03-03")))
                .containsEntry(LedgerAccount.INTEREST_RECEIVABLE, "-10.00")
                .containsKey(LedgerAccount.OFF_BOOK_INTEREST);
        assertThat(moved(loan(), monthEnd(0, "2025-02-01")))
                .containsEntry(LedgerAccount.INTEREST_RECEIVABLE, "10.00")
                .doesNotContainKey(LedgerAccount.OFF_BOOK_INTEREST);
    }

    /** 15 of 31 nights of 4.00 are 1.94. */
    @Test
    void interest_comes_back_to_the_books_with_the_month_end_after_nothing_is_overdue_any_more() {
        for (var paid : new String[] {"412.00", "820.00"}) {
            var terms = TermsRow.equalPrincipal().terms();
            var story = LoanStory.of(agreement(terms, "1200.00", "0.12", 3), "2024-01-01");
            story.obey(monthEnd(30, "2024-03-03"));
            story.obey(repay(1, paid, "2024-03-04"));
            var moved = moved(story, monthEnd(30, "2024-03-16"));
            var billed = moved(story, bill(3, "2024-04-01"));
            if (paid.equals("820.00")) {
                assertThat(moved).containsEntry(LedgerAccount.INTEREST_RECEIVABLE, "1.94");
                assertThat(billed).containsEntry(LedgerAccount.INTEREST_RECEIVABLE, "2.06");
            } else {
                assertThat(moved).doesNotContainKey(LedgerAccount.INTEREST_RECEIVABLE);
                assertThat(billed).doesNotContainKey(LedgerAccount.INTEREST_RECEIVABLE);
            }
        }
    }

    @Test
    void a_bill_brings_the_interest_of_its_period_into_the_books() {
        assertThat(moved(loan(), bill(1, "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.INTEREST_RECEIVABLE, "10.00"),
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-10.00"));
    }

    @Test
    void a_debt_written_off_leaves_the_books_and_what_is_recovered_goes_back_to_the_allowance() {
        var story = loan();
        assertThat(moved(story, chargeOff(1, "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-10.00"),
                        Map.entry(LedgerAccount.LOAN_PRINCIPAL, "-1000.00"),
                        Map.entry(LedgerAccount.LOAN_LOSS_ALLOWANCE, "1010.00"));
        assertThat(story.payoff("2025-02-01").isZero()).isTrue();
        assertThat(moved(story, recover(2, "300.00", "2024-06-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.CASH_AT_BANK, "300.00"),
                        Map.entry(LedgerAccount.LOAN_LOSS_ALLOWANCE, "-300.00"));
        assertThat(moved(story, recover(3, "710.00", "2024-07-01"))).hasSize(2);
        assertThat(story.isSettled()).isTrue();
    }

    @Test
    void a_debt_that_is_sold_leaves_the_books_at_its_price_and_a_loss() {
        assertThat(moved(loan(), sell(1, "600.00", "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-10.00"),
                        Map.entry(LedgerAccount.LOAN_PRINCIPAL, "-1000.00"),
                        Map.entry(LedgerAccount.CASH_AT_BANK, "600.00"),
                        Map.entry(LedgerAccount.DEBT_SALE_LOSS, "410.00"));
    }

    @Test
    void a_waiver_costs_what_was_earned_and_a_fee_is_earned_when_it_is_charged() {
        var story = loan();
        assertThat(moved(story, fee(1, "5.00", "2024-01-15")))
                .containsOnly(
                        Map.entry(LedgerAccount.FEE_RECEIVABLE, "5.00"), Map.entry(LedgerAccount.FEE_INCOME, "-5.00"));
        assertThat(moved(story, waive(2, Bucket.INTEREST, "4.00", "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.INTEREST_RECEIVABLE, "6.00"),
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-10.00"),
                        Map.entry(LedgerAccount.DEBT_WAIVED, "4.00"));
        assertThat(moved(story, repay(3, "1011.00", "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.CASH_AT_BANK, "1011.00"),
                        Map.entry(LedgerAccount.FEE_RECEIVABLE, "-5.00"),
                        Map.entry(LedgerAccount.INTEREST_RECEIVABLE, "-6.00"),
                        Map.entry(LedgerAccount.LOAN_PRINCIPAL, "-1000.00"));
    }

    @Test
    void capitalised_interest_is_principal_from_then_on() {
        var story = loan();
        assertThat(moved(
                        story,
                        restructure(
                                1,
                                new RestructuringMeasure.Reschedule(2, null, null),
                                AccruedInterest.CAPITALISE,
                                "2024-02-01")))
                .containsOnly(
                        Map.entry(LedgerAccount.INTEREST_INCOME, "-10.00"),
                        Map.entry(LedgerAccount.LOAN_PRINCIPAL, "10.00"));
        assertThat(story.payoff("2024-02-01").amount()).isEqualTo("1010.00");
        assertThat(story.standing("2024-02-01").daysPastDue()).isZero();
    }

    @Test
    void credit_is_held_and_returned_and_a_new_loan_pays_without_cash() {
        var story = loan();
        assertThat(moved(story, repay(1, "1060.00", "2024-02-01")))
                .containsEntry(LedgerAccount.BORROWER_CREDIT, "-50.00");
        assertThat(moved(story, giveBack(2, "50.00", "2024-02-03")))
                .containsOnly(
                        Map.entry(LedgerAccount.BORROWER_CREDIT, "50.00"),
                        Map.entry(LedgerAccount.CASH_AT_BANK, "-50.00"));
        assertThat(moved(loan(), refinance(1, "1010.00", "2024-02-01")))
                .containsEntry(LedgerAccount.PAYOUTS_IN_TRANSIT, "1010.00")
                .doesNotContainKey(LedgerAccount.CASH_AT_BANK);
        assertThat(moved(loan(), guarantorPays(1, "10.00", "2024-02-01")))
                .containsEntry(LedgerAccount.CASH_AT_BANK, "10.00");
    }

    @Test
    void a_loan_given_back_in_time_costs_nothing() {
        assertThat(moved(loan(), withdraw(1, "1000.00", true, "2024-01-11")))
                .containsEntry(LedgerAccount.CASH_AT_BANK, "1000.00")
                .containsEntry(LedgerAccount.LOAN_PRINCIPAL, "-1000.00")
                .containsEntry(LedgerAccount.DEBT_WAIVED, "3.23")
                .containsEntry(LedgerAccount.INTEREST_INCOME, "-3.23");
    }
}
