package io.fenlu.ledger.merchant;

import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.money.Money;

/** What is known of what a merchant owes. */
public sealed interface MerchantState {
    /** It never owed anything. */
    record NeverOwed() implements MerchantState {}

    /**
     * It owed something, now or before.
     *
     * @param owed for refunds, less what was set off; zero or more
     */
    record Owing(MerchantId merchantId, Money owed) implements MerchantState {}
}
