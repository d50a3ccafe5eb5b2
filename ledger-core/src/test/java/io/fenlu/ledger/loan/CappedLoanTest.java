package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.fee;
import static io.fenlu.ledger.story.Entries.monthEnd;
import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.Entries.reverse;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 1,200.00 in one instalment of 1 February 2024 at 12 % by days of 360, so 12.40 of interest; twice that rate when it is late. */
class CappedLoanTest {
    private static final CostCaps UP_TO_PRINCIPAL = new CostCaps(null, null, true);
    private static final LateFee NO_FEE = new LateFee.NoLateFee();

    private static CostCaps annual(String cap) {
        return new CostCaps(Fraction.of(cap), CostMethod.PBOC_SIMPLE, false);
    }

    private static LoanStory loan(CostCaps caps, LateFee lateFee) {
        var late = new LateRule(
                LateRule.ContractInterest.REPLACED_BY_PENALTY, LateRule.Compounding.NONE, BigDecimal.TWO, lateFee);
        var row = TermsRow.equalPrincipal()
                .counting(DayCount.ACT_360)
                .penalty(new PenaltyRule.PenaltyMultiple(
                        BigDecimal.TWO, PenaltyRule.Base.PRINCIPAL, DayCount.ACT_360, 0, Rounding.HALF_UP))
                .conditions(Entries.LETTERS.with(late).with(caps));
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 1), "2024-01-01");
    }

    private static Money penalty(LoanStory story, String on) {
        return story.standing(on).balances().penalty();
    }

    /** 0.80 a day for 1,500 days would be 1,200.00; with 12.40 of interest 1,187.60 of it is left, reached after 1,485 days. */
    @Test
    void penalty_ends_on_the_day_on_which_all_costs_come_to_the_principal() {
        var story = loan(UP_TO_PRINCIPAL, NO_FEE);
        var due = LocalDate.parse("2024-02-01");
        assertThat(story.standing(due.plusDays(1484).toString()).balances().penalty())
                .isEqualTo(yuan("1187.20"));
        var reached = story.standing(due.plusDays(1485).toString()).balances();
        assertThat(reached.penalty()).isEqualTo(yuan("1187.60"));
        assertThat(reached.cut()).isEqualTo(yuan("0.40"));
        var later = story.standing(due.plusDays(1495).toString()).balances();
        assertThat(later.penalty()).isEqualTo(yuan("1187.60"));
        assertThat(later.cut()).isEqualTo(yuan("8.40"));
        assertThat(loan(CostCaps.NONE, NO_FEE)
                        .standing(due.plusDays(1495).toString())
                        .balances()
                        .penalty())
                .isEqualTo(yuan("1196.00"));
    }

    /** 14.6 % a year is 0.48 a day on 1,200.00; after 31 days the cap stands at 14.88 and the loan has cost 12.40. */
    @Test
    void penalty_of_a_day_ends_at_the_capped_annual_rate_so_far() {
        var story = loan(annual("0.146"), NO_FEE);
        assertThat(penalty(story, "2024-02-07")).isEqualTo(yuan("4.80"));
        assertThat(penalty(story, "2024-02-08")).isEqualTo(yuan("5.60"));
        assertThat(penalty(story, "2024-02-09")).isEqualTo(yuan("6.32"));
        assertThat(penalty(story, "2024-02-19")).isEqualTo(yuan("11.12"));
        assertThat(story.standing("2024-02-19").balances().cut()).isEqualTo(yuan("3.28"));
    }

    @Test
    void a_late_fee_is_cut_to_what_the_cap_leaves_before_penalty_is() {
        var story = loan(annual("0.146"), new LateFee.FixedLateFee(yuan("20.00"), null));
        var balances = story.standing("2024-02-02").balances();
        assertThat(balances.penalty()).isEqualTo(yuan("0.80"));
        assertThat(balances.fees()).isEqualTo(yuan("2.16"));
        assertThat(balances.cut()).isEqualTo(yuan("17.84"));
    }

    @Test
    void a_fee_is_cut_to_what_the_cap_leaves_and_its_fact_says_so() {
        var story = loan(annual("0.146"), NO_FEE);
        var facts = story.obey(fee(1, "5.00", "2024-01-11"));
        assertThat(facts.getFirst()).isInstanceOfSatisfying(LoanHappening.FeeCharged.class, charged -> {
            assertThat(charged.consequence().cut()).isEqualTo(yuan("4.20"));
            assertThat(charged.consequence().balances().fees()).isEqualTo(yuan("0.80"));
        });
    }

    @Test
    void what_is_learned_late_moves_what_the_cap_cuts() {
        var inTime = loan(annual("0.146"), NO_FEE);
        inTime.obey(repay(1, "600.00", "2024-02-02"));
        inTime.obey(fee(2, "5.00", "2024-02-20"));
        inTime.obey(monthEnd(90, "2024-02-29"));
        var late = loan(annual("0.146"), NO_FEE);
        late.obey(fee(2, "5.00", "2024-02-20"));
        late.obey(monthEnd(90, "2024-02-29"));
        late.obey(repay(1, "600.00", "2024-02-02"));
        for (var day : new String[] {"2024-02-02", "2024-02-20", "2024-02-29", "2024-06-30"}) {
            assertThat(late.standing(day)).isEqualTo(inTime.standing(day));
        }
        late.obey(reverse(3, 2, "2024-02-20"));
        assertThat(late.standing("2024-02-20").balances().fees()).isEqualTo(yuan("0.00"));
    }
}
