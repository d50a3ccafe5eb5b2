package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One instalment (一期): what is to be paid by a day.
 *
 * @param number counts from 1 over the whole life of the loan
 * @param from the first day for which its interest runs
 * @param dueOn paid on this day it is on time
 * @param balance principal that is not due yet after it
 * @param fee agreed charges that fall due with it; absent when there are none
 */
public record Instalment(
        int number,
        LocalDate from,
        LocalDate dueOn,
        Money principal,
        Money interest,
        Money balance,
        @Nullable Money fee) {
    /** An instalment without a fee. */
    public Instalment(int number, LocalDate from, LocalDate dueOn, Money principal, Money interest, Money balance) {
        this(number, from, dueOn, principal, interest, balance, null);
    }

    /** The charges that fall due with it, zero when there are none. */
    public Money charges() {
        return fee == null ? principal.zero() : fee;
    }

    /** The same instalment with a charge more. */
    public Instalment plusFee(Money charge) {
        return charge.isZero()
                ? this
                : new Instalment(
                        number,
                        from,
                        dueOn,
                        principal,
                        interest,
                        balance,
                        charges().plus(charge));
    }

    /** The same instalment with other interest. */
    public Instalment withInterest(Money other) {
        return new Instalment(number, from, dueOn, principal, other, balance, fee);
    }

    public Money total() {
        return principal.plus(interest).plus(charges());
    }

    public DateSpan period() {
        return new DateSpan(from, dueOn);
    }
}
