package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Payment;
import io.fenlu.ledger.account.AccountEntry.PaymentReturn;
import io.fenlu.ledger.account.AccountEntry.Waiver;
import io.fenlu.ledger.account.AccountEntry.WriteOff;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.allocation.Bucket;
import org.jspecify.annotations.Nullable;

/** Whether a payment can be taken back, and whether debts can be waived or written off. */
final class SoundingDebts {
    private SoundingDebts() {}

    static @Nullable Objection paymentReturn(Active account, PaymentReturn entry) {
        if (!Sounding.isReason(entry.reason())) {
            return Objection.to(AccountRefusal.PAYMENT_RETURN_REASON_MALFORMED);
        }
        if (!(account.book().find(entry.payment()).orElse(null) instanceof Payment payment)) {
            return Objection.to(AccountRefusal.ACCOUNT_PAYMENT_NOT_FOUND);
        }
        for (var other : account.book().entries()) {
            if (other instanceof PaymentReturn back && back.payment().equals(entry.payment())) {
                return Objection.to(AccountRefusal.PAYMENT_ALREADY_RETURNED);
            }
        }
        return entry.on().isBefore(payment.on())
                ? new Objection(
                        AccountRefusal.PAYMENT_RETURN_BEFORE_PAYMENT,
                        "The payment is of " + payment.on() + ", after " + entry.on() + ".")
                : null;
    }

    static @Nullable Objection waiver(Active account, Waiver entry) {
        if (entry.bucket() == Bucket.PRINCIPAL) {
            return Objection.to(AccountRefusal.ACCOUNT_PRINCIPAL_NOT_WAIVABLE);
        }
        if (!Sounding.isReason(entry.reason())) {
            return Objection.to(AccountRefusal.ACCOUNT_WAIVER_REASON_MALFORMED);
        }
        var owed = Waiving.owed(account.book().before(entry), entry.bucket());
        if (!owed.isPositive()) {
            return Objection.to(AccountRefusal.ACCOUNT_NOTHING_TO_WAIVE);
        }
        return entry.amount() != null && entry.amount().isMoreThan(owed)
                ? new Objection(
                        AccountRefusal.ACCOUNT_WAIVER_EXCEEDS_DEBT,
                        entry.amount() + " is more than the " + owed + " that are owed.")
                : null;
    }

    static @Nullable Objection writeOff(Active account, WriteOff entry) {
        if (!Sounding.isReason(entry.reason())) {
            return Objection.to(AccountRefusal.WRITE_OFF_REASON_MALFORMED);
        }
        if (entry.on().isBefore(account.book().lastOn())) {
            return new Objection(
                    AccountRefusal.WRITE_OFF_BEFORE_LAST_ENTRY,
                    "The last entry is of " + account.book().lastOn() + ", after " + entry.on() + ".");
        }
        var before = account.book().before(entry);
        var owed = before.outstanding().total().minus(before.credit());
        return owed.isPositive() ? null : Objection.to(AccountRefusal.ACCOUNT_NOTHING_TO_WRITE_OFF);
    }
}
