package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What is asked for on one day beside interest and penalty, cut to what the caps of the loan still leave. */
final class UnderCaps {
    private UnderCaps() {}

    /** As much of a charge as the caps allow. */
    static Money charge(Sheet sheet, Money charge) {
        var ceiling = sheet.ceiling;
        if (ceiling == null) {
            return charge;
        }
        var allowed = charge.min(Ceiling.room(sheet.agreement, ceiling, cost(sheet)));
        var cut = charge.minus(allowed);
        sheet.cut = cut;
        sheet.ceiling = ceiling.cutBy(cut);
        return allowed;
    }

    /** What is left for the costs of repaying early; none where they are not cut, as before the fourth engine. */
    static @Nullable Money roomForEarlyCost(Sheet sheet) {
        var ceiling = sheet.ceiling;
        return ceiling == null || !sheet.agreement.isOfFourthEngine()
                ? null
                : Ceiling.room(sheet.agreement, ceiling, cost(sheet));
    }

    /** The same between two entries. */
    static @Nullable Money roomForEarlyCost(LoanAgreement agreement, LoanPosition position) {
        var ceiling = position.ceiling();
        if (ceiling == null || !agreement.isOfFourthEngine()) {
            return null;
        }
        var cost = position.totals().costs().plus(new Accrual(agreement).owedBesidePrincipal(position));
        return Ceiling.room(agreement, ceiling, cost);
    }

    /** So much of the costs of repaying early was cut. */
    static void cut(Sheet sheet, Money amount) {
        var ceiling = sheet.ceiling;
        if (ceiling != null && amount.isPositive()) {
            sheet.cut = amount;
            sheet.ceiling = ceiling.cutBy(amount);
        }
    }

    /** All that the loan has cost so far: paid, turned into principal, or owed. */
    private static Money cost(Sheet sheet) {
        return sheet.tally
                .costs()
                .plus(sheet.unpaid(Bucket.INTEREST))
                .plus(sheet.unpaid(Bucket.PENALTY))
                .plus(sheet.unpaid(Bucket.FEE));
    }
}
