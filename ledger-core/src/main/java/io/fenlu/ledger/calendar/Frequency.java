package io.fenlu.ledger.calendar;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;

/** The rhythm of due dates, for example every 1 month or every 2 weeks. */
public record Frequency(int every, Unit unit) {
    /** What is counted. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    public static final Frequency WEEKLY = new Frequency(1, Unit.WEEK);

    /** 双周 */
    public static final Frequency FORTNIGHTLY = new Frequency(2, Unit.WEEK);

    public static final Frequency MONTHLY = new Frequency(1, Unit.MONTH);

    /** 双月 */
    public static final Frequency BIMONTHLY = new Frequency(2, Unit.MONTH);

    /** 按季 */
    public static final Frequency QUARTERLY = new Frequency(3, Unit.MONTH);

    public static final Frequency YEARLY = new Frequency(1, Unit.YEAR);

    public Frequency {
        if (every < 1 || every > 366) {
            throw new InvalidValue(
                    ValueRefusal.FREQUENCY_MALFORMED, "instalments cannot be due every " + every + " " + unit);
        }
    }

    /**
     * The date a number of periods after an anchor. Months and years keep the anchor's day and fall back to the last day of a shorter
     * month: the anchor 31 January gives 28 February, then 31 March.
     */
    public LocalDate after(LocalDate anchor, int periods) {
        var steps = Math.multiplyExact(periods, every);
        return switch (unit) {
            case DAY -> anchor.plusDays(steps);
            case WEEK -> anchor.plusWeeks(steps);
            case MONTH -> anchor.plusMonths(steps);
            case YEAR -> anchor.plusYears(steps);
        };
    }

    /** One period as a fraction of a nominal year: months of 1/12, weeks of 1/52, days of 1/365; the numerator. */
    public int nominalOver() {
        return every;
    }

    /** The denominator of {@link #nominalOver()}. */
    public int nominalUnder() {
        return switch (unit) {
            case DAY -> 365;
            case WEEK -> 52;
            case MONTH -> 12;
            case YEAR -> 1;
        };
    }
}
