package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Chargeback;
import io.fenlu.ledger.account.AccountEntry.ChargebackReversal;
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountEntry.Refund;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Whether a purchase can come back. */
final class SoundingRefunds {
    private SoundingRefunds() {}

    static @Nullable Objection refund(Active account, Refund entry) {
        if (!Sounding.isReference(entry.merchant())) {
            return Objection.to(AccountRefusal.MERCHANT_MALFORMED);
        }
        return entry.purchase() == null
                ? null
                : of(account, entry.purchase(), entry.amount(), entry.merchant(), entry.on());
    }

    static @Nullable Objection chargeback(Active account, Chargeback entry) {
        return Sounding.isReason(entry.reason())
                ? of(account, entry.purchase(), entry.amount(), null, entry.on())
                : Objection.to(AccountRefusal.DISPUTE_REASON_MALFORMED);
    }

    private static @Nullable Objection of(
            Active account, PurchaseRef asked, Money amount, @Nullable String merchant, LocalDate on) {
        if (!(account.book().find(asked.purchase()).orElse(null) instanceof Purchase purchase)) {
            return Objection.to(AccountRefusal.PURCHASE_NOT_FOUND);
        }
        if (merchant != null && !merchant.equals(purchase.merchant())) {
            return Objection.to(AccountRefusal.REFUND_OF_ANOTHER_MERCHANT);
        }
        if (on.isBefore(purchase.on())) {
            return Objection.to(AccountRefusal.REFUND_BEFORE_PURCHASE);
        }
        var back = givenBack(account.book(), purchase.id(), amount.zero());
        var left = purchase.amount().minus(back);
        return amount.isMoreThan(left)
                ? new Objection(
                        AccountRefusal.REFUND_EXCEEDS_PURCHASE,
                        amount + " is more than the " + left + " of the purchase that have not come back.")
                : null;
    }

    /** Refunds and disputes of a purchase that were not lost. */
    private static Money givenBack(AccountBook book, EntryId purchase, Money none) {
        var sum = none;
        var lost = new HashSet<EntryId>();
        for (var entry : book.entries()) {
            if (entry instanceof ChargebackReversal reversal) {
                lost.add(reversal.chargeback());
            }
        }
        for (var entry : book.entries()) {
            if (entry instanceof Refund refund
                    && refund.purchase() != null
                    && refund.purchase().purchase().equals(purchase)) {
                sum = sum.plus(refund.amount());
            } else if (entry instanceof Chargeback chargeback
                    && chargeback.purchase().purchase().equals(purchase)
                    && !lost.contains(chargeback.id())) {
                sum = sum.plus(chargeback.amount());
            }
        }
        return sum;
    }

    static @Nullable Objection reversal(Active account, ChargebackReversal entry) {
        if (!Sounding.isReason(entry.reason())) {
            return Objection.to(AccountRefusal.DISPUTE_REASON_MALFORMED);
        }
        if (!(account.book().find(entry.chargeback()).orElse(null) instanceof Chargeback chargeback)) {
            return Objection.to(AccountRefusal.CHARGEBACK_NOT_FOUND);
        }
        for (var other : account.book().entries()) {
            if (other instanceof ChargebackReversal reversal
                    && reversal.chargeback().equals(entry.chargeback())) {
                return Objection.to(AccountRefusal.CHARGEBACK_ALREADY_REVERSED);
            }
        }
        return entry.on().isBefore(chargeback.on()) ? Objection.to(AccountRefusal.REVERSAL_BEFORE_CHARGEBACK) : null;
    }
}
