package io.fenlu.ledger.account;

import io.fenlu.ledger.billing.BillingDays;
import java.time.LocalDate;

/**
 * The days between two bills (账期), numbered for the whole life of the account; its bill bears the same number.
 *
 * @param from its first day
 * @param billOn the day of its bill
 * @param dueOn by when its bill must be paid
 * @param transition whether it is shorter or longer because the days were changed
 */
public record Cycle(
        int number, LocalDate from, LocalDate billOn, LocalDate dueOn, BillingDays days, boolean transition) {
    static Cycle first(LocalDate from, BillingDays days) {
        var billOn = days.billAfter(from);
        return new Cycle(1, from, billOn, days.dueAfter(billOn), days, false);
    }

    /** The cycle after this one, which begins when this one's bill is cut. */
    Cycle next(LocalDate morning) {
        var billed = days.billAfter(billOn);
        return new Cycle(number + 1, morning, billed, days.dueAfter(billed), days, false);
    }

    /** The same cycle, to be billed on another day. */
    Cycle endingOn(LocalDate otherBillOn, BillingDays otherDays) {
        return new Cycle(number, from, otherBillOn, otherDays.dueAfter(otherBillOn), otherDays, true);
    }
}
