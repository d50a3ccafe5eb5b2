package io.fenlu.ledger.calendar;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which days are business days (工作日历), as it was known at one edition: weekends are off, except where a notice says otherwise, in
 * either direction (调休).
 *
 * <p>A calendar is data. A new notice is a new edition with more days; an edition is never edited, so that a due date can always be
 * explained by the edition that it was reckoned with. Days of years without a notice follow the weekend alone.
 *
 * @param code for example {@code CN}
 * @param edition counts the notices from 1; 0 knows weekends only
 * @param marked days that a notice names
 */
public record BusinessCalendar(String code, int edition, List<MarkedDay> marked) {
    /** Longer than any run of days off. */
    private static final int LONGEST_HOLIDAY = 40;

    /** Weekends are off, and nothing else is known. */
    public static final BusinessCalendar WEEKENDS = new BusinessCalendar("WEEKENDS", 0, List.of());

    /**
     * A day that a notice names.
     *
     * @param edition of the notice that named it
     */
    public record MarkedDay(int edition, LocalDate date, Kind day, String name) {}

    /** What a notice makes of a day. */
    public enum Kind {
        /** A day off, also when it is a weekday. */
        OFF,
        /** A day of work, also when it is a Saturday or Sunday (调休上班). */
        WORK
    }

    public BusinessCalendar {
        if (code.isBlank() || edition < 0) {
            throw new InvalidValue(ValueRefusal.CALENDAR_UNKNOWN, "a calendar has a code and an edition of 0 or more");
        }
        marked = List.copyOf(marked);
    }

    /**
     * Reads a calendar from lines of {@code edition,date,off|work,name}; empty lines and those that begin with # are comments.
     *
     * @throws InvalidValue {@link ValueRefusal#CALENDAR_UNKNOWN} when a line is none of these, or marks a day twice in one edition
     */
    public static BusinessCalendar read(String code, String text) {
        return CalendarLines.read(code, text);
    }

    /** The same calendar as it was known at an earlier edition. */
    public BusinessCalendar asOf(int earlier) {
        if (earlier < 0 || earlier > edition) {
            throw new InvalidValue(
                    ValueRefusal.CALENDAR_UNKNOWN,
                    "of the calendar " + code + " there are editions 0 to " + edition + ", not " + earlier);
        }
        if (earlier == edition) {
            return this;
        }
        return new BusinessCalendar(
                code,
                earlier,
                marked.stream().filter(day -> day.edition() <= earlier).toList());
    }

    public boolean isBusinessDay(LocalDate date) {
        @Nullable Kind kind = null;
        for (var day : marked) {
            if (day.date().equals(date)) {
                kind = day.day();
            }
        }
        if (kind != null) {
            return kind == Kind.WORK;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether a notice for this year is known; otherwise only its weekends are. */
    public boolean knowsYear(int year) {
        return marked.stream().anyMatch(day -> day.date().getYear() == year);
    }

    /** The date, or the business day that stands for it. */
    public LocalDate adjust(LocalDate date, Adjustment adjustment) {
        return switch (adjustment) {
            case NONE -> date;
            case FOLLOWING -> walk(date, 1);
            case PRECEDING -> walk(date, -1);
            case MODIFIED_FOLLOWING -> {
                var next = walk(date, 1);
                yield YearMonth.from(next).equals(YearMonth.from(date)) ? next : walk(date, -1);
            }
        };
    }

    private LocalDate walk(LocalDate date, int step) {
        var day = date;
        for (int k = 0; k < LONGEST_HOLIDAY; k++) {
            if (isBusinessDay(day)) {
                return day;
            }
            day = day.plusDays(step);
        }
        throw new InvalidValue(
                ValueRefusal.CALENDAR_UNKNOWN,
                "the calendar " + code + " has no business day within " + LONGEST_HOLIDAY + " days of " + date);
    }
}
