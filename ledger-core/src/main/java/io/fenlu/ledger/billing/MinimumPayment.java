package io.fenlu.ledger.billing;

import io.fenlu.ledger.money.Money;

/**
 * What of a bill must be paid at least, part by part (最低还款额).
 *
 * @param revolving the part of purchases that may revolve
 * @param instalments periods of plans that fall due with the bill
 * @param earlier what was unpaid of earlier minimums
 * @param overLimit what is owed above the limit
 * @param charges fees and interest of the bill
 * @param total with floor and rounding; never more than the bill
 */
public record MinimumPayment(
        Money revolving, Money instalments, Money earlier, Money overLimit, Money charges, Money total) {
    /** Nothing has to be paid. */
    public static MinimumPayment nothing(Money any) {
        var zero = any.zero();
        return new MinimumPayment(zero, zero, zero, zero, zero, zero);
    }
}
