package io.fenlu.ledger.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days a loan falls due (还款日规则).
 *
 * <p>Dates are counted from one anchor and adjusted one by one, so that an adjusted date never shifts the next: due on the 5th, paid on
 * Monday the 7th, the next is the 5th again.
 */
public record DueDateRule(FirstDue first, MonthEnd monthEnd, BusinessDays businessDays) {
    /** One period after another, on whatever day it falls. */
    public static final DueDateRule PLAIN =
            new DueDateRule(new FirstDue.OnePeriodLater(), MonthEnd.SAME_DAY, BusinessDays.ANY_DAY);

    /**
     * Consecutive interest periods from the day the money was paid out; each ends on a due date.
     *
     * @param agreedFirst the first due date if it was agreed on; when it is not after the start, the next of its rhythm is taken
     */
    public List<Period> periods(LocalDate start, @Nullable LocalDate agreedFirst, Frequency frequency, int count) {
        if (first instanceof FirstDue.AgreedDates(var dates)) {
            return oneByOne(start, dates);
        }
        var derived = agreedFirst == null && first instanceof FirstDue.OnePeriodLater;
        var anchor = agreedFirst != null ? agreedFirst : derived ? start : first.after(start, frequency);
        var step = derived ? 1 : 0;
        while (!due(anchor, step, frequency).isAfter(start)) {
            step++;
        }
        var periods = new ArrayList<Period>(count);
        var from = start;
        while (periods.size() < count) {
            var to = due(anchor, step++, frequency);
            if (to.isAfter(from)) {
                periods.add(Period.of(from, to));
                from = to;
            }
        }
        return periods;
    }

    private List<Period> oneByOne(LocalDate start, List<LocalDate> dates) {
        var periods = new ArrayList<Period>(dates.size());
        var from = start;
        for (var date : dates) {
            var to = businessDays.adjust(date);
            if (to.isAfter(from)) {
                periods.add(Period.of(from, to));
                from = to;
            }
        }
        return periods;
    }

    private LocalDate due(LocalDate anchor, int step, Frequency frequency) {
        return businessDays.adjust(monthEnd.apply(anchor, frequency.after(anchor, step), frequency));
    }
}
