package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RepaymentPlan;

/** Which terms a loan can be kept on; others can only be quoted, and saying so is better than counting wrong. */
final class Keeping {
    private Keeping() {}

    static boolean canKeep(ProductTerms terms) {
        var agreed = terms.agreed();
        return keepsPlan(terms.plan())
                && agreed.grace().interestDeferred() == 0
                && agreed.grace().interestForgiven() == 0
                && agreed.early().equals(EarlyRepayment.FREE)
                && agreed.late().contractInterest() == LateRule.ContractInterest.REPLACED_BY_PENALTY
                && agreed.late().compounding() == LateRule.Compounding.NONE
                && agreed.late().fee() instanceof LateFee.NoLateFee;
    }

    /** Plans whose interest is earned by time, not laid down beforehand. */
    private static boolean keepsPlan(RepaymentPlan plan) {
        return switch (plan) {
            case RepaymentPlan.EqualInstalment _,
                    RepaymentPlan.EqualPrincipal _,
                    RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.InterestThenAnnuity _,
                    RepaymentPlan.Balloon _,
                    RepaymentPlan.Seasonal _,
                    RepaymentPlan.OpenEnded _ -> true;
            case RepaymentPlan.FlatInterest _, RepaymentPlan.FlatFee _, RepaymentPlan.FreeForm _ -> false;
        };
    }
}
