package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 1,200.00 at 12 % a year over three months from 1 January 2024, 400.00 each. On 16 February 412.00 are overdue, and 15 of 29 nights of 8.00
 * have grown: 4.138.
 */
class RestructuringTest {
    private static LoanStory loan() {
        return LoanStory.of(agreement(TermsRow.equalPrincipal().terms(), "1200.00", "0.12", 3), "2024-01-01");
    }

    private static RestructuringMeasure measure(String name) {
        return switch (name) {
            case "re-age" -> new RestructuringMeasure.ReAge();
            case "re-amortise" -> new RestructuringMeasure.ReAmortise();
            case "extend by 2" -> new RestructuringMeasure.Extend(2);
            case "reschedule over 4" -> new RestructuringMeasure.Reschedule(4, null, null);
            default -> new RestructuringMeasure.Reschedule(2, LocalDate.parse("2024-03-31"), Rate.annual("0.24"));
        };
    }

    /** What is overdue afterwards, how old it is, and the instalments still to come. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "re-age | KEEP | 0.00 | 0 | 2 2024-03-01 600.00 + 21.93, 3 2024-04-01 600.00 + 6.00",
                "re-age | WAIVE | 0.00 | 0 | 2 2024-03-01 600.00 + 5.79, 3 2024-04-01 600.00 + 6.00",
                "re-age | CAPITALISE | 0.00 | 0 | 2 2024-03-01 608.07 + 5.87, 3 2024-04-01 608.07 + 6.08",
                "re-amortise | KEEP | 412.00 | 15 | 2 2024-03-01 400.00 + 8.00, 3 2024-04-01 400.00 + 4.00",
                "re-amortise | WAIVE | 400.00 | 15 | 2 2024-03-01 400.00 + 3.86, 3 2024-04-01 400.00 + 4.00",
                "re-amortise | CAPITALISE | 400.00 | 15 | 2 2024-03-01 408.07 + 3.94, 3 2024-04-01 408.07 + 4.08",
                "extend by 2 | KEEP | 412.00 | 15 | 2 2024-03-01 200.00 + 8.00, 3 2024-04-01 200.00 + 6.00,"
                        + " 4 2024-05-01 200.00 + 4.00, 5 2024-06-01 200.00 + 2.00",
                "reschedule over 4 | KEEP | 0.00 | 0 | 2 2024-03-16 300.00 + 28.14, 3 2024-04-16 300.00 + 9.00,"
                        + " 4 2024-05-16 300.00 + 6.00, 5 2024-06-16 300.00 + 3.00",
                "at 24 % over 2 | KEEP | 0.00 | 0 | 2 2024-03-31 600.00 + 40.14, 3 2024-04-30 600.00 + 12.00"
            })
    void a_debt_agreed_anew_is_spread_as_was_chosen(
            String measure, AccruedInterest accrued, String overdue, int daysPastDue, String upcoming) {
        var story = loan();
        story.obey(restructure(1, measure(measure), accrued, "2024-02-16"));
        assertThat(story.standing("2024-02-16").balances().due()).isEqualTo(yuan(overdue));
        assertThat(story.standing("2024-02-16").daysPastDue()).isEqualTo(daysPastDue);
        assertThat(story.rows("2024-02-16").stream().skip(1))
                .containsExactlyElementsOf(Arrays.asList(upcoming.split(", ")));
    }

    /** 12.00, 8.00 and 4.00 are carried into one instalment a month later, with 12.00 of its own. */
    @Test
    void a_loan_whose_due_dates_have_all_passed_is_re_aged_into_one_more_instalment() {
        var story = loan();
        story.obey(restructure(1, new RestructuringMeasure.ReAge(), AccruedInterest.KEEP, "2024-04-16"));
        assertThat(story.standing("2024-04-16").daysPastDue()).isZero();
        assertThat(story.rows("2024-04-16")).hasSize(4).endsWith("4 2024-05-16 1200.00 + 36.00");
    }

    @Test
    void an_extension_keeps_the_rhythm_that_was_agreed_at_first() {
        var story = LoanStory.of(agreement(TermsRow.equalPrincipal().terms(), "1200.00", "0.12", 3), "2024-01-31");
        story.obey(restructure(1, new RestructuringMeasure.Extend(2), AccruedInterest.KEEP, "2024-02-10"));
        assertThat(dueDates(story, "2024-02-10"))
                .containsExactly("2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30");
        story.obey(restructure(2, new RestructuringMeasure.Extend(1), AccruedInterest.KEEP, "2024-02-11"));
        assertThat(dueDates(story, "2024-02-11")).hasSize(6).endsWith("2024-07-31");
    }

    @Test
    void after_another_rhythm_was_agreed_an_extension_goes_on_from_the_last_due_date() {
        var story = loan();
        var reschedule = new RestructuringMeasure.Reschedule(2, LocalDate.parse("2024-03-10"), null);
        story.obey(restructure(1, reschedule, AccruedInterest.KEEP, "2024-02-16"));
        story.obey(restructure(2, new RestructuringMeasure.Extend(1), AccruedInterest.KEEP, "2024-02-17"));
        assertThat(dueDates(story, "2024-02-17"))
                .containsExactly("2024-02-01", "2024-03-10", "2024-04-10", "2024-05-10");
    }

    private static List<String> dueDates(LoanStory story, String on) {
        return story.standing(on).schedule().stream()
                .map(row -> row.bill().dueOn().toString())
                .toList();
    }

    /** By actual days over 360: 0.40 a day on 1,200.00; 12.40, 7.73 and 4.13 as first agreed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2024-03-11 | 1 2024-02-01 400.00 + 12.40, 2 2024-03-11 400.00 + 10.40, 3 2024-04-01 400.00 + 2.80",
                "2 | 2024-02-02 | 1 2024-02-01 400.00 + 12.40, 2 2024-02-02 400.00 + 0.27, 3 2024-04-01 400.00 + 7.87",
                "2 | 2024-03-31 | 1 2024-02-01 400.00 + 12.40, 2 2024-03-31 400.00 + 15.73, 3 2024-04-01 400.00 + 0.13",
                "1 | 2024-01-11 | 1 2024-01-11 400.00 + 4.00, 2 2024-03-01 400.00 + 13.33, 3 2024-04-01 400.00 + 4.13",
                "3 | 2024-06-01 | 1 2024-02-01 400.00 + 12.40, 2 2024-03-01 400.00 + 7.73, 3 2024-06-01 400.00 + 12.27"
            })
    void a_due_date_that_is_moved_takes_its_interest_with_it(int instalment, String dueOn, String rows) {
        var story = counted();
        story.obey(moveDueDate(1, instalment, dueOn, "2024-01-10"));
        assertThat(story.rows("2024-01-10")).containsExactlyElementsOf(Arrays.asList(rows.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({"2, 2024-02-01", "2, 2024-04-01", "1, 2024-01-10", "1, 2024-03-01", "3, 2024-03-01"})
    void a_due_date_stays_between_its_neighbours_and_after_today(int instalment, String dueOn) {
        counted().refuses(moveDueDate(1, instalment, dueOn, "2024-01-10"), LoanRefusal.DUE_DATE_OUT_OF_ORDER);
    }

    private static LoanStory counted() {
        var terms = TermsRow.equalPrincipal().counting(DayCount.ACT_360).terms();
        return LoanStory.of(agreement(terms, "1200.00", "0.12", 3), "2024-01-01");
    }
}
