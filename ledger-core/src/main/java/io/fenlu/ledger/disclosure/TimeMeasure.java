package io.fenlu.ledger.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How time is measured in an effective yearly rate (时间度量). Two libraries differ by a whole point on the same loan because of it, so the
 * measure is part of what is disclosed.
 */
public enum TimeMeasure {
    /** Calendar days over 365. */
    DAYS_365,
    /** Calendar days over 365.25. */
    DAYS_365_25,
    /**
     * Whole months counted back from the later day, each 1/12; the days left over 365, or over 366 when a 29 February lies in the year that
     * ends where they end. Source: guidelines SWD(2012) 128 on directive 2008/48/EC.
     */
    MONTHS,
    /** The same with whole weeks, each 1/52. */
    WEEKS,
    /** The same with whole years. */
    YEARS;

    private static final long DAY_365 = Discounting.YEAR / 365;
    private static final long DAY_366 = Discounting.YEAR / 366;
    private static final long QUARTER_OF_365_25 = Discounting.YEAR / 1461;

    /** The time between two days as a fraction of a year, to 34 digits; 12 January to 15 March 2012 in months is 2/12 + 3/365. */
    public BigDecimal years(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(units(from, to)).divide(BigDecimal.valueOf(Discounting.YEAR), Discounting.WORKING);
    }

    long units(LocalDate from, LocalDate to) {
        var days = ChronoUnit.DAYS.between(from, to);
        return switch (this) {
            case DAYS_365 -> days * DAY_365;
            case DAYS_365_25 -> days * 4 * QUARTER_OF_365_25;
            case MONTHS -> {
                var months = back(from, to, ChronoUnit.MONTHS);
                yield months * (Discounting.YEAR / 12) + rest(from, to.minusMonths(months));
            }
            case WEEKS -> days / 7 * (Discounting.YEAR / 52) + rest(from, to.minusWeeks(days / 7));
            case YEARS -> {
                var years = back(from, to, ChronoUnit.YEARS);
                yield years * Discounting.YEAR + rest(from, to.minusYears(years));
            }
        };
    }

    private static long back(LocalDate from, LocalDate to, ChronoUnit unit) {
        var count = 0L;
        while (!to.minus(count + 1, unit).isBefore(from)) {
            count++;
        }
        return count;
    }

    private static long rest(LocalDate from, LocalDate until) {
        var days = ChronoUnit.DAYS.between(from, until);
        return days * (hasLeapDay(until) ? DAY_366 : DAY_365);
    }

    /** Whether a 29 February lies in the year that ends on a day, that day included. */
    private static boolean hasLeapDay(LocalDate end) {
        return ChronoUnit.DAYS.between(end.minusYears(1), end) == 366;
    }
}
