package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.math.BigDecimal;

/** Cash drawn from a limit (现金贷、借呗): interest by the day on a year of 365, repaid early without a fee. */
public final class CashLoan {
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);

    /** 1.5 times the contract rate on what is overdue, by calendar days, without grace. */
    private static final PenaltyRule HALF_AS_MUCH_AGAIN = new PenaltyRule.PenaltyMultiple(
            new BigDecimal("1.5"), PenaltyRule.Base.PRINCIPAL_AND_INTEREST, DayCount.ACT_365F, 0, Rounding.HALF_UP);

    /** 等额本息 */
    public static final ProductTerms EQUAL_INSTALMENT = terms(
            "cash-loan",
            new RepaymentPlan.EqualInstalment(TO_THE_FEN, RemainderHolder.LAST),
            PrepaymentRule.SMALLER_INSTALMENT,
            OverpaymentRule.REFUSE);

    /** 等额本金 */
    public static final ProductTerms EQUAL_PRINCIPAL = terms(
            "cash-loan-equal-principal",
            new RepaymentPlan.EqualPrincipal(TO_THE_FEN, RemainderHolder.LAST),
            PrepaymentRule.SHORTER_TERM,
            OverpaymentRule.REFUSE);

    /** 先息后本 */
    public static final ProductTerms INTEREST_THEN_PRINCIPAL = terms(
            "cash-loan-interest-first",
            new RepaymentPlan.InterestThenPrincipal(),
            PrepaymentRule.SMALLER_INSTALMENT,
            OverpaymentRule.HOLD_AS_CREDIT);

    /** 随借随还 */
    public static final ProductTerms OPEN_ENDED = terms(
            "cash-loan-open-ended",
            new RepaymentPlan.OpenEnded(),
            PrepaymentRule.SMALLER_INSTALMENT,
            OverpaymentRule.HOLD_AS_CREDIT);

    private CashLoan() {}

    private static ProductTerms terms(
            String code, RepaymentPlan plan, PrepaymentRule prepayment, OverpaymentRule overpayment) {
        return new ProductTerms(
                new ProductCode(code),
                1,
                ProductTerms.CURRENT_ENGINE,
                plan,
                Frequency.MONTHLY,
                DayCount.ACT_365F,
                new InterestRounding.Carried(Rounding.HALF_UP),
                HALF_AS_MUCH_AGAIN,
                prepayment,
                overpayment,
                AllocationOrder.OLDEST_FIRST);
    }
}
