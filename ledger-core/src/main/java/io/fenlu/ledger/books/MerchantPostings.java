package io.fenlu.ledger.books;

import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.merchant.MerchantEvent.RefundOwed;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;

/** What each fact about a merchant's debts means in debit and credit. */
public final class MerchantPostings {
    private MerchantPostings() {}

    /** What is set off is no longer to be paid, and no longer owed; a refund is in the books by its own fact. */
    public static Posting of(MerchantEvent event) {
        return switch (event) {
            case RefundOwed owed -> Posting.on(owed.owedOn()).posting();
            case SaleSetOff sale ->
                Posting.on(sale.setOffOn())
                        .debit(LedgerAccount.PAYOUTS_IN_TRANSIT, sale.setOff(), null)
                        .credit(LedgerAccount.DUE_FROM_MERCHANTS, sale.setOff(), null)
                        .posting();
        };
    }
}
