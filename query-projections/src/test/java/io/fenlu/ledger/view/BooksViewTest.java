package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BooksViewTest {
    private static final TestLedger LEDGER = new TestLedger();
    private static final Story STORY = new Story(LEDGER);

    @BeforeAll
    static void tell() {
        STORY.toTheEnd();
        LEDGER.catchUp();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void the_trial_balance_is_zero_at_every_position() {
        for (long at = 0; at <= LEDGER.position(); at++) {
            var balance =
                    LEDGER.ask("/books/trial-balance?at_position={at}", at).ok();
            assertThat(balance.text("/balanced")).as("at %d", at).isEqualTo("true");
            assertThat(balance.text("/position")).isEqualTo(Long.toString(at));
            if (!balance.json().at("/currencies").isEmpty()) {
                assertThat(balance.amount("/currencies/0/debits")).isEqualTo(balance.amount("/currencies/0/credits"));
            }
        }
    }

    @Test
    void a_loan_that_was_paid_out_and_not_repaid_stands_on_its_account() {
        var balance = LEDGER.ask("/books/trial-balance?as_of=2026-01-31").ok();
        assertThat(balance.json().at("/currencies/0/accounts").size()).isEqualTo(3);
        assertThat(balance.text("/currencies/0/accounts/0/number")).isEqualTo("1002");
        assertThat(balance.text("/currencies/0/accounts/0/side")).isEqualTo("credit");
        assertThat(balance.amount("/currencies/0/accounts/1/balance")).isEqualTo("CNY 0.00");
        assertThat(balance.text("/currencies/0/accounts/2/number")).isEqualTo("1303");
        assertThat(balance.text("/currencies/0/accounts/2/chinese_title")).isEqualTo("贷款本金");
        assertThat(balance.amount("/currencies/0/accounts/2/balance")).isEqualTo("CNY 12000.00");
    }

    @Test
    void sums_of_days_and_sums_of_lines_agree() {
        for (var day : new String[] {"2026-01-05", "2026-02-05", "2026-03-15", "2026-03-20"}) {
            var byDay = LEDGER.ask("/books/trial-balance?as_of={day}", day).ok();
            var byLine = LEDGER.ask("/books/trial-balance?as_of={day}&at_position={at}", day, LEDGER.position())
                    .ok();
            assertThat(byDay.body()).isEqualTo(byLine.body());
        }
    }

    @Test
    void the_journal_shows_whole_postings_page_by_page() {
        var page = LEDGER.ask("/books/journal?limit=1").ok();
        assertThat(page.text("/postings/0/event")).isEqualTo("disbursement.confirmed");
        assertThat(page.text("/postings/0/lines/0/account")).isEqualTo("1012");
        assertThat(page.text("/postings/0/lines/0/side")).isEqualTo("debit");
        assertThat(page.text("/postings/0/lines/1/side")).isEqualTo("credit");
        assertThat(page.amount("/postings/0/lines/1/amount")).isEqualTo("CNY 12000.00");
        var rest = LEDGER.ask("/books/journal?after={next}&loan_id={loan}", page.text("/next"), STORY.loan)
                .ok();
        assertThat(rest.json().at("/postings").size()).isEqualTo(5);
        assertThat(rest.text("/postings/0/event")).isEqualTo("loan.disbursed");
        assertThat(rest.text("/postings/0/lines/0/lender")).isEqualTo("lender-1");
        assertThat(LEDGER.ask("/books/journal?loan_id={line}", STORY.line)
                        .ok()
                        .json()
                        .at("/postings")
                        .size())
                .isZero();
    }
}
