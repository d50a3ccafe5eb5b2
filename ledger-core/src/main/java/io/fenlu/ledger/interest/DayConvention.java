package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.DateSpan;
import java.time.LocalDate;

/**
 * To which night a day belongs when a rate changes or interest pauses on it. A night bears interest; the span from 1 to 3 March has two.
 *
 * <p>For sums drawn or repaid both conventions agree: they bear interest from the night after they are drawn, and none after they are
 * repaid.
 */
public enum DayConvention {
    /** 算头不算尾: a day is the night after it. A rate in force from the 16th is first charged for the night to the 17th. */
    FIRST_DAY_COUNTS,
    /** 算尾不算头: a day is the night before it. A rate in force from the 16th is first charged for the night from the 15th. */
    LAST_DAY_COUNTS;

    /** The day from whose evening on something counts that is in force from a day. */
    public LocalDate from(LocalDate day) {
        return this == FIRST_DAY_COUNTS ? day : day.minusDays(1);
    }

    /** The nights of days of which both the first and the last are meant. */
    public DateSpan nights(LocalDate firstDay, LocalDate lastDay) {
        return new DateSpan(from(firstDay), from(lastDay).plusDays(1));
    }
}
