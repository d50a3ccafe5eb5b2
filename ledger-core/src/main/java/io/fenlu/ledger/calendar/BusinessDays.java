package io.fenlu.ledger.calendar;

import java.time.LocalDate;

/**
 * Which days can be due dates, as the terms say it: a calendar, its edition, and what becomes of a day that is off.
 *
 * <p>Interest runs to the due date as adjusted; under the day count EQUAL_PERIODS it is the same for a moved date.
 */
public record BusinessDays(Adjustment adjustment, String calendar, int edition) {
    /** Every day can be a due date. */
    public static final BusinessDays ANY_DAY = new BusinessDays(Adjustment.NONE, "WEEKENDS", 0);

    public BusinessDays {
        if (adjustment != Adjustment.NONE) {
            Calendars.require(calendar, edition);
        }
    }

    public LocalDate adjust(LocalDate date) {
        return adjustment == Adjustment.NONE
                ? date
                : Calendars.require(calendar, edition).adjust(date, adjustment);
    }
}
