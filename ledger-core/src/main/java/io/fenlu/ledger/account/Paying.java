package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.CreditReturn;
import io.fenlu.ledger.account.AccountEntry.Payment;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Money;

/** Money coming in and going back. */
final class Paying {
    private Paying() {}

    /** Bills first, the oldest first, then what is not billed yet; what is left is held. */
    static void work(Sheet sheet, Payment entry) {
        var rest = sheet.pour(AccountMovementKind.RECEIVED, entry.amount());
        rest = WritingOff.recover(sheet, rest);
        sheet.move(AccountMovementKind.CREDIT_HELD, rest);
        sheet.credit = sheet.credit.plus(rest);
    }

    /** Credit goes back; what turns out not to have been there is owed. */
    static void giveBack(Sheet sheet, CreditReturn entry) {
        giveBack(sheet, entry.amount());
    }

    static void giveBack(Sheet sheet, Money amount) {
        var there = amount.min(sheet.credit);
        sheet.move(AccountMovementKind.CREDIT_RETURNED, there);
        sheet.credit = sheet.credit.minus(there);
        sheet.addToTab(AccountMovementKind.OVER_RETURNED, Bucket.PRINCIPAL, amount.minus(there));
    }
}
