package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/**
 * What is still open of a bill (未还清账单).
 *
 * @param instalments what of its principal fell due from plans and cannot be put into another plan
 * @param meter interest that has been counted since the last bill
 * @param standing what became of it on its due day
 */
record OpenBill(int number, LocalDate dueOn, Debts open, Money instalments, long meter, Standing standing) {
    /** What became of a bill. */
    enum Standing {
        /** Its due day has not passed. */
        OPEN,
        /** It was paid in full, or asks for nothing: what it holds costs nothing until a later bill is not paid in full. */
        FREE,
        /** It was not paid in full: it bears interest. */
        REVOLVING
    }

    OpenBill with(Debts other) {
        return new OpenBill(number, dueOn, other, instalments, meter, standing);
    }

    OpenBill metered(long shown) {
        return new OpenBill(number, dueOn, open, instalments, shown, standing);
    }

    OpenBill standing(Standing now) {
        return new OpenBill(number, dueOn, open, instalments, meter, now);
    }

    /** What may be put into a plan. */
    Money convertible() {
        return open.principal().minus(instalments).orZero();
    }

    /** Whether nothing more can come of it. */
    boolean isDone() {
        return open.isNone() && (standing == Standing.FREE || (standing == Standing.REVOLVING && meter == 0));
    }
}
