package io.fenlu.ledger.loan;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;

/**
 * How what is not due yet is being repaid.
 *
 * @param regularSum the equal instalment or the equal part of principal
 * @param advance principal of upcoming instalments that was paid in advance
 * @param deferred interest of instalments that fell due, put off until a later one
 * @param basis the principal on which charges, and interest laid down beforehand, are reckoned
 */
record Course(Money regularSum, Money advance, Money deferred, Money basis) {
    static Course none(Currency currency) {
        var zero = Money.zero(currency);
        return new Course(zero, zero, zero, zero);
    }
}
