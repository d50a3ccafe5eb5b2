package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,200.00 over three months from 1 January 2024, at 12 % a year where nothing else is said. */
class RepricingTest {
    private static LoanStory loan(TermsRow row) {
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 3), "2024-01-01");
    }

    private static Money interestDue(LoanStory story, String on) {
        return story.standing(on).balances().interestDue();
    }

    @Test
    void another_rate_makes_another_equal_instalment_over_the_due_dates_that_are_left() {
        var story = loan(TermsRow.equalInstalment()).repay("408.03", "2024-02-01");
        story.obey(rate(11, "0.24", "2024-02-01"));
        assertThat(story.rows("2024-02-01").subList(1, 3))
                .containsExactly("2 2024-03-01 398.00 + 16.08", "3 2024-04-01 405.97 + 8.12");
    }

    /** 15 nights at 12 % are 5.806, 16 at 24 % are 12.387. */
    @Test
    void a_rate_that_changes_within_a_period_counts_from_its_day_on() {
        var story = loan(TermsRow.equalPrincipal());
        story.obey(rate(1, "0.24", "2024-01-16"));
        assertThat(interestDue(story, "2024-02-01")).isEqualTo(yuan("18.19"));
    }

    @Test
    void each_part_of_a_period_is_rounded_by_itself_where_that_was_agreed() {
        var story = loan(TermsRow.equalPrincipal().rounding(new InterestRounding.EachPart(Rounding.HALF_UP)));
        story.obey(rate(1, "0.24", "2024-01-16"));
        assertThat(interestDue(story, "2024-02-01")).isEqualTo(yuan("18.20"));
    }

    /** 15 nights are 5.806, rounded up 5.81; the rest of 6.194 never grows, or 6.20 after a night without interest: 30 of 31 nights. */
    @Test
    void the_parts_around_a_standstill_are_rounded_by_themselves_where_that_was_agreed() {
        var byPart = loan(TermsRow.equalPrincipal().rounding(new InterestRounding.EachPart(Rounding.UP)));
        var byPeriod = loan(TermsRow.equalPrincipal().rounding(new InterestRounding.EachPeriod(Rounding.UP)));
        for (var story : List.of(byPart, byPeriod)) {
            story.obey(pause(1, false, "2024-01-11"));
            story.obey(resume(2, "2024-01-12"));
            story.obey(pause(3, false, "2024-01-22"));
            story.obey(resume(4, "2024-01-23"));
        }
        // 10, 10 and 9 nights of 12.00 / 31: 3.871, 3.871 and 3.484.
        assertThat(interestDue(byPart, "2024-02-01")).isEqualTo(yuan("11.25"));
        assertThat(interestDue(byPeriod, "2024-02-01")).isEqualTo(yuan("11.23"));
    }

    @Test
    void an_equal_instalment_stays_the_sum_it_was_while_interest_stands_still() {
        var story = loan(TermsRow.equalInstalment()).repay("408.03", "2024-02-01");
        story.obey(pause(11, false, "2024-02-01"));
        var without = List.of("2 2024-03-01 408.03 + 0.00", "3 2024-04-01 395.94 + 0.00");
        assertThat(story.rows("2024-02-01").subList(1, 3)).isEqualTo(without);
        story.obey(rate(12, "0.24", "2024-02-10"));
        assertThat(story.rows("2024-02-10").subList(1, 3)).isEqualTo(without);
        story.obey(resume(13, "2024-03-01"));
        assertThat(story.rows("2024-03-01").subList(1, 3))
                .containsExactly("2 2024-03-01 408.03 + 0.00", "3 2024-04-01 395.94 + 7.92");
    }

    /** 1,200.00 at 60 % in twelve instalments of 135.39: six months without interest leave 387.66, which four instalments pay. */
    @Test
    void due_dates_that_a_standstill_made_needless_fall_away_when_interest_runs_again() {
        var terms = TermsRow.equalInstalment().terms();
        var story = LoanStory.of(agreement(terms, "1200.00", "0.60", 12), "2024-01-01");
        story.obey(pause(1, false, "2024-01-01"));
        assertThat(story.rows("2024-01-01")).hasSize(12).endsWith("12 2025-01-01 0.00 + 0.00");
        story.obey(resume(2, "2024-07-01"));
        assertThat(story.rows("2024-07-01").subList(6, 10))
                .containsExactly(
                        "7 2024-08-01 116.01 + 19.38",
                        "8 2024-09-01 121.81 + 13.58",
                        "9 2024-10-01 127.90 + 7.49",
                        "10 2024-11-01 21.94 + 1.10");
        assertThat(story.rows("2024-07-01")).hasSize(10);
    }

    @Test
    void due_dates_on_which_only_interest_or_a_fee_is_asked_stay_when_interest_runs_again() {
        var story = loan(TermsRow.interestThenPrincipal());
        story.obey(pause(1, false, "2024-01-10"));
        story.obey(resume(2, "2024-01-11"));
        assertThat(story.rows("2024-01-11"))
                .containsExactly(
                        "1 2024-02-01 0.00 + 11.61", "2 2024-03-01 0.00 + 12.00", "3 2024-04-01 1200.00 + 12.00");
    }

    @Test
    void rows_written_freely_keep_their_principal_under_another_rate() {
        var rows = List.of(
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-01-31"), yuan("200.00"), null),
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-06-30"), yuan("1000.00"), null));
        var story = loan(
                TermsRow.equalPrincipal().plan(new RepaymentPlan.FreeForm(rows)).counting(DayCount.ACT_360));
        story.obey(rate(1, "0.24", "2024-01-31"));
        assertThat(story.rows("2024-01-31"))
                .containsExactly("1 2024-01-31 200.00 + 12.00", "2 2024-06-30 1000.00 + 100.67");
    }

    /** Twice 12 % from 16 January on: 5.806 and 12.387; each further month 2 % of what is owed. */
    @Test
    void money_used_against_its_purpose_bears_the_multiple_from_the_day_of_the_report() {
        var story = supplied(new InterestRounding.EachPeriod(Rounding.HALF_UP));
        assertThat(story.rows("2024-01-16"))
                .containsExactly(
                        "1 2024-02-01 400.00 + 18.19", "2 2024-03-01 400.00 + 16.00", "3 2024-04-01 400.00 + 8.00");
        assertThat(interestDue(supplied(new InterestRounding.EachPart(Rounding.HALF_UP)), "2024-02-01"))
                .isEqualTo(yuan("18.20"));
    }

    private static LoanStory supplied(InterestRounding rounding) {
        var terms = TermsRow.equalPrincipal().rounding(rounding).terms();
        var story = new LoanStory();
        story.request(agreement(terms, "1200.00", "0.12", 3), LocalDate.parse("2024-01-01"));
        story.obey(drawFor(1, "1200.00", "supplier-1", "order-1", "2024-01-01"));
        story.obey(misuse(2, "2", "2024-01-16"));
        return story;
    }
}
