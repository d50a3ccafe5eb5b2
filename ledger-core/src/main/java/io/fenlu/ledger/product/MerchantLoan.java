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
import java.util.List;

/**
 * Money for small businesses (网商贷): drawn again and again within a limit, or bound to a purpose and paid to the supplier in tranches,
 * or repaid as the seasons bring money in.
 *
 * <p>Whether a loan is bound to a purpose is said by its tranches, not by its terms: any of these rows can be drawn so.
 */
public final class MerchantLoan {
    private static final RoundingRule TO_THE_FEN = RoundingRule.of(Rounding.HALF_UP);

    private static final PenaltyRule HALF_AS_MUCH_AGAIN = new PenaltyRule.PenaltyMultiple(
            new BigDecimal("1.5"), PenaltyRule.Base.PRINCIPAL_AND_INTEREST, DayCount.ACT_360, 0, Rounding.HALF_UP);

    /** 随借随还: every draw within the limit is a loan of its own, with interest by the day. */
    public static final ProductTerms REVOLVING = terms(
            "merchant-revolving",
            new RepaymentPlan.EqualInstalment(TO_THE_FEN, RemainderHolder.LAST),
            PrepaymentRule.SMALLER_INSTALMENT);

    /** 项目贷、订单贷: interest as long as the work goes on, the principal when the customer has paid. */
    public static final ProductTerms ORDER =
            terms("merchant-order", new RepaymentPlan.InterestThenPrincipal(), PrepaymentRule.SMALLER_INSTALMENT);

    /** 分期还款 */
    public static final ProductTerms TERM = terms(
            "merchant-term",
            new RepaymentPlan.EqualInstalment(TO_THE_FEN, RemainderHolder.LAST),
            PrepaymentRule.SHORTER_TERM);

    /** 按季节还本: nothing in winter and spring, a little in summer, most of it in autumn. */
    public static final ProductTerms SEASONAL = terms(
            "merchant-seasonal",
            new RepaymentPlan.Seasonal(List.of(0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 2, 0), TO_THE_FEN),
            PrepaymentRule.SMALLER_INSTALMENT);

    private MerchantLoan() {}

    /** The rows in the order in which they are offered. */
    static List<ProductTerms> rows() {
        return List.of(REVOLVING, TERM, ORDER, SEASONAL);
    }

    /** The same terms for a loan of another lender's book, of which nothing is known about penalties. */
    public static ProductTerms takenOver(ProductTerms terms) {
        return new ProductTerms(
                terms.product(),
                terms.termsVersion(),
                terms.engineVersion(),
                terms.plan(),
                terms.frequency(),
                DayCount.EQUAL_PERIODS,
                terms.interestRounding(),
                new PenaltyRule.NoPenalty(),
                PrepaymentRule.SHORTER_TERM,
                terms.overpayment(),
                terms.allocation());
    }

    private static ProductTerms terms(String code, RepaymentPlan plan, PrepaymentRule prepayment) {
        return new ProductTerms(
                new ProductCode(code),
                1,
                ProductTerms.CURRENT_ENGINE,
                plan,
                Frequency.MONTHLY,
                DayCount.ACT_360,
                new InterestRounding.Carried(Rounding.HALF_UP),
                HALF_AS_MUCH_AGAIN,
                prepayment,
                OverpaymentRule.HOLD_AS_CREDIT,
                AllocationOrder.OLDEST_FIRST);
    }
}
