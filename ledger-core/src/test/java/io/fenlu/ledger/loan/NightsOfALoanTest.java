package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.pause;
import static io.fenlu.ledger.story.Entries.rate;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.resume;
import static io.fenlu.ledger.story.Entries.reverse;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1,200.00 from 1 January 2024 at 12 % by days of 360, so that a night costs 0.40: from which night on does a change count? */
class NightsOfALoanTest {
    private static LoanStory loan(DayConvention days) {
        var row = TermsRow.equalPrincipal().counting(DayCount.ACT_360).conditions(Conditions.PLAIN.with(days));
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 1), "2024-01-01");
    }

    @ParameterizedTest
    @CsvSource({"FIRST_DAY_COUNTS, 6.80, 6.00", "LAST_DAY_COUNTS, 7.20, 5.60"})
    void a_day_is_the_night_after_it_or_the_night_before_it(DayConvention days, String dearer, String paused) {
        var story = loan(days);
        story.obey(rate(1, "0.24", "2024-01-16"));
        assertThat(story.standing("2024-01-17").balances().interestAccrued()).isEqualTo(yuan(dearer));
        var still = loan(days);
        still.obey(pause(1, false, "2024-01-16"));
        assertThat(still.standing("2024-01-25").balances().interestAccrued()).isEqualTo(yuan(paused));
        still.obey(resume(2, "2024-01-25"));
        var night = days == DayConvention.LAST_DAY_COUNTS ? yuan("0.40") : yuan("0.00");
        assertThat(still.standing("2024-01-25").balances().interestAccrued())
                .isEqualTo(yuan(paused).plus(night));
    }

    @Test
    void the_night_before_the_due_date_is_in_the_bill_of_that_day() {
        var story = loan(DayConvention.LAST_DAY_COUNTS);
        story.obey(rate(1, "0.24", "2024-02-01"));
        assertThat(story.standing("2024-02-01").balances().interestDue()).isEqualTo(yuan("12.80"));
        assertThat(story.standing("2024-01-31").balances().interestAccrued()).isEqualTo(yuan("12.00"));
    }

    @Test
    void a_change_on_the_day_of_the_payout_counts_for_the_whole_loan() {
        var story = loan(DayConvention.LAST_DAY_COUNTS);
        story.obey(rate(1, "0.24", "2024-01-01"));
        assertThat(story.standing("2024-01-31").balances().interestAccrued()).isEqualTo(yuan("24.00"));
    }

    @Test
    void a_change_learned_late_takes_the_night_before_its_day_along_and_gives_it_back() {
        var story = loan(DayConvention.LAST_DAY_COUNTS);
        story.obey(repay(1, "606.00", "2024-01-16"));
        assertThat(story.standing("2024-01-16").balances().principal()).isEqualTo(yuan("600.00"));
        story.obey(rate(2, "0.24", "2024-01-16"));
        assertThat(story.standing("2024-01-16").balances().principal()).isEqualTo(yuan("600.40"));
        story.obey(reverse(3, 2, "2024-01-16"));
        assertThat(story.standing("2024-01-16").balances().principal()).isEqualTo(yuan("600.00"));
    }
}
