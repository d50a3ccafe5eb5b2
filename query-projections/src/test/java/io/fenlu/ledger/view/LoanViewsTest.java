package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoanViewsTest {
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

    private static Answer loan(String asOf) {
        return LEDGER.ask("/loans/{id}?as_of={day}", STORY.loan, asOf);
    }

    @Test
    void on_the_day_of_the_payout_the_principal_is_owed_and_no_interest() {
        var loan = loan("2026-01-05").ok();
        assertThat(loan.text("/status")).isEqualTo("active");
        assertThat(loan.amount("/owed/principal_not_due")).isEqualTo("CNY 12000.00");
        assertThat(loan.amount("/owed/payoff")).isEqualTo("CNY 12000.00");
        assertThat(loan.text("/rate/value")).isEqualTo("0.12");
        assertThat(loan.text("/rate/per")).isEqualTo("year");
    }

    @Test
    void interest_grows_by_the_day() {
        // 12,000.00 x 12 % x 10 / 365
        assertThat(loan("2026-01-15").ok().amount("/owed/interest_accrued")).isEqualTo("CNY 39.45");
    }

    @Test
    void before_the_loan_was_asked_for_there_is_none() {
        loan("2026-01-04").refused(404, "LOAN_NOT_FOUND");
    }

    @Test
    void a_late_instalment_bears_penalty_and_counts_its_days() {
        var loan = loan("2026-03-14").ok();
        assertThat(loan.text("/owed/days_past_due")).isEqualTo("9");
        assertThat(loan.amount("/owed/penalty")).isNotEqualTo("CNY 0.00");
        assertThat(loan.json().at("/dates/ended_on").isMissingNode()).isTrue();
        assertThat(loan.text("/dates/last_repaid_on")).isEmpty();
    }

    @Test
    void the_arrears_of_a_day_name_class_stage_and_code_as_known_then_and_now() {
        var late =
                LEDGER.ask("/loans/{id}/arrears?as_of=2026-03-14", STORY.loan).ok();
        assertThat(late.text("/days_past_due")).isEqualTo("9");
        assertThat(late.text("/arrears/principal/days_past_due")).isEqualTo("9");
        assertThat(late.text("/class_loans")).isEqualTo("special-mention");
        assertThat(late.text("/stage")).isEqualTo("1");
        assertThat(late.text("/month_code")).isEqualTo("1");
        var settled =
                LEDGER.ask("/loans/{id}/arrears?as_of=2026-03-31", STORY.loan).ok();
        assertThat(settled.text("/days_past_due")).isEqualTo("0");
        assertThat(settled.text("/month_code")).isEqualTo("C");
        LEDGER.ask("/loans/{id}/arrears?known_at=0", STORY.loan).refused(404, "LOAN_NOT_FOUND");
        LEDGER.ask("/loans/{id}/arrears?known_at=1999-01-01T00:00:00Z", STORY.loan)
                .refused(404, "LOAN_NOT_FOUND");
        LEDGER.ask("/loans/{id}/arrears?known_at=yesterday", STORY.loan).refused(400, "PARAMETER_MALFORMED");
    }

    @Test
    void in_the_end_nothing_is_owed() {
        var loan = loan("2026-03-20").ok();
        assertThat(loan.text("/status")).isEqualTo("settled");
        assertThat(loan.amount("/owed/payoff")).isEqualTo("CNY 0.00");
        assertThat(loan.text("/dates/ended_on")).isEqualTo("2026-03-20");
    }

    @Test
    void the_answer_for_a_day_is_what_the_living_loan_said_on_that_day() {
        try (var ledger = new TestLedger()) {
            var story = new Story(ledger).drawn().repaid("1066.19", "2026-02-05");
            var then = story.standing(LocalDate.parse("2026-02-19"));
            story.repaid("2000.00", "2026-02-20").settled("2026-03-01");
            ledger.catchUp();
            var answer = ledger.ask("/loans/{id}?as_of=2026-02-19", story.loan).ok();
            assertThat(answer.amount("/owed/payoff"))
                    .isEqualTo(then.balances().payoff().toString());
            assertThat(answer.amount("/owed/interest_accrued"))
                    .isEqualTo(then.balances().interestAccrued().toString());
        }
    }

    @Test
    void the_schedule_shows_what_was_paid_and_when_it_was_healed() {
        var schedule =
                LEDGER.ask("/loans/{id}/schedule?as_of=2026-02-10", STORY.loan).ok();
        assertThat(schedule.json().at("/instalments").size()).isEqualTo(12);
        assertThat(schedule.text("/instalments/0/healed_on")).isEqualTo("2026-02-05");
        assertThat(schedule.amount("/instalments/0/open")).isEqualTo("CNY 0.00");
        assertThat(schedule.amount("/instalments/0/paid/interest"))
                .isEqualTo(schedule.amount("/instalments/0/interest"));
        assertThat(schedule.text("/instalments/1/due")).isEqualTo("false");
    }

    @Test
    void the_list_is_filtered_by_words_and_turned_page_by_page() {
        var all = LEDGER.ask("/loans?credit_line_id={line}&status=settled", STORY.line)
                .ok();
        assertThat(all.json().at("/loans").size()).isEqualTo(1);
        assertThat(all.text("/loans/0/loan_id")).isEqualTo(STORY.loan.toString());
        assertThat(all.amount("/loans/0/principal_left")).isEqualTo("CNY 0.00");
        assertThat(LEDGER.ask("/loans?status=active").ok().json().at("/loans").size())
                .isZero();
        var rest = LEDGER.ask("/loans?sort=oldest-first&limit=1&after={place}", all.text("/loans/0/place"));
        assertThat(rest.ok().json().at("/loans").size()).isZero();
    }

    @Test
    void repayments_show_the_debts_they_healed() {
        var answer = LEDGER.ask("/loans/{id}/repayments", STORY.loan).ok();
        assertThat(answer.json().at("/repayments").size()).isEqualTo(4);
        assertThat(answer.amount("/repayments/0/amount")).isEqualTo("CNY 1066.19");
        assertThat(answer.text("/repayments/0/allocation/0/bucket")).isEqualTo("interest");
        assertThat(answer.text("/repayments/2/allocation/0/bucket")).isEqualTo("penalty");
        assertThat(LEDGER.ask("/loans/{id}/repayments?as_of=2026-02-19", STORY.loan)
                        .ok()
                        .json()
                        .at("/repayments")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void history_holds_every_fact_with_its_three_times() {
        var page = LEDGER.ask("/loans/{id}/events?limit=2", STORY.loan).ok();
        assertThat(page.text("/events/0/name")).isEqualTo("loan.requested");
        assertThat(page.text("/events/0/position")).isEqualTo("2");
        assertThat(page.text("/events/0/business_date")).isEqualTo("2026-01-05");
        assertThat(page.text("/events/0/recorded_at")).isNotEmpty();
        assertThat(page.text("/events/0/payload/payout/account")).isEqualTo("token-1");
        assertThat(page.text("/events/0/metadata/request_id")).isEqualTo(STORY.loan.toString());
        var next = LEDGER.ask("/loans/{id}/events?after={next}", STORY.loan, page.text("/next"));
        assertThat(next.text("/events/0/name")).isEqualTo("loan.disbursed");
        assertThat(next.json().at("/next").isMissingNode()).isTrue();
    }
}
