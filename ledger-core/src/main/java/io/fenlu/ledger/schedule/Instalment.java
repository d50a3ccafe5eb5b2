package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/**
 * One instalment (一期): what is to be paid by a day.
 *
 * @param number counts from 1 over the whole life of the loan
 * @param from the first day for which its interest runs
 * @param dueOn paid on this day it is on time
 * @param balance principal that is not due yet after it
 */
public record Instalment(int number, LocalDate from, LocalDate dueOn, Money principal, Money interest, Money balance) {
    public Money total() {
        return principal.plus(interest);
    }

    public DateSpan period() {
        return new DateSpan(from, dueOn);
    }
}
