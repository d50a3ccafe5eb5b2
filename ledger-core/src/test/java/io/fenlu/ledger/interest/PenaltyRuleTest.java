package io.fenlu.ledger.interest;

import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class PenaltyRuleTest {
    /** 12,000.00 at 10 % in twelve equal parts; 1,100.00 are due on 1 February. */
    private static LoanStory lateWithGrace(int days) {
        var terms = TermsRow.equalPrincipal().penaltyWithGrace(days).terms();
        return LoanStory.of(agreement(terms, "12000.00", "0.10", 12), "2024-01-01");
    }

    private static Money penalty(LoanStory story, String on) {
        return story.standing(on).balances().penalty();
    }

    @Test
    void lateness_costs_one_and_a_half_times_the_rate_on_principal_and_interest_from_the_due_date() {
        var story = lateWithGrace(0);
        assertThat(penalty(story, "2024-02-01")).isEqualTo(yuan("0.00"));
        assertThat(penalty(story, "2024-02-02")).isEqualTo(yuan("0.45"));
        assertThat(penalty(story, "2024-02-11")).isEqualTo(yuan("4.52"));
    }

    @Test
    void the_sum_of_the_days_is_rounded_and_not_each_day() {
        var story = lateWithGrace(0);
        var daily = new BigDecimal("1100.00").multiply(new BigDecimal("0.15"));
        var tenDays = daily.multiply(BigDecimal.TEN).divide(new BigDecimal(365), 2, RoundingMode.HALF_UP);
        assertThat(penalty(story, "2024-02-11").amount()).isEqualTo(tenDays.toPlainString());
    }

    @Test
    void within_grace_lateness_costs_nothing_on_the_last_day_too() {
        var story = lateWithGrace(3);
        assertThat(penalty(story, "2024-02-04")).isEqualTo(yuan("0.00"));
        story.repay("1100.00", "2024-02-04");
        assertThat(penalty(story, "2024-02-28")).isEqualTo(yuan("0.00"));
        assertThat(story.standing("2024-02-28").daysPastDue()).isZero();
    }

    @Test
    void after_grace_lateness_counts_from_the_due_date() {
        assertThat(penalty(lateWithGrace(3), "2024-02-05")).isEqualTo(penalty(lateWithGrace(0), "2024-02-05"));
        assertThat(penalty(lateWithGrace(3), "2024-02-05")).isEqualTo(yuan("1.81"));
    }

    @Test
    void what_was_paid_within_grace_bears_penalty_only_until_it_was_paid() {
        var story = lateWithGrace(3).repay("600.00", "2024-02-03");
        assertThat(penalty(story, "2024-02-04")).isEqualTo(yuan("0.00"));
        // 1,100.00 for two days and 500.00 for three, at 15 %.
        assertThat(penalty(story, "2024-02-06")).isEqualTo(yuan("1.52"));
    }

    @Test
    void penalty_is_paid_before_interest_and_interest_before_principal() {
        var story = lateWithGrace(0).repay("200.00", "2024-02-11");
        assertThat(story.lastRepayment().allocation())
                .containsExactly(
                        new AllocationLine(1, Bucket.PENALTY, yuan("4.52")),
                        new AllocationLine(1, Bucket.INTEREST, yuan("100.00")),
                        new AllocationLine(1, Bucket.PRINCIPAL, yuan("95.48")));
    }

    @Test
    void each_overdue_instalment_is_rounded_by_itself() {
        var terms = TermsRow.equalPrincipal()
                .penalty(new PenaltyRule.PenaltyMultiple(
                        new BigDecimal("1.5"), PenaltyRule.Base.PRINCIPAL, DayCount.ACT_365F, 0, Rounding.UP))
                .terms();
        var story = LoanStory.of(agreement(terms, "0.12", "0.10", 12), "2024-01-01");
        var standing = story.standing("2024-04-02");
        assertThat(standing.schedule().stream().filter(row -> row.due()))
                .allSatisfy(row -> assertThat(row.penalty()).isEqualTo(yuan("0.01")));
        assertThat(standing.balances().penalty()).isEqualTo(yuan("0.03"));
    }

    @Test
    void days_past_due_are_those_of_the_oldest_instalment_that_is_not_healed() {
        var story = lateWithGrace(0);
        assertThat(story.standing("2024-02-01").daysPastDue()).isZero();
        assertThat(story.standing("2024-02-02").daysPastDue()).isEqualTo(1);
        assertThat(story.standing("2024-03-31").daysPastDue()).isEqualTo(59);
        story.repay(story.standing("2024-03-31").schedule().getFirst().open().amount(), "2024-03-31");
        assertThat(story.standing("2024-03-31").daysPastDue()).isEqualTo(30);
    }
}
