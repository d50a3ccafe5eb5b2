package io.fenlu.ledger.schedule;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out the interest periods of a loan; each ends on a due date. */
public final class Periods {
    private Periods() {}

    /**
     * Consecutive periods from the day the money was paid out.
     *
     * @param firstDueOn the first due date, from which the others are counted; when there is none, one period after the start. When
     *     the money was late and this day has passed, the first due date is the next of its rhythm
     */
    public static List<Period> of(LocalDate start, @Nullable LocalDate firstDueOn, Frequency frequency, int count) {
        var anchor = firstDueOn == null ? start : firstDueOn;
        var step = firstDueOn == null ? 1 : 0;
        while (!frequency.after(anchor, step).isAfter(start)) {
            step++;
        }
        var periods = new ArrayList<Period>(count);
        var from = start;
        for (int k = 0; k < count; k++) {
            var to = frequency.after(anchor, step + k);
            periods.add(Period.of(from, to));
            from = to;
        }
        return periods;
    }

    /**
     * Consecutive periods that end on given days.
     *
     * @throws InvalidValue {@link ValueRefusal#SCHEDULE_DOES_NOT_ADD_UP} when the days do not follow one another
     */
    public static List<Period> on(LocalDate start, List<LocalDate> dueDates) {
        var periods = new ArrayList<Period>(dueDates.size());
        var from = start;
        for (var to : dueDates) {
            if (!to.isAfter(from)) {
                throw new InvalidValue(
                        ValueRefusal.SCHEDULE_DOES_NOT_ADD_UP, "the due date " + to + " does not lie after " + from);
            }
            periods.add(Period.of(from, to));
            from = to;
        }
        return periods;
    }
}
