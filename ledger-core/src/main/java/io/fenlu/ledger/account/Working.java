package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Authorisation;
import io.fenlu.ledger.account.AccountEntry.BillConversion;
import io.fenlu.ledger.account.AccountEntry.Chargeback;
import io.fenlu.ledger.account.AccountEntry.ChargebackReversal;
import io.fenlu.ledger.account.AccountEntry.Closing;
import io.fenlu.ledger.account.AccountEntry.CreditReturn;
import io.fenlu.ledger.account.AccountEntry.DaysChange;
import io.fenlu.ledger.account.AccountEntry.LimitSetting;
import io.fenlu.ledger.account.AccountEntry.Payment;
import io.fenlu.ledger.account.AccountEntry.PaymentReturn;
import io.fenlu.ledger.account.AccountEntry.PlanSettlement;
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountEntry.Refund;
import io.fenlu.ledger.account.AccountEntry.TakeOver;
import io.fenlu.ledger.account.AccountEntry.Voiding;
import io.fenlu.ledger.account.AccountEntry.Waiver;
import io.fenlu.ledger.account.AccountEntry.WriteOff;

/**
 * The hall of arithmetic: which room works an entry in. It never refuses: what cannot have its whole effect, because of what was
 * learned since, has as much as there is to have.
 */
final class Working {
    private Working() {}

    static Step step(Earlier earlier, AccountPosition last, AccountEntry entry) {
        var sheet = new Sheet(earlier.agreement(), last);
        Passing.to(sheet, entry.on());
        var before = sheet.statementBalance();
        work(sheet, entry, earlier);
        WritingOff.sweep(sheet);
        sheet.bills.removeIf(OpenBill::isDone);
        var effect = sheet.statementBalance().minus(before);
        return new Step(entry, sheet.position(), sheet.lines, sheet.movements, sheet.healings, effect);
    }

    private static void work(Sheet sheet, AccountEntry entry, Earlier earlier) {
        switch (entry) {
            case LimitSetting setting -> sheet.limit = setting.limit();
            case TakeOver takeOver -> Purchasing.takeOver(sheet, takeOver);
            case Authorisation authorisation -> Purchasing.hold(sheet, authorisation);
            case Voiding voiding -> Purchasing.release(sheet, voiding.authorisation(), null);
            case Purchase purchase -> Purchasing.work(sheet, purchase);
            case ChargebackReversal reversal -> Refunding.redebit(sheet, reversal);
            case BillConversion conversion -> Planning.convert(sheet, conversion);
            case PlanSettlement settlement -> Planning.settle(sheet, settlement.plan());
            case Refund refund -> Refunding.work(sheet, refund);
            case Chargeback chargeback -> Refunding.work(sheet, chargeback);
            case Payment payment -> Paying.work(sheet, payment);
            case CreditReturn back -> Paying.giveBack(sheet, back);
            case DaysChange change -> Ending.changeDays(sheet, change);
            case Closing closing -> Ending.close(sheet, closing);
            case PaymentReturn back -> Returning.work(sheet, back, earlier);
            case Waiver waiver -> Waiving.work(sheet, waiver);
            case WriteOff _ -> WritingOff.work(sheet);
        }
    }
}
