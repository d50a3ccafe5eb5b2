package io.fenlu.ledger.calendar;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;

/** Reads the lines of a calendar's file. */
final class CalendarLines {
    private static final int CELLS = 4;

    private CalendarLines() {}

    static BusinessCalendar read(String code, String text) {
        var days = new ArrayList<BusinessCalendar.MarkedDay>();
        var seen = new HashSet<String>();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var day = day(line);
            if (!seen.add(day.edition() + " " + day.date())) {
                throw wrong(line, "marks a day twice");
            }
            days.add(day);
        }
        days.sort(Comparator.comparingInt(BusinessCalendar.MarkedDay::edition)
                .thenComparing(BusinessCalendar.MarkedDay::date));
        var edition = days.isEmpty() ? 0 : days.getLast().edition();
        return new BusinessCalendar(code, edition, days);
    }

    private static BusinessCalendar.MarkedDay day(String line) {
        var cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw wrong(line, "is not edition,date,off|work,name");
        }
        try {
            var edition = Integer.parseInt(cells[0].strip());
            var kind = BusinessCalendar.Kind.valueOf(cells[2].strip().toUpperCase(Locale.ROOT));
            if (edition < 1) {
                throw wrong(line, "has an edition below 1");
            }
            return new BusinessCalendar.MarkedDay(edition, LocalDate.parse(cells[1].strip()), kind, cells[3].strip());
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            throw wrong(line, "cannot be read: " + unreadable);
        } catch (InvalidValue named) {
            throw named;
        } catch (IllegalArgumentException _) {
            throw wrong(line, "is neither off nor work");
        }
    }

    private static InvalidValue wrong(String line, String what) {
        var brief = line.length() <= 80 ? line : line.substring(0, 80) + "…";
        return new InvalidValue(ValueRefusal.CALENDAR_UNKNOWN, "the line “" + brief + "” " + what);
    }
}
