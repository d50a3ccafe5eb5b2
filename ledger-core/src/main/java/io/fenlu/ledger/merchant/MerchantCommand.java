package io.fenlu.ledger.merchant;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked of what a merchant owes. */
public sealed interface MerchantCommand extends Order {
    MerchantId merchantId();

    @Override
    default UUID subject() {
        return merchantId().value();
    }

    @Override
    default LocalDate businessDate() {
        return switch (this) {
            case OweRefund order -> order.on();
            case SetOffSale order -> order.on();
        };
    }

    /**
     * Note what a merchant owes for a refund.
     *
     * @param merchant as its sales name it
     * @param accountId the account on which the refund was booked
     * @param refund the entry of that account
     */
    record OweRefund(
            MerchantId merchantId, String merchant, AccountId accountId, EntryId refund, Money amount, LocalDate on)
            implements MerchantCommand {}

    /**
     * Set off what a merchant owes against what it is to be paid for a sale.
     *
     * @param merchant as the sale names it
     * @param accountId the account on which the sale was booked
     * @param purchase the entry of that account
     * @param due what it is to be paid for the sale
     */
    record SetOffSale(
            MerchantId merchantId, String merchant, AccountId accountId, EntryId purchase, Money due, LocalDate on)
            implements MerchantCommand {}
}
