package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanEntry.ChargeOff;
import io.fenlu.ledger.loan.LoanEntry.Provision;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;

/**
 * Providing for losses at the end of a month (计提贷款损失准备): the allowance of the loan comes to a part of the principal that the books hold,
 * rounded half up to the smallest unit; the books move by the difference. Of a loan that was repaid or sold it is released; that of a
 * debt written off was used up by it and stays.
 *
 * <p>From the fourth engine on no month end is needed for that: what ends the loan ends its allowance.
 */
final class Providing {
    private Providing() {}

    static void work(Sheet sheet, Provision provision) {
        var ending = sheet.ending;
        if (ending == null || ending.kind() == Ending.Kind.SOLD) {
            sheet.tally.provide(wanted(sheet, provision));
        }
    }

    /** A loan that is over needs no allowance: a debt that is written off uses it up, and what nobody needs is released. */
    static void end(Sheet sheet) {
        if (sheet.entry instanceof ChargeOff) {
            sheet.tally.useUpAllowance();
        } else if (sheet.isOver()) {
            sheet.tally.provide(sheet.zero());
        }
    }

    private static Money wanted(Sheet sheet, Provision provision) {
        return provision.rate().of(sheet.tally.onBook(Bucket.PRINCIPAL)).round(Rounding.HALF_UP);
    }
}
