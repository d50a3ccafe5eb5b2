package io.fenlu.ledger.calendar;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** How the first due date follows from the day the money was paid out, unless it was agreed on outright. */
public sealed interface FirstDue {
    /** One whole period later (对日). */
    record OnePeriodLater() implements FirstDue {}

    /**
     * The next such day of a month (固定还款日), for example the 20th.
     *
     * @param day 1 to 31; in a shorter month its last day
     * @param leastDays the first period has at least so many days, else the month after is taken
     */
    record DayOfMonth(int day, int leastDays) implements FirstDue {
        public DayOfMonth {
            if (day < 1 || day > 31 || leastDays < 1 || leastDays > 92) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY,
                        "a due day is the 1st to the 31st, and the first period has at least 1 to 92 days");
            }
        }
    }

    /**
     * All due dates one by one (约定还款日), instead of a rhythm. When the money goes out after the first of them, those that have passed
     * fall away.
     *
     * @param dates each after the one before
     */
    record AgreedDates(List<LocalDate> dates) implements FirstDue {
        public AgreedDates {
            dates = List.copyOf(dates);
            for (int k = 1; k < dates.size(); k++) {
                if (!dates.get(k).isAfter(dates.get(k - 1))) {
                    throw new InvalidValue(
                            ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP,
                            "the due date " + dates.get(k) + " does not lie after " + dates.get(k - 1));
                }
            }
            if (dates.isEmpty() || dates.size() > 480) {
                throw new InvalidValue(ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP, "1 to 480 due dates are agreed on");
            }
        }
    }

    /** The date from which all due dates are counted. */
    default LocalDate after(LocalDate start, Frequency frequency) {
        return switch (this) {
            case OnePeriodLater _ -> frequency.after(start, 1);
            case AgreedDates(var dates) -> dates.getFirst();
            case DayOfMonth(var day, var leastDays) -> {
                var month = YearMonth.from(start);
                var due = in(month, day);
                while (due.isBefore(start.plusDays(leastDays))) {
                    month = month.plusMonths(1);
                    due = in(month, day);
                }
                yield due;
            }
        };
    }

    private static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
