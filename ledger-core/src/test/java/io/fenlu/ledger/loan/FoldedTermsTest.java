package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.pause;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.resume;
import static io.fenlu.ledger.story.Entries.withdraw;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.allocation.PrepaymentFee;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1,200.00 over three months from 1 January 2024, at 12 % a year where nothing else is said. */
class FoldedTermsTest {
    private static final RoundingRule FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final RepaymentPlan FLAT =
            new RepaymentPlan.FlatInterest(FEN, Rounding.HALF_UP, RemainderHolder.LAST);

    private static LoanStory loan(TermsRow row) {
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 3), "2024-01-01");
    }

    private static TermsRow principalWith(Conditions conditions) {
        return TermsRow.equalPrincipal().conditions(conditions);
    }

    private static Conditions late(LateRule.ContractInterest contract, LateRule.Compounding compounding, LateFee fee) {
        return Conditions.PLAIN.with(new LateRule(contract, compounding, BigDecimal.TWO, fee));
    }

    private static Conditions early(PrepaymentFee fee, EarlyRepayment.InterestUpTo upTo) {
        return Conditions.PLAIN.with(new EarlyRepayment(fee, upTo, EarlyRepayment.LaterFees.STAY_DUE));
    }

    @Test
    void flat_interest_grows_evenly_towards_what_was_laid_down() {
        var story = loan(TermsRow.equalPrincipal().plan(FLAT));
        assertThat(story.firstSchedule())
                .allSatisfy(row -> assertThat(row.interest()).isEqualTo(yuan("12.00")));
        assertThat(story.payoff("2024-01-01")).isEqualTo(yuan("1200.00"));
        assertThat(story.standing("2024-01-16").balances().interestAccrued()).isEqualTo(yuan("5.81"));
        assertThat(story.standing("2024-02-01").balances().due()).isEqualTo(yuan("412.00"));
    }

    @Test
    void flat_interest_stays_as_it_was_laid_down_whatever_is_repaid_early() {
        var story = loan(TermsRow.equalPrincipal().plan(FLAT).prepayment(PrepaymentRule.SMALLER_INSTALMENT));
        story.obey(repay(1, "600.00", "2024-01-01"));
        assertThat(story.standing("2024-01-01").schedule()).allSatisfy(row -> {
            assertThat(row.bill().principal()).isEqualTo(yuan("200.00"));
            assertThat(row.bill().interest()).isEqualTo(yuan("12.00"));
        });
    }

    @Test
    void a_shorter_term_drops_the_last_flat_instalments_with_their_interest() {
        var story = loan(TermsRow.equalPrincipal().plan(FLAT).prepayment(PrepaymentRule.SHORTER_TERM));
        story.obey(repay(1, "400.00", "2024-01-01"));
        assertThat(story.standing("2024-01-01").schedule()).hasSize(2);
        assertThat(story.payoff("2024-03-01")).isEqualTo(yuan("824.00"));
    }

    @Test
    void flat_interest_does_not_grow_while_interest_stands_still() {
        var story = loan(TermsRow.equalPrincipal().plan(FLAT));
        story.obey(pause(1, false, "2024-01-16"));
        assertThat(story.standing("2024-02-01").balances().interestDue()).isEqualTo(yuan("5.81"));
        story.obey(resume(2, "2024-02-01"));
        assertThat(story.standing("2024-03-01").balances().interestDue()).isEqualTo(yuan("17.81"));
    }

    @Test
    void the_fees_of_a_flat_fee_fall_due_with_their_instalments_and_stay_due_when_the_loan_is_settled_early() {
        var plan = new RepaymentPlan.FlatFee(Fraction.of("0.03"), Rounding.HALF_EVEN, RemainderHolder.FIRST);
        var free = loan(TermsRow.equalPrincipal().plan(plan));
        assertThat(free.standing("2024-02-01").balances().fees()).isEqualTo(yuan("12.00"));
        assertThat(free.payoff("2024-02-01")).isEqualTo(yuan("1212.00"));
        var bound = loan(principalWith(early(new PrepaymentFee.Free(), EarlyRepayment.InterestUpTo.THE_DAY))
                .plan(plan));
        assertThat(bound.payoff("2024-02-01")).isEqualTo(yuan("1236.00"));
        bound.obey(repay(1, "1236.00", "2024-02-01"));
        assertThat(bound.isSettled()).isTrue();
    }

    @Test
    void rows_written_freely_ask_for_the_interest_that_was_written() {
        var rows = List.of(
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-01-31"), yuan("200.00"), yuan("9.00")),
                new RepaymentPlan.FreeRow(LocalDate.parse("2024-06-30"), yuan("1000.00"), null));
        var story = loan(
                TermsRow.equalPrincipal().plan(new RepaymentPlan.FreeForm(rows)).counting(DayCount.ACT_360));
        assertThat(story.standing("2024-01-11").balances().interestAccrued()).isEqualTo(yuan("3.00"));
        assertThat(story.standing("2024-01-31").balances().due()).isEqualTo(yuan("209.00"));
        story.obey(repay(1, "209.00", "2024-01-31"));
        assertThat(story.standing("2024-06-30").balances().due()).isEqualTo(yuan("1050.33"));
    }

    @Test
    void deferred_interest_is_owed_and_asked_for_after_the_deferred_instalments() {
        var story = loan(principalWith(Conditions.PLAIN.with(new Grace(0, 1, 0))));
        assertThat(story.firstSchedule().getFirst().interest()).isEqualTo(yuan("0.00"));
        assertThat(story.firstSchedule().get(1).interest()).isEqualTo(yuan("20.00"));
        story.obey(repay(1, "400.00", "2024-02-01"));
        assertThat(story.payoff("2024-02-01")).isEqualTo(yuan("812.00"));
        assertThat(story.standing("2024-03-01").balances().due()).isEqualTo(yuan("420.00"));
    }

    @Test
    void forgiven_interest_is_never_owed() {
        var story = loan(principalWith(Conditions.PLAIN.with(new Grace(0, 0, 1))));
        assertThat(story.payoff("2024-01-20")).isEqualTo(yuan("1200.00"));
        story.obey(repay(1, "1200.00", "2024-01-20"));
        assertThat(story.isSettled()).isTrue();
        assertThat(story.payoff("2024-12-31")).isEqualTo(yuan("0.00"));
    }

    @Test
    void unpaid_penalty_bears_penalty_from_one_due_date_to_the_next() {
        var fee = new LateFee.NoLateFee();
        var replaced = LateRule.ContractInterest.REPLACED_BY_PENALTY;
        var simple = overdue(late(replaced, LateRule.Compounding.NONE, fee));
        var monthly = overdue(late(replaced, LateRule.Compounding.EACH_DUE_DATE, fee));
        var daily = overdue(late(replaced, LateRule.Compounding.EACH_DAY, fee));
        assertThat(penalty(simple, "2024-03-01")).isEqualTo(yuan("17.40"));
        assertThat(penalty(monthly, "2024-03-01")).isEqualTo(yuan("17.40"));
        assertThat(penalty(simple, "2024-04-01")).isEqualTo(yuan("36.00"));
        assertThat(penalty(monthly, "2024-04-01")).isEqualTo(yuan("36.27"));
        assertThat(penalty(daily, "2024-02-03")).isEqualTo(yuan("1.20"));
        assertThat(penalty(daily, "2024-04-01").isMoreThan(yuan("36.27"))).isTrue();
    }

    /** One instalment of 1,200.00, overdue since 1 February at 0.05 % a day. */
    private static LoanStory overdue(Conditions conditions) {
        var row = TermsRow.equalPrincipal()
                .counting(DayCount.ACT_360)
                .penalty(new PenaltyRule.PenaltyMultiple(
                        new BigDecimal("1.5"), PenaltyRule.Base.PRINCIPAL, DayCount.ACT_360, 0, Rounding.HALF_UP))
                .conditions(conditions);
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 1), "2024-01-01");
    }

    private static Money penalty(LoanStory story, String on) {
        return story.standing(on).balances().penalty();
    }

    @Test
    void contract_interest_that_goes_on_falls_due_with_the_next_instalment() {
        var goesOn = late(LateRule.ContractInterest.GOES_ON, LateRule.Compounding.NONE, new LateFee.NoLateFee());
        var story = loan(principalWith(goesOn));
        assertThat(story.standing("2024-02-01").balances().interestDue()).isEqualTo(yuan("12.00"));
        assertThat(story.standing("2024-03-01").balances().interestDue()).isEqualTo(yuan("24.00"));
        assertThat(story.standing("2024-04-01").balances().interestDue()).isEqualTo(yuan("36.00"));
        assertThat(story.payoff("2024-04-01")).isEqualTo(yuan("1236.00"));
    }

    @Test
    void a_late_fee_is_charged_once_for_each_late_instalment_up_to_its_cap() {
        var fee = new LateFee.FixedLateFee(yuan("20.00"), yuan("50.00"));
        var story =
                loan(principalWith(late(LateRule.ContractInterest.REPLACED_BY_PENALTY, LateRule.Compounding.NONE, fee))
                        .penaltyWithGrace(3));
        assertThat(story.standing("2024-02-04").balances().fees()).isEqualTo(yuan("0.00"));
        assertThat(story.standing("2024-02-05").balances().fees()).isEqualTo(yuan("20.00"));
        assertThat(story.standing("2024-03-31").balances().fees()).isEqualTo(yuan("40.00"));
        assertThat(story.standing("2024-06-30").balances().fees()).isEqualTo(yuan("50.00"));
    }

    @Test
    void repaying_early_costs_a_part_of_what_is_repaid_and_the_payoff_says_so() {
        var fee = new PrepaymentFee.PartOfPrincipalRepaid(Fraction.of("0.01"), FEN, 0);
        var story = loan(principalWith(early(fee, EarlyRepayment.InterestUpTo.THE_DAY)));
        assertThat(story.payoff("2024-01-01")).isEqualTo(yuan("1212.00"));
        story.obey(repay(1, "606.00", "2024-01-01"));
        assertThat(story.standing("2024-01-01").balances().principal()).isEqualTo(yuan("600.00"));
        assertThat(story.payoff("2024-01-01")).isEqualTo(yuan("606.00"));
        story.obey(repay(2, "606.00", "2024-01-01"));
        assertThat(story.isSettled()).isTrue();
    }

    @Test
    void repaying_early_may_cost_the_interest_of_the_whole_period() {
        var story = loan(principalWith(early(new PrepaymentFee.Free(), EarlyRepayment.InterestUpTo.THE_PERIOD_END)));
        assertThat(story.payoff("2024-01-01")).isEqualTo(yuan("1200.00"));
        assertThat(story.payoff("2024-01-16")).isEqualTo(yuan("1212.00"));
        story.obey(repay(1, "1212.00", "2024-01-16"));
        assertThat(story.isSettled()).isTrue();
    }

    @Test
    void giving_the_loan_back_within_the_cooling_off_period_costs_nothing_more() {
        var fee = new PrepaymentFee.PartOfPrincipalRepaid(Fraction.of("0.01"), FEN, 0);
        var conditions = early(fee, EarlyRepayment.InterestUpTo.THE_DAY);
        loan(principalWith(conditions))
                .refuses(withdraw(1, "1200.00", true, "2024-01-02"), LoanRefusal.COOLING_OFF_OVER);
        var story = loan(principalWith(conditions.coolingOff(7)));
        story.refuses(withdraw(1, "1200.00", true, "2024-01-09"), LoanRefusal.COOLING_OFF_OVER);
        story.obey(withdraw(1, "1200.00", true, "2024-01-08"));
        assertThat(story.isSettled()).isTrue();
    }
}
