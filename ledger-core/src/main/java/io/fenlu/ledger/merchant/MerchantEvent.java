package io.fenlu.ledger.merchant;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What may happen to what a merchant owes. {@code owed} is what it owes after the fact; never negative. */
public sealed interface MerchantEvent extends Fact {
    MerchantId merchantId();

    /** The account whose refund or sale it is. */
    AccountId accountId();

    /** What the merchant owes after it. */
    Money owed();

    @Override
    default UUID subject() {
        return merchantId().value();
    }

    /** A merchant owes for a refund; the books have it from the refund's own fact (商户应退). */
    @StoredAs(name = "merchant.refund-owed", revision = 1)
    record RefundOwed(
            MerchantId merchantId,
            String merchant,
            AccountId accountId,
            EntryId refund,
            Money amount,
            Money owed,
            LocalDate owedOn)
            implements MerchantEvent {
        @Override
        public LocalDate businessDate() {
            return owedOn;
        }
    }

    /**
     * What a merchant is to be paid for a sale was set off against what it owes, in full or in part (货款抵扣).
     *
     * @param due what it was to be paid
     * @param setOff so much of it settles what it owes
     * @param toPay so much is left to be paid; zero when nothing leaves
     */
    @StoredAs(name = "merchant.sale-set-off", revision = 1)
    record SaleSetOff(
            MerchantId merchantId,
            String merchant,
            AccountId accountId,
            EntryId purchase,
            Money due,
            Money setOff,
            Money toPay,
            Money owed,
            LocalDate setOffOn)
            implements MerchantEvent {
        @Override
        public LocalDate businessDate() {
            return setOffOn;
        }
    }
}
