package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Authorisation;
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountEntry.TakeOver;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Buying: holding a part of the limit, and owing what was bought. */
final class Purchasing {
    private Purchasing() {}

    static void hold(Sheet sheet, Authorisation entry) {
        sheet.holds.add(new Hold(entry.id(), entry.merchant(), entry.orderNumber(), entry.amount(), entry.expiresOn()));
    }

    /** Lets go of a part of a hold, or of all of it. */
    static void release(Sheet sheet, EntryId authorisation, @Nullable Money amount) {
        for (int k = 0; k < sheet.holds.size(); k++) {
            var hold = sheet.holds.get(k);
            if (hold.authorisation().equals(authorisation)) {
                var left = amount == null ? sheet.zero() : hold.left().minus(amount);
                if (left.isPositive()) {
                    sheet.holds.set(
                            k, new Hold(authorisation, hold.merchant(), hold.orderNumber(), left, hold.expiresOn()));
                } else {
                    sheet.holds.remove(k);
                }
                return;
            }
        }
    }

    /** The merchant is paid at once, less the service fee; an order in periods waits for its bills. */
    static void work(Sheet sheet, Purchase entry) {
        if (entry.authorisation() != null) {
            release(sheet, entry.authorisation(), entry.amount());
        }
        if (entry.plan() == null) {
            sheet.addToTab(AccountMovementKind.PURCHASED, Bucket.PRINCIPAL, entry.amount());
        } else {
            sheet.owe(AccountMovementKind.PURCHASED, Bucket.PRINCIPAL, entry.amount());
            sheet.plans.add(Planning.plan(sheet, entry.id(), entry.amount(), entry.plan()));
        }
        sheet.move(AccountMovementKind.SERVICE_FEE, merchantFee(sheet.agreement, entry));
        sheet.useCredit();
    }

    /** What the merchant pays for the purchase: the service fee, and the fee of periods that it bears. */
    static Money merchantFee(AccountAgreement agreement, Purchase entry) {
        var fee = agreement.terms().merchant().fee(entry.amount());
        return entry.plan() == null ? fee : fee.plus(Planning.merchantFee(agreement, entry.amount(), entry.plan()));
    }

    /** A balance that was kept elsewhere. */
    static void takeOver(Sheet sheet, TakeOver entry) {
        if (entry.amount().isPositive()) {
            sheet.addToTab(AccountMovementKind.TAKEN_OVER, Bucket.PRINCIPAL, entry.amount());
        } else {
            var credit = entry.amount().negated();
            sheet.move(AccountMovementKind.CREDIT_TAKEN_OVER, credit);
            sheet.credit = sheet.credit.plus(credit);
        }
        sheet.useCredit();
    }
}
