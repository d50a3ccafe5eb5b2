package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementViewTest {
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
    void a_statement_opens_with_what_was_owed_the_day_before_and_closes_with_what_is_owed_on_the_last_day() {
        var statement = LEDGER.ask("/loans/{id}/statement?from=2026-02-01&to=2026-02-28", STORY.loan)
                .ok();
        assertThat(statement.text("/opening/on")).isEqualTo("2026-01-31");
        assertThat(statement.amount("/opening/principal")).isEqualTo("CNY 12000.00");
        // 12,000.00 x 12 % x 26 / 365
        assertThat(statement.amount("/opening/interest")).isEqualTo("CNY 102.58");
        assertThat(statement.json().at("/lines").size()).isEqualTo(2);
        assertThat(statement.text("/lines/0/movement")).isEqualTo("repayment");
        assertThat(statement.amount("/lines/0/parts/principal")).isEqualTo("CNY 943.89");
        assertThat(statement.amount("/lines/0/parts/interest")).isEqualTo("CNY 122.30");
        assertThat(statement.amount("/lines/0/after/principal")).isEqualTo("CNY 11056.11");
        assertThat(statement.text("/closing/on")).isEqualTo("2026-02-28");
        var loan = LEDGER.ask("/loans/{id}?as_of=2026-02-28", STORY.loan).ok();
        assertThat(statement.amount("/closing/total")).isEqualTo(loan.amount("/owed/payoff"));
    }

    @Test
    void movements_after_the_day_asked_about_are_not_on_it() {
        var statement = LEDGER.ask("/loans/{id}/statement?to=2026-12-31&as_of=2026-02-10", STORY.loan)
                .ok();
        assertThat(statement.json().at("/lines").size()).isEqualTo(2);
        assertThat(statement.text("/lines/0/movement")).isEqualTo("drawdown");
        assertThat(statement.amount("/opening/total")).isEqualTo("CNY 0.00");
        assertThat(statement.text("/closing/on")).isEqualTo("2026-02-10");
    }

    @Test
    void a_spreadsheet_gets_the_same_statement_as_csv() {
        var csv = LEDGER.askFor("text/csv", "/loans/{id}/statement?to=2026-02-10", STORY.loan)
                .ok();
        assertThat(csv.type()).startsWith("text/csv");
        assertThat(csv.position()).isEqualTo(Long.toString(LEDGER.position()));
        var lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("date,position,movement,reference,currency,amount,principal");
        assertThat(lines[1]).isEqualTo("2026-01-04,,opening-balance,,CNY,,,,,,0.00,0.00,0.00,,0.00");
        assertThat(lines[2])
                .startsWith("2026-01-05,7,drawdown,")
                .endsWith(",CNY,12000.00,12000.00,0.00,0.00,0.00,12000.00,0.00,0.00,0.00,0.00");
        assertThat(lines[3]).endsWith(",CNY,1066.19,943.89,122.30,0.00,0.00,11056.11,0.00,0.00,0.00,0.00");
        assertThat(lines[4]).startsWith("2026-02-10,,closing-balance,,CNY,");
    }

    @Test
    void a_statement_that_ends_before_it_begins_is_refused() {
        LEDGER.ask("/loans/{id}/statement?from=2026-03-01&to=2026-02-01", STORY.loan)
                .refused(400, "PARAMETER_MALFORMED");
        LEDGER.ask("/loans/{id}/statement", STORY.line).refused(404, "LOAN_NOT_FOUND");
    }

    @Test
    void every_balance_between_two_movements_is_the_fold_of_the_facts_before_it() {
        for (var day = LocalDate.parse("2026-01-05");
                day.isBefore(LocalDate.parse("2026-03-25"));
                day = day.plusDays(1)) {
            var loan = LEDGER.ask("/loans/{id}?as_of={day}", STORY.loan, day).ok();
            var statement = LEDGER.ask("/loans/{id}/statement?to={day}", STORY.loan, day)
                    .ok();
            assertThat(statement.amount("/closing/total")).isEqualTo(loan.amount("/owed/payoff"));
        }
    }
}
