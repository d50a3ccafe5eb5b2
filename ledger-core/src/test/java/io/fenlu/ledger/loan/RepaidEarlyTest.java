package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.allocation.EarlyRepayment.InterestUpTo;
import io.fenlu.ledger.allocation.EarlyRepayment.LaterFees;
import io.fenlu.ledger.allocation.PrepaymentFee;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1,200.00 at 12 % a year over three months from 1 January 2024; 15 of 31 nights of 12.00 are 5.806. */
class RepaidEarlyTest {
    private static final RoundingRule FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final RepaymentPlan FLAT =
            new RepaymentPlan.FlatInterest(FEN, Rounding.HALF_UP, RemainderHolder.LAST);
    private static final RepaymentPlan FEES =
            new RepaymentPlan.FlatFee(Fraction.of("0.03"), Rounding.HALF_EVEN, RemainderHolder.FIRST);

    private static LoanStory loan(TermsRow row) {
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 3), "2024-01-01");
    }

    private static TermsRow early(PrepaymentFee fee, InterestUpTo upTo, LaterFees later) {
        return TermsRow.equalPrincipal().conditions(Conditions.PLAIN.with(new EarlyRepayment(fee, upTo, later)));
    }

    private static TermsRow laterFees(LaterFees later) {
        return early(new PrepaymentFee.Free(), InterestUpTo.THE_DAY, later);
    }

    private static List<Money> fees(LoanStory story, String on) {
        return story.standing(on).schedule().stream()
                .map(row -> row.bill().charges())
                .toList();
    }

    /** 1,188.12 and 1 % of it are 1,200.00; the whole would have cost 1,212.00. */
    @Test
    void what_pays_the_debt_and_not_its_fee_leaves_a_rest() {
        var fee = new PrepaymentFee.PartOfPrincipalRepaid(Fraction.of("0.01"), FEN, 0);
        var story = loan(early(fee, InterestUpTo.THE_DAY, LaterFees.FALL_AWAY));
        story.repay("1200.00", "2024-01-01");
        assertThat(story.isSettled()).isFalse();
        assertThat(story.standing("2024-01-01").balances().principal()).isEqualTo(yuan("11.88"));
        assertThat(story.payoff("2024-01-01")).isEqualTo(yuan("12.00"));
    }

    /** 5.80 are paid with 300.00; 16 nights on 900.00 are 4.645, and with the 0.006 that was cut off 4.652. */
    @ParameterizedTest
    @CsvSource({"true, 4.64", "false, 4.65"})
    void an_early_repayment_ends_a_part_that_is_rounded_by_itself(boolean byPart, String rest) {
        var story = loan(TermsRow.equalPrincipal()
                .rounding(
                        byPart
                                ? new InterestRounding.EachPart(Rounding.DOWN)
                                : new InterestRounding.EachPeriod(Rounding.DOWN)));
        story.repay("305.80", "2024-01-16");
        assertThat(story.standing("2024-01-16").balances().principal()).isEqualTo(yuan("900.00"));
        assertThat(story.standing("2024-02-01").balances().interestDue()).isEqualTo(yuan(rest));
    }

    @Test
    void settling_flat_interest_within_a_period_costs_that_period_where_it_was_agreed() {
        var row = early(new PrepaymentFee.Free(), InterestUpTo.THE_PERIOD_END, LaterFees.FALL_AWAY)
                .plan(FLAT);
        assertThat(loan(row).payoff("2024-01-16")).isEqualTo(yuan("1212.00"));
        assertThat(loan(row).payoff("2024-02-01")).isEqualTo(yuan("1212.00"));
        var story = loan(row).repay("305.81", "2024-01-16");
        assertThat(story.standing("2024-01-16").balances().principal()).isEqualTo(yuan("900.00"));
        assertThat(loan(row).repay("1212.00", "2024-01-16").isSettled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "400.00, STAY_DUE, 12.00 24.00",
        "400.00, FALL_AWAY, 12.00 12.00",
        "399.99, STAY_DUE, 12.00 12.00 12.00",
        "1000.00, STAY_DUE, 36.00",
        "1200.00, STAY_DUE, 36.00"
    })
    void fees_of_instalments_that_fall_away_are_asked_with_the_last_that_stays_where_they_stay_due(
            String repaid, LaterFees later, String fees) {
        var story = loan(laterFees(later).plan(FEES).prepayment(PrepaymentRule.SHORTER_TERM));
        story.repay(repaid, "2024-01-01");
        assertThat(fees(story, "2024-01-01")).extracting(Money::amount).containsExactly(fees.split(" ", -1));
    }

    @Test
    void when_all_principal_is_repaid_the_fees_that_stay_due_are_one_last_instalment() {
        var story = loan(laterFees(LaterFees.STAY_DUE).plan(FEES));
        story.repay("1200.00", "2024-01-01");
        assertThat(story.rows("2024-01-01")).containsExactly("1 2024-02-01 0.00 + 0.00");
        assertThat(fees(story, "2024-01-01")).containsExactly(yuan("36.00"));
        assertThat(story.standing("2024-02-01").balances().due()).isEqualTo(yuan("36.00"));
        story.repay("36.00", "2024-02-01");
        assertThat(story.isSettled()).isTrue();
    }

    /** 900.00 by 1, 2 and 3: 150.00, 300.00, 450.00; 16 nights on 900.00 are 4.645, less 0.003 that was paid before. */
    @Test
    void seasonal_parts_shrink_in_proportion_and_their_interest_with_them() {
        var seasons = new RepaymentPlan.Seasonal(List.of(1, 2, 3), FEN);
        var story = loan(TermsRow.equalPrincipal().plan(seasons));
        story.repay("305.81", "2024-01-16");
        assertThat(story.rows("2024-01-16"))
                .containsExactly(
                        "1 2024-02-01 150.00 + 4.64", "2 2024-03-01 300.00 + 7.50", "3 2024-04-01 450.00 + 4.50");
    }

    @Test
    void an_early_repayment_of_flat_parts_shortens_every_one_of_them() {
        var story = loan(TermsRow.equalPrincipal().plan(FLAT)).repay("600.00", "2024-01-01");
        assertThat(story.rows("2024-01-01"))
                .containsExactly(
                        "1 2024-02-01 200.00 + 12.00", "2 2024-03-01 200.00 + 12.00", "3 2024-04-01 200.00 + 12.00");
    }

    @Test
    void a_claim_that_was_written_off_and_partly_given_up_ends_with_the_rest() {
        var story = loan(TermsRow.equalPrincipal());
        story.obey(chargeOff(1, "2024-02-01"));
        story.obey(waive(2, Bucket.INTEREST, "4.00", "2024-03-01"));
        story.obey(recover(3, "1207.99", "2024-06-01"));
        assertThat(story.isSettled()).isFalse();
        story.obey(recover(4, "0.01", "2024-06-01"));
        assertThat(story.isSettled()).isTrue();
    }
}
