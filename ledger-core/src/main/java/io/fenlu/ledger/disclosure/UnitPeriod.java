package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unit period of the actuarial method (单位期间): the interval between payments that occurs most.
 *
 * <p>Source: 12 CFR 1026, Appendix J, (b)(4) and (5): all months are equal; time is counted back from the later day; days left over are
 * divided by 30 per month, by 15 for half a month, by 7 per week.
 */
public record UnitPeriod(int every, Unit unit) {
    /** What is counted. */
    public enum Unit {
        DAY,
        WEEK,
        /** Two to a month, for example the 1st and the 16th. */
        HALF_MONTH,
        MONTH,
        YEAR
    }

    public static final UnitPeriod MONTH = new UnitPeriod(1, Unit.MONTH);

    private static final int DAYS_OF_MONTH = 30;

    public UnitPeriod {
        if (every < 1 || every > 366 || (unit == Unit.HALF_MONTH && every != 1)) {
            throw new InvalidValue(ValueRefusal.FREQUENCY_MALFORMED, "a unit period of " + every + " " + unit);
        }
    }

    /** The unit period of payments in this rhythm. */
    public static UnitPeriod of(Frequency frequency) {
        return new UnitPeriod(
                frequency.every(),
                switch (frequency.unit()) {
                    case DAY -> Unit.DAY;
                    case WEEK -> Unit.WEEK;
                    case MONTH -> Unit.MONTH;
                    case YEAR -> Unit.YEAR;
                });
    }

    /**
     * The interval between payments that most of them keep; nothing when there is no such interval.
     *
     * @param flows the advance first, then the payments
     */
    public static Optional<UnitPeriod> mostFrequent(List<CashFlow> flows) {
        var seen = new HashMap<UnitPeriod, Integer>();
        for (int k = 2; k < flows.size(); k++) {
            seen.merge(interval(flows.get(k - 1).on(), flows.get(k).on()), 1, Integer::sum);
        }
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > flows.size() - 2)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static UnitPeriod interval(LocalDate from, LocalDate to) {
        for (int months = 1; months <= 12; months++) {
            if (from.plusMonths(months).equals(to)) {
                return new UnitPeriod(months, Unit.MONTH);
            }
        }
        var days = ChronoUnit.DAYS.between(from, to);
        var halfMonth = Math.abs(to.getDayOfMonth() - from.getDayOfMonth()) == DAYS_OF_MONTH / 2;
        if (days % 7 == 0 && days > 0 && days < 366) {
            return new UnitPeriod(Math.toIntExact(days / 7), Unit.WEEK);
        }
        if (halfMonth && days <= 18) {
            return new UnitPeriod(1, Unit.HALF_MONTH);
        }
        return new UnitPeriod(Math.toIntExact(Math.clamp(days, 1, 366)), Unit.DAY);
    }

    /**
     * Whole unit periods, and the odd rest as a fraction of one.
     *
     * @param over for example 52 in 52/60
     */
    record Count(int whole, long over, long under) {}

    /** A year's unit periods times this denominator: 26 fortnights are 52 over 2. */
    int inYearOver() {
        return switch (unit) {
            case DAY -> 365;
            case WEEK -> 52;
            case HALF_MONTH -> 24;
            case MONTH -> 12;
            case YEAR -> 1;
        };
    }

    /** Unit periods between two days, counted back from the later. */
    Count between(LocalDate from, LocalDate to) {
        return switch (unit) {
            case DAY -> inDays(from, to, every);
            case WEEK -> inDays(from, to, 7 * every);
            case HALF_MONTH -> inHalfMonths(from, to);
            case MONTH -> inMonths(from, to, every);
            case YEAR -> inYears(from, to, every);
        };
    }

    private static Count inDays(LocalDate from, LocalDate to, int length) {
        var days = ChronoUnit.DAYS.between(from, to);
        return new Count(Math.toIntExact(days / length), days % length, length);
    }

    private static Count inMonths(LocalDate from, LocalDate to, int length) {
        var months = monthsBack(from, to);
        var days = ChronoUnit.DAYS.between(from, to.minusMonths(months));
        return new Count(
                months / length, (long) (months % length) * DAYS_OF_MONTH + days, (long) length * DAYS_OF_MONTH);
    }

    /** Whole years, then whole months over twelve, or days over 365 when the rest is no whole number of months. */
    private static Count inYears(LocalDate from, LocalDate to, int length) {
        var months = monthsBack(from, to);
        var years = months / 12;
        if (from.equals(to.minusMonths(months))) {
            return new Count(years / length, (years % length) * 12L + months % 12, 12L * length);
        }
        var days = ChronoUnit.DAYS.between(from, to.minusYears(years));
        return new Count(years / length, (years % length) * 365L + days, 365L * length);
    }

    private static Count inHalfMonths(LocalDate from, LocalDate to) {
        var months = monthsBack(from, to);
        var days = ChronoUnit.DAYS.between(from, to.minusMonths(months));
        var half = days >= DAYS_OF_MONTH / 2 ? 1 : 0;
        return new Count(2 * months + half, days - half * (DAYS_OF_MONTH / 2), DAYS_OF_MONTH / 2);
    }

    private static int monthsBack(LocalDate from, LocalDate to) {
        var months = 0;
        while (!to.minusMonths(months + 1L).isBefore(from)) {
            months++;
        }
        return months;
    }
}
