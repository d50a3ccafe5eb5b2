package io.fenlu.ledger.kernel;

import java.time.LocalDate;

/** Which days a ledger can keep: a date outside is a slip of the pen, and would overflow calendars and amounts. */
public final class BusinessDate {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private BusinessDate() {}

    /** From 1 January 1900 to 31 December 2199. */
    public static boolean isKept(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /**
     * The same date.
     *
     * @throws InvalidValue {@link ValueRefusal#DATE_OUT_OF_RANGE}
     */
    public static LocalDate require(LocalDate date) {
        if (!isKept(date)) {
            throw new InvalidValue(ValueRefusal.DATE_OUT_OF_RANGE, date + " does not lie between 1900 and 2199");
        }
        return date;
    }
}
