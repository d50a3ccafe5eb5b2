package io.fenlu.ledger.books;

import static io.fenlu.ledger.story.LoanStory.BANK;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoanPostingsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);

    private static Entry debit(LedgerAccount account, String amount, @Nullable LenderId lender) {
        return new Entry(account, Entry.Side.DEBIT, yuan(amount), lender);
    }

    private static Entry credit(LedgerAccount account, String amount, @Nullable LenderId lender) {
        return new Entry(account, Entry.Side.CREDIT, yuan(amount), lender);
    }

    private static List<Entry> entries(LoanEvent fact) {
        return LoanPostings.each(fact).stream()
                .flatMap(posting -> posting.entries().stream())
                .toList();
    }

    @Test
    void a_payout_makes_a_loan_of_what_was_in_transit() {
        var story = LoanStory.of(agreement(TermsRow.equalPrincipal().terms(), "1200.00", "0.10", 12), "2024-01-01");
        assertThat(story.events().stream().map(LoanPostingsTest::entries))
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(
                                debit(LedgerAccount.LOAN_PRINCIPAL, "1200.00", BANK),
                                credit(LedgerAccount.PAYOUTS_IN_TRANSIT, "1200.00", null)));
    }

    @Test
    void a_late_repayment_recognises_what_was_earned_and_then_heals_it() {
        var terms = TermsRow.equalPrincipal()
                .penaltyWithGrace(0)
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .terms();
        var story = LoanStory.of(agreement(terms, "1000.00", "0.12", 1), "2024-01-01")
                .repay("1100.00", "2024-02-11");
        assertThat(entries(story.lastRepayment()))
                .containsExactly(
                        debit(LedgerAccount.INTEREST_RECEIVABLE, "10.00", BANK),
                        credit(LedgerAccount.INTEREST_INCOME, "10.00", BANK),
                        debit(LedgerAccount.PENALTY_RECEIVABLE, "4.98", BANK),
                        credit(LedgerAccount.PENALTY_INCOME, "4.98", BANK),
                        debit(LedgerAccount.CASH_AT_BANK, "1100.00", null),
                        credit(LedgerAccount.PENALTY_RECEIVABLE, "4.98", BANK),
                        credit(LedgerAccount.INTEREST_RECEIVABLE, "10.00", BANK),
                        credit(LedgerAccount.LOAN_PRINCIPAL, "1000.00", BANK),
                        credit(LedgerAccount.BORROWER_CREDIT, "85.02", null));
    }

    @Test
    void a_posting_that_does_not_balance_or_mixes_currencies_cannot_be_made() {
        assertThatThrownBy(() -> Posting.on(DAY)
                        .debit(LedgerAccount.CASH_AT_BANK, yuan("1.00"), null)
                        .posting())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posting.on(DAY)
                        .debit(LedgerAccount.CASH_AT_BANK, yuan("1.00"), null)
                        .credit(LedgerAccount.BORROWER_CREDIT, new Money(100, Currency.USD), null)
                        .posting())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> debit(LedgerAccount.CASH_AT_BANK, "0.00", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Posting.on(DAY)
                        .debit(LedgerAccount.CASH_AT_BANK, yuan("0.00"), null)
                        .posting()
                        .entries())
                .isEmpty();
    }

    @Test
    void each_account_has_a_number_of_its_own_and_a_title_in_both_languages() {
        assertThat(Arrays.stream(LedgerAccount.values()).map(LedgerAccount::number))
                .doesNotHaveDuplicates();
        assertThat(LedgerAccount.values()).allSatisfy(account -> {
            assertThat(account.title()).isNotBlank();
            assertThat(account.chineseTitle()).matches(".*\\p{IsHan}.*");
            assertThat(account.kind()).isNotNull();
        });
    }
}
