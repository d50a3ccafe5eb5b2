package io.fenlu.ledger.calendar;

import java.time.LocalDate;

/**
 * An interest period of which some days may have been counted already.
 *
 * @param whole the period as agreed, ending on a due date
 * @param open the first day not counted yet; equal to the first day of the whole while none was
 */
public record Period(DateSpan whole, LocalDate open) {
    public Period {
        if (open.isBefore(whole.from()) || open.isAfter(whole.to())) {
            throw new IllegalArgumentException(open + " is outside " + whole);
        }
    }

    public static Period of(LocalDate from, LocalDate to) {
        return new Period(new DateSpan(from, to), from);
    }

    /** The days still to be counted. */
    public DateSpan remaining() {
        return new DateSpan(open, whole.to());
    }
}
