package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.schedule.RepaymentPlan.FreeRow;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,200.00 in two rows as they were written: 200.00 and 9.00 of interest on 31 January 2024, 1,000.00 and 50.00 on 30 June. */
class WrittenRowsTest {
    private static final RepaymentPlan WRITTEN = new RepaymentPlan.FreeForm(List.of(
            new FreeRow(LocalDate.parse("2024-01-31"), yuan("200.00"), yuan("9.00")),
            new FreeRow(LocalDate.parse("2024-06-30"), yuan("1000.00"), yuan("50.00"))));

    private static LoanStory drawn(String amount, String on) {
        var story = new LoanStory();
        story.request(
                agreement(TermsRow.equalPrincipal().plan(WRITTEN).terms(), "1200.00", "0.12", 2),
                LocalDate.parse("2024-01-01"));
        story.obey(draw(1, amount, on));
        return story;
    }

    @Test
    void a_row_whose_day_has_passed_when_the_money_goes_out_is_repaid_with_the_next_and_its_interest_is_not_asked() {
        assertThat(drawn("1200.00", "2024-02-10").rows("2024-02-10")).containsExactly("1 2024-06-30 1200.00 + 50.00");
        assertThat(drawn("1200.00", "2024-01-31").rows("2024-01-31")).containsExactly("1 2024-06-30 1200.00 + 50.00");
        assertThat(drawn("1200.00", "2024-01-30").rows("2024-01-30"))
                .containsExactly("1 2024-01-31 200.00 + 9.00", "2 2024-06-30 1000.00 + 50.00");
    }

    @Test
    void half_a_loan_asks_for_half_of_what_was_written() {
        assertThat(drawn("600.00", "2024-01-01").rows("2024-01-01"))
                .containsExactly("1 2024-01-31 100.00 + 4.50", "2 2024-06-30 500.00 + 25.00");
    }

    /** 15 of 30 nights have grown 4.50; after the standstill the last 9 of 30 grow 2.70. */
    @Test
    void written_interest_stands_still_with_the_loan() {
        var story = drawn("1200.00", "2024-01-01");
        story.obey(pause(2, false, "2024-01-16"));
        assertThat(story.rows("2024-01-16"))
                .containsExactly("1 2024-01-31 200.00 + 4.50", "2 2024-06-30 1000.00 + 0.00");
        story.obey(resume(3, "2024-01-22"));
        assertThat(story.rows("2024-01-22"))
                .containsExactly("1 2024-01-31 200.00 + 7.20", "2 2024-06-30 1000.00 + 50.00");
        assertThat(story.standing("2024-01-31").balances().interestDue()).isEqualTo(yuan("7.20"));
    }

    @Test
    void money_used_against_its_purpose_doubles_what_was_written() {
        var story = new LoanStory();
        story.request(
                agreement(TermsRow.equalPrincipal().plan(WRITTEN).terms(), "1200.00", "0.12", 2),
                LocalDate.parse("2024-01-01"));
        story.obey(drawFor(1, "1200.00", "supplier-1", "order-1", "2024-01-01"));
        story.obey(misuse(2, "2", "2024-01-16"));
        assertThat(story.rows("2024-01-16"))
                .containsExactly("1 2024-01-31 200.00 + 13.50", "2 2024-06-30 1000.00 + 100.00");
    }
}
