package io.fenlu.ledger.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/** What the due dates of a loan are whose first one is the last day of its month (月末规则). */
public enum MonthEnd {
    /** The day of the first due date, or the last of a shorter month: 30 April, 30 May, 28 February, 30 March. */
    SAME_DAY,
    /** The last day of every month: 30 April, 31 May, 28 February, 31 March. ISDA's end-of-month convention. */
    LAST_DAY;

    /** A date counted from an anchor, by this rule. */
    LocalDate apply(LocalDate anchor, LocalDate date, Frequency frequency) {
        var months = frequency.unit() == Frequency.Unit.MONTH || frequency.unit() == Frequency.Unit.YEAR;
        return this == LAST_DAY && months && isMonthEnd(anchor)
                ? YearMonth.from(date).atEndOfMonth()
                : date;
    }

    private static boolean isMonthEnd(LocalDate date) {
        return date.equals(YearMonth.from(date).atEndOfMonth());
    }
}
