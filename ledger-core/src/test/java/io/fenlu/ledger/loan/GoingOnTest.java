package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract interest that goes on: 1,200.00 at 1 % a month from 1 January 2024 in three instalments of 408.03; overdue principal bears it, too. */
class GoingOnTest {
    private static final Conditions GOES_ON = Conditions.PLAIN.with(new LateRule(
            LateRule.ContractInterest.GOES_ON, LateRule.Compounding.NONE, BigDecimal.TWO, new LateFee.NoLateFee()));

    private static LoanStory loan(TermsRow row) {
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 3), "2024-01-01");
    }

    private static LoanStory goingOn() {
        return loan(TermsRow.equalInstalment().conditions(GOES_ON));
    }

    @Test
    void of_a_loan_never_paid_each_instalment_stays_the_sum_and_the_last_takes_what_is_left() {
        assertThat(goingOn().rows("2024-04-01"))
                .containsExactly(
                        "1 2024-02-01 396.03 + 12.00", "2 2024-03-01 396.03 + 12.00", "3 2024-04-01 407.94 + 12.00");
    }

    /** 36.00 have fallen due; after the last due date the months go on, April and June with 30 days. */
    @ParameterizedTest
    @CsvSource({
        "2024-04-01, 1236.00",
        "2024-04-02, 1236.40",
        "2024-04-16, 1242.00",
        "2024-05-01, 1248.00",
        "2024-06-01, 1260.00",
        "2024-06-16, 1266.00",
        "2024-07-01, 1272.00"
    })
    void after_the_last_due_date_the_months_go_on(String day, String payoff) {
        assertThat(goingOn().payoff(day)).isEqualTo(yuan(payoff));
    }

    /** 9 of 29 nights on 1,200.00 and, were it paid today, 20 on 803.97: 3.724 and 5.545. */
    @Test
    void the_instalments_still_to_come_are_told_as_if_nothing_stayed_overdue_from_now_on() {
        assertThat(goingOn().rows("2024-02-10").subList(1, 3))
                .containsExactly("2 2024-03-01 398.76 + 9.27", "3 2024-04-01 405.21 + 4.05");
    }

    /** 15 nights on 1,200.00 and 14 on 803.97: 6.207 and 3.881. */
    @Test
    void what_is_paid_late_bears_interest_until_it_is_paid() {
        var story = goingOn().repay("408.03", "2024-02-16");
        var after = new String[] {"2 2024-03-01 397.94 + 10.09", "3 2024-04-01 406.03 + 4.06"};
        assertThat(story.rows("2024-02-16").subList(1, 3)).containsExactly(after);
        assertThat(story.rows("2024-03-01").subList(1, 3)).containsExactly(after);
    }

    @Test
    void equal_parts_of_principal_stay_what_they_are() {
        var story = loan(TermsRow.equalPrincipal().conditions(GOES_ON));
        assertThat(story.rows("2024-03-01"))
                .containsExactly(
                        "1 2024-02-01 400.00 + 12.00", "2 2024-03-01 400.00 + 12.00", "3 2024-04-01 400.00 + 4.00");
    }

    /** Overdue 400.00 are paid on 16 February: 15 nights on 1,200.00 and 14 on 800.00 are 6.207 and 3.862. */
    @Test
    void a_late_payment_ends_a_part_that_is_rounded_by_itself_only_where_interest_went_on() {
        assertThat(february(GOES_ON, new InterestRounding.EachPart(Rounding.UP)))
                .isEqualTo("10.08");
        assertThat(february(GOES_ON, new InterestRounding.EachPeriod(Rounding.UP)))
                .isEqualTo("10.07");
        assertThat(february(Conditions.PLAIN, new InterestRounding.EachPart(Rounding.UP)))
                .isEqualTo("8.00");
    }

    private static String february(Conditions conditions, InterestRounding rounding) {
        var story = loan(TermsRow.equalPrincipal().conditions(conditions).rounding(rounding));
        story.repay("412.00", "2024-02-16");
        var told = story.standing("2024-02-16").schedule().get(1).bill().interest();
        assertThat(story.standing("2024-03-01").balances().interestDue()).isEqualTo(told);
        return told.amount();
    }
}
