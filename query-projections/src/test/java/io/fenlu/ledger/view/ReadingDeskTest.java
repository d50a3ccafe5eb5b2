package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadingDeskTest {
    private static final TestLedger LEDGER = new TestLedger("ledger.view.wait=PT0.3S");
    private static final Story STORY = new Story(LEDGER);

    @BeforeAll
    static void tell() {
        STORY.drawn();
        LEDGER.catchUp();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void an_answer_says_up_to_which_position_it_has_read() {
        assertThat(LEDGER.ask("/loans/{id}", STORY.loan).ok().position()).isEqualTo(Long.toString(LEDGER.position()));
    }

    @Test
    void a_reader_who_names_a_position_gets_an_answer_that_knows_it() {
        try (var ledger = new TestLedger()) {
            var story = new Story(ledger).drawn();
            var line = ledger.ask("/credit-lines/{id}?min_position={position}", story.line, ledger.position());
            assertThat(line.ok().amount("/used")).isEqualTo("CNY 12000.00");
        }
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_refused() {
        LEDGER.ask("/loans/{id}?min_position=1000", STORY.loan).refused(503, "VIEW_BEHIND");
        LEDGER.ask("/books/trial-balance?at_position=1000").refused(503, "VIEW_BEHIND");
    }

    @Test
    void parameters_that_cannot_be_understood_are_refused_by_name() {
        for (var question : new String[] {
            "/loans/{id}?as_of=2026-02-30",
            "/loans/{id}?as_of=yesterday",
            "/loans/{id}?min_position=-1",
            "/loans/{id}/schedule?as_of=2026",
            "/loans/{id}/statement?from=1.2.2026",
            "/loans/{id}/events?limit=0",
            "/loans/{id}/events?limit=many",
            "/loans/{id}/events?after=-1",
            "/books/trial-balance?at_position=-1"
        }) {
            LEDGER.ask(question, STORY.loan).refused(400, "PARAMETER_MALFORMED");
        }
        LEDGER.ask("/loans/no-uuid").refused(400, "PARAMETER_MALFORMED");
        LEDGER.ask("/loans?sort=biggest").refused(400, "PARAMETER_MALFORMED");
        LEDGER.ask("/loans?credit_line_id=1").refused(400, "PARAMETER_MALFORMED");
        var status = LEDGER.ask("/loans?status=sold").refused(400, "PARAMETER_MALFORMED");
        assertThat(status.text("/detail"))
                .isEqualTo("status is one of requested, opened, active, settled, closed, declined, cancelled.");
        assertThat(status.text("/type")).isEqualTo("/problems/parameter-malformed");
    }

    @Test
    void a_day_that_no_ledger_keeps_is_refused_at_every_door() {
        for (var day : new String[] {"-999999999-01-01", "+999999999-12-31", "1899-12-31", "2200-01-01"}) {
            for (var question : new String[] {
                "/loans/{id}?as_of={day}",
                "/loans/{id}/schedule?as_of={day}",
                "/loans/{id}/repayments?as_of={day}",
                "/loans/{id}/statement?as_of={day}",
                "/loans/{id}/statement?from={day}",
                "/loans/{id}/statement?to={day}",
                "/credit-lines/{id}?as_of={day}",
                "/books/trial-balance?as_of={day}"
            }) {
                var asked = question.contains("{id}")
                        ? LEDGER.ask(question, question.contains("line") ? STORY.line : STORY.loan, day)
                        : LEDGER.ask(question, day);
                asked.refused(400, "PARAMETER_MALFORMED");
            }
        }
        LEDGER.ask("/loans/{id}/statement?from=1900-01-01&to=2199-12-31", STORY.loan)
                .ok();
    }

    @Test
    void a_question_that_is_only_half_understood_is_not_answered() {
        var slip = LEDGER.ask("/loans/{id}?asof=2026-01-05", STORY.loan).refused(400, "PARAMETER_MALFORMED");
        assertThat(slip.text("/detail"))
                .isEqualTo("“asof” is no parameter of this question; there are: as_of, min_position.");
        var twice = LEDGER.ask("/loans/{id}?as_of=2026-01-05&as_of=2026-02-05", STORY.loan)
                .refused(400, "PARAMETER_MALFORMED");
        assertThat(twice.text("/detail")).isEqualTo("as_of is given 2 times.");
        LEDGER.ask("/loans?limit=1&limit=2").refused(400, "PARAMETER_MALFORMED");
        LEDGER.ask("/loans/{id}/events?limit=1&page=2", STORY.loan).refused(400, "PARAMETER_MALFORMED");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        LEDGER.ask("/loans/{id}", STORY.line).refused(404, "LOAN_NOT_FOUND");
        LEDGER.ask("/loans/{id}/schedule", STORY.line).refused(404, "LOAN_NOT_FOUND");
        LEDGER.ask("/loans/{id}/repayments", STORY.line).refused(404, "LOAN_NOT_FOUND");
        LEDGER.ask("/loans/{id}/events", STORY.line).refused(404, "LOAN_NOT_FOUND");
        LEDGER.ask("/disbursements/{id}/events", STORY.line).refused(404, "DISBURSEMENT_NOT_FOUND");
    }
}
