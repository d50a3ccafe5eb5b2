package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanEntry.Provision;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;

/**
 * Providing for losses at the end of a month (计提贷款损失准备): the allowance of the loan comes to a part of the principal that the books hold,
 * rounded half up to the smallest unit; the books move by the difference. Of a loan that was repaid or sold it is released; that of a
 * debt written off was used up by it and stays.
 */
final class Providing {
    private Providing() {}

    static void work(Sheet sheet, Provision provision) {
        var ending = sheet.ending;
        if (ending == null || ending.kind() == Ending.Kind.SOLD) {
            sheet.tally.provide(wanted(sheet, provision));
        }
    }

    private static Money wanted(Sheet sheet, Provision provision) {
        return provision.rate().of(sheet.tally.onBook(Bucket.PRINCIPAL)).round(Rounding.HALF_UP);
    }
}
