package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CreditLineViewTest {
    private static final TestLedger LEDGER = new TestLedger();
    private static final Story STORY = new Story(LEDGER);

    @BeforeAll
    static void tell() {
        STORY.drawn().repaid("1066.19", "2026-02-05");
        STORY.order(new ChangeLimit(
                        STORY.line, Money.of("8000", Currency.CNY), "review", LocalDate.parse("2026-02-10")))
                .order(new FreezeCreditLine(STORY.line, "review", LocalDate.parse("2026-02-11")));
        LEDGER.catchUp();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static Answer line(String asOf) {
        return LEDGER.ask("/credit-lines/{id}?as_of={day}", STORY.line, asOf);
    }

    @Test
    void a_drawn_line_has_less_available() {
        var line = line("2026-01-05").ok();
        assertThat(line.amount("/limit")).isEqualTo("CNY 50000.00");
        assertThat(line.amount("/reserved")).isEqualTo("CNY 0.00");
        assertThat(line.amount("/used")).isEqualTo("CNY 12000.00");
        assertThat(line.amount("/available")).isEqualTo("CNY 38000.00");
        assertThat(line.text("/loans/0/loan_id")).isEqualTo(STORY.loan.toString());
        assertThat(line.text("/status")).isEqualTo("open");
    }

    @Test
    void principal_that_was_repaid_is_available_again() {
        // 1,066.19 less 122.30 of interest for January
        var line = line("2026-02-05").ok();
        assertThat(line.amount("/used")).isEqualTo("CNY 11056.11");
        assertThat(line.amount("/available")).isEqualTo("CNY 38943.89");
    }

    @Test
    void a_limit_below_what_is_used_leaves_nothing_to_draw() {
        var line = line("2026-02-10").ok();
        assertThat(line.amount("/limit")).isEqualTo("CNY 8000.00");
        assertThat(line.amount("/available")).isEqualTo("CNY 0.00");
        assertThat(line.text("/frozen")).isEqualTo("false");
        assertThat(line("2026-02-11").ok().text("/status")).isEqualTo("frozen");
    }

    @Test
    void an_unknown_line_or_one_not_opened_yet_is_not_found() {
        line("2026-01-04").refused(404, "CREDIT_LINE_NOT_FOUND");
        LEDGER.ask("/credit-lines/{id}", STORY.loan).refused(404, "CREDIT_LINE_NOT_FOUND");
        LEDGER.ask("/credit-lines/{id}/events", STORY.loan).refused(404, "CREDIT_LINE_NOT_FOUND");
    }
}
