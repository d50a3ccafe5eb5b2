package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;

/**
 * What has come together since the last bill (未出账单).
 *
 * @param instalments what of its principal was brought forward from plans
 * @param meter interest that has been counted on it, in case it is not paid in full later
 */
record Tab(Debts open, Money instalments, long meter) {
    static Tab empty(Currency currency) {
        return new Tab(Debts.zero(currency), Money.zero(currency), 0);
    }

    Tab with(Debts other) {
        return new Tab(other, instalments, meter);
    }

    Tab metered(long shown) {
        return new Tab(open, instalments, shown);
    }

    Tab plusInstalment(Money principal) {
        return new Tab(open, instalments.plus(principal), meter);
    }
}
