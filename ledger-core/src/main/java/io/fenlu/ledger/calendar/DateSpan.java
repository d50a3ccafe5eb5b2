package io.fenlu.ledger.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days from a first day on, up to but without an end day; interest runs for the first day and not for the last. */
public record DateSpan(LocalDate from, LocalDate to) {
    public DateSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span cannot end on " + to + " before it begins on " + from);
        }
    }

    /** Calendar days, for example 31 from 1 January to 1 February. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }
}
