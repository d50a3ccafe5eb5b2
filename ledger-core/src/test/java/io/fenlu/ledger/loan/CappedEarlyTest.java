package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.repay;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.allocation.EarlyRepayment.InterestUpTo;
import io.fenlu.ledger.allocation.EarlyRepayment.LaterFees;
import io.fenlu.ledger.allocation.PrepaymentFee;
import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.loan.LoanHappening.ThirdPartyPaymentReceived;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 1,200.00 in one instalment of 1 February 2024 at 12 % by days of 360, so 0.40 a day, under a cap of 14.6 % a year, so 0.48 a day; what is
 * left for the costs of repaying early grows by 0.08 a day.
 */
class CappedEarlyTest {
    private static final RoundingRule FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final CostCaps CAPPED = new CostCaps(Fraction.of("0.146"), CostMethod.PBOC_SIMPLE, false);
    private static final EarlyRepayment THREE_PERCENT = new EarlyRepayment(
            new PrepaymentFee.PartOfPrincipalRepaid(Fraction.of("0.03"), FEN, 0),
            InterestUpTo.THE_DAY,
            LaterFees.FALL_AWAY);
    private static final EarlyRepayment WHOLE_PERIOD =
            new EarlyRepayment(new PrepaymentFee.Free(), InterestUpTo.THE_PERIOD_END, LaterFees.FALL_AWAY);

    private static LoanStory loan(int engine, EarlyRepayment early, CostCaps caps) {
        var row = TermsRow.equalPrincipal()
                .engine(engine)
                .counting(DayCount.ACT_360)
                .conditions(Entries.LETTERS.with(early).with(caps));
        return LoanStory.of(agreement(row.terms(), "1200.00", "0.12", 1), "2024-01-01");
    }

    private static LoanStory capped() {
        return loan(ProductTerms.CURRENT_ENGINE, THREE_PERCENT, CAPPED);
    }

    /** A fee of 36.00, or 0.40 for each night up to the end of the period. */
    @ParameterizedTest
    @CsvSource({
        "4, fee,      annual,    2024-01-11, 1204.80, 35.20",
        "4, fee,      annual,    2024-01-26, 1212.00, 34.00",
        "4, fee,      principal, 2024-01-11, 1240.00, ",
        "4, fee,      none,      2024-01-11, 1240.00, ",
        "4, interest, annual,    2024-01-11, 1204.80, 7.60",
        "4, interest, annual,    2024-01-30, 1212.40, ",
        "3, fee,      annual,    2024-01-11, 1240.00, ",
        "3, interest, annual,    2024-01-11, 1212.40, ",
    })
    void what_repaying_early_costs_is_cut_to_what_the_caps_leave(
            int engine, String early, String caps, String on, String payoff, String cut) {
        var story = loan(
                engine,
                early.equals("fee") ? THREE_PERCENT : WHOLE_PERIOD,
                switch (caps) {
                    case "annual" -> CAPPED;
                    case "principal" -> new CostCaps(null, null, true);
                    default -> CostCaps.NONE;
                });
        assertThat(story.payoff(on)).isEqualTo(yuan(payoff));
        story.repay(payoff, on);
        assertThat(story.isSettled()).isTrue();
        assertThat(story.standing(on).balances().cut()).isEqualTo(cut == null ? null : yuan(cut));
    }

    /** 4.00 are interest; of 296.00 the cap lets 0.80 be a fee, where 295.20 would cost 8.86. */
    @Test
    void a_part_that_is_repaid_early_uses_up_what_the_caps_leave_and_the_fact_tells_the_rest() {
        var story = capped();
        var facts = story.obey(Entries.guarantorPays(1, "300.00", "2024-01-11"));
        assertThat(facts.getFirst()).isInstanceOfSatisfying(ThirdPartyPaymentReceived.class, paid -> {
            assertThat(paid.consequence().cut()).isEqualTo(yuan("8.06"));
            assertThat(paid.consequence().balances().principal()).isEqualTo(yuan("904.80"));
        });
        assertThat(story.standing("2024-01-11").balances().earlyCost()).isEqualTo(yuan("0.00"));
    }

    @Test
    void what_is_learned_late_moves_what_is_cut() {
        var inTime = capped();
        inTime.obey(repay(1, "100.00", "2024-01-05"));
        inTime.obey(repay(2, "300.00", "2024-01-11"));
        var late = capped();
        late.obey(repay(2, "300.00", "2024-01-11"));
        late.obey(repay(1, "100.00", "2024-01-05"));
        for (var day : new String[] {"2024-01-05", "2024-01-11", "2024-01-31", "2024-02-20"}) {
            assertThat(late.standing(day)).isEqualTo(inTime.standing(day));
        }
    }
}
