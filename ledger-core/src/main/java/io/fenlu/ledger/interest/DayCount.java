package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import java.time.LocalDate;
import java.time.Year;

/**
 * How days are counted into parts of a year (计息基础). Names lie in practice, so each states its exact rule.
 *
 * <p>Sources: 2006 ISDA Definitions, section 4.16 (b), (d), (e), (f); the last two name what lenders do in practice.
 */
public enum DayCount {
    /** Calendar days over 360. ISDA 4.16(e). */
    ACT_360,
    /** Calendar days over 365, also in leap years. ISDA 4.16(d). */
    ACT_365F,
    /** Calendar days over 364: fifty-two whole weeks. */
    ACT_364,
    /**
     * Months of 30 days over 360; a first day of 31 counts as 30, and so does a last day of 31 after a first of 30 or 31. ISDA 4.16(f).
     * Days inside a period are those from its first day on less those before them, so that the parts of a period sum to the whole:
     * counted each by itself, 15 January to 31 January and on to 15 February are 31 days, and the month between the two is 30.
     */
    THIRTY_360,
    /** Days in a leap year over 366 plus the other days over 365, the years parting at 1 January. ISDA 4.16(b). */
    ACT_ACT_ISDA,
    /** As ACT_ACT_ISDA, but the years part at 31 December, whose night belongs to the new year; some lenders' software does so. */
    ACT_ACT_YEAR_END,
    /**
     * Every whole period counts the same, a month 1/12 of a year, whatever its days; a part of a period counts its calendar days over
     * those of the period. The habit of "annual rate over twelve".
     */
    EQUAL_PERIODS;

    /**
     * The part of a year that a span makes up.
     *
     * @param span the days to count, inside the period
     * @param period the interest period around the span
     * @param frequency how long a period nominally is
     */
    public YearFraction of(DateSpan span, DateSpan period, Frequency frequency) {
        if (span.isEmpty()) {
            return YearFraction.NONE;
        }
        return switch (this) {
            case ACT_360 -> new YearFraction(span.days(), 360);
            case ACT_365F -> new YearFraction(span.days(), 365);
            case ACT_364 -> new YearFraction(span.days(), 364);
            case THIRTY_360 ->
                new YearFraction(thirtyDays(period.from(), span.to()) - thirtyDays(period.from(), span.from()), 360);
            case ACT_ACT_ISDA -> partedAt(span, 1);
            case ACT_ACT_YEAR_END -> partedAt(span, 0);
            case EQUAL_PERIODS ->
                new YearFraction(span.days() * frequency.nominalOver(), period.days() * frequency.nominalUnder());
        };
    }

    /** Days of the year by which a daily rate is turned into an annual one; 0 when a daily rate has no meaning here. */
    public int fixedYear() {
        return switch (this) {
            case ACT_360, THIRTY_360 -> 360;
            case ACT_365F -> 365;
            case ACT_364 -> 364;
            case ACT_ACT_ISDA, ACT_ACT_YEAR_END, EQUAL_PERIODS -> 0;
        };
    }

    /** A day's number where every month has thirty; a 31st counts none of its own when the period begins on a 30th or 31st. */
    private static long thirtyDays(LocalDate begins, LocalDate to) {
        var last = to.getDayOfMonth() == 31 && begins.getDayOfMonth() >= 30 ? 30 : to.getDayOfMonth();
        return 360L * to.getYear() + 30L * to.getMonthValue() + last;
    }

    /** Splits a span at each year's boundary: 1 January, or the day before when the offset is 0. */
    private static YearFraction partedAt(DateSpan span, int offset) {
        long leap = 0;
        long common = 0;
        var day = span.from();
        while (day.isBefore(span.to())) {
            var year = offset == 0 && day.getMonthValue() == 12 && day.getDayOfMonth() == 31
                    ? day.getYear() + 1
                    : day.getYear();
            var boundary = LocalDate.of(year + 1, 1, 1).minusDays(1L - offset);
            var end = boundary.isBefore(span.to()) ? boundary : span.to();
            var days = end.toEpochDay() - day.toEpochDay();
            if (Year.isLeap(year)) {
                leap += days;
            } else {
                common += days;
            }
            day = end;
        }
        if (leap == 0) {
            return new YearFraction(common, 365);
        }
        return common == 0 ? new YearFraction(leap, 366) : new YearFraction(leap * 365 + common * 366, 365L * 366L);
    }
}
