package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 600.00 of 1,200.00 drawn on 1 January 2024, at 12 % a year over three months; the rest later. */
class DrawingTest {
    private static final RoundingRule FEN = RoundingRule.of(Rounding.HALF_UP);

    private static LoanStory halfDrawn(TermsRow row) {
        var story = new LoanStory();
        story.request(agreement(row.terms(), "1200.00", "0.12", 3), LocalDate.parse("2024-01-01"));
        story.obey(draw(1, "600.00", "2024-01-01"));
        return story;
    }

    @Test
    void a_tranche_on_a_due_date_is_spread_over_the_due_dates_that_are_left() {
        var story = halfDrawn(TermsRow.equalPrincipal());
        story.obey(draw(2, "600.00", "2024-02-01"));
        assertThat(story.rows("2024-02-01"))
                .containsExactly(
                        "1 2024-02-01 200.00 + 6.00", "2 2024-03-01 500.00 + 10.00", "3 2024-04-01 500.00 + 5.00");
    }

    /** 15 of 29 nights on 400.00 and 14 on 1,000.00: 2.069 and 4.828. */
    @Test
    void a_tranche_between_due_dates_bears_interest_from_its_day_on() {
        var story = halfDrawn(TermsRow.equalPrincipal());
        story.obey(draw(2, "600.00", "2024-02-16"));
        assertThat(story.rows("2024-02-16").subList(1, 3))
                .containsExactly("2 2024-03-01 500.00 + 6.90", "3 2024-04-01 500.00 + 5.00");
    }

    @Test
    void a_tranche_needs_a_due_date_that_is_left() {
        halfDrawn(TermsRow.equalPrincipal())
                .refuses(draw(2, "600.00", "2024-04-01"), LoanRefusal.NO_DUE_DATE_LEFT)
                .obey(draw(2, "600.00", "2024-03-31"));
    }

    /** As it turns out, the first tranche was repaid before the second went out; that one is due on the days that were left then. */
    @Test
    void a_tranche_after_everything_was_repaid_is_spread_over_the_agreed_due_dates_that_are_left() {
        var story = halfDrawn(TermsRow.equalPrincipal());
        story.obey(draw(2, "600.00", "2024-02-10"));
        story.obey(repay(3, "602.90", "2024-01-16"));
        assertThat(story.rows("2024-02-10"))
                .containsExactly("1 2024-03-01 300.00 + 4.14", "2 2024-04-01 300.00 + 3.00");
    }

    @Test
    void a_tranche_under_flat_interest_brings_its_own_flat_interest() {
        var story = halfDrawn(TermsRow.equalPrincipal()
                .plan(new RepaymentPlan.FlatInterest(FEN, Rounding.HALF_UP, RemainderHolder.LAST)));
        story.obey(draw(2, "600.00", "2024-02-01"));
        assertThat(story.rows("2024-02-01"))
                .containsExactly(
                        "1 2024-02-01 200.00 + 6.00", "2 2024-03-01 500.00 + 12.00", "3 2024-04-01 500.00 + 12.00");
        assertThat(story.standing("2024-02-01").schedule().getLast().bill().balance())
                .isEqualTo(yuan("0.00"));
    }

    @Test
    void rows_written_freely_are_drawn_in_proportion_and_a_tranche_follows_those_still_to_come() {
        var rows = List.of(
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-01-31"), yuan("200.00"), null),
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-03-31"), yuan("400.00"), null),
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-06-30"), yuan("600.00"), null));
        var story = halfDrawn(TermsRow.equalPrincipal().plan(new RepaymentPlan.FreeForm(rows)));
        assertThat(principals(story, "2024-01-01")).containsExactly("100.00", "200.00", "300.00");
        story.obey(draw(2, "600.00", "2024-02-10"));
        assertThat(principals(story, "2024-02-10")).containsExactly("100.00", "440.00", "660.00");
        assertThat(story.standing("2024-02-10").schedule().get(1).bill().balance())
                .isEqualTo(yuan("660.00"));
    }

    private static List<String> principals(LoanStory story, String on) {
        return story.standing(on).schedule().stream()
                .map(row -> row.bill().principal().amount())
                .toList();
    }

    @Test
    void a_part_of_principal_is_charged_with_every_tranche_and_a_fixed_sum_with_the_first() {
        var part = new ChargeRule.Amount.PartOfPrincipal(Fraction.of("0.01"), FEN);
        var sum = new ChargeRule.Amount.FixedSum(yuan("9.00"));
        var story = halfDrawn(TermsRow.equalPrincipal()
                .conditions(Conditions.PLAIN.with(List.of(
                        new ChargeRule("arrangement", "bank", part, ChargeRule.When.AT_PAYOUT),
                        new ChargeRule("file", "notary", sum, ChargeRule.When.AT_PAYOUT)))));
        assertThat(story.standing("2024-01-01").balances().fees()).isEqualTo(yuan("15.00"));
        story.obey(draw(2, "300.00", "2024-01-10"));
        assertThat(story.standing("2024-01-10").balances().fees()).isEqualTo(yuan("18.00"));
    }
}
