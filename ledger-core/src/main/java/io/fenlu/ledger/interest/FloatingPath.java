package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rates of a floating loan, day by day of reset. */
final class FloatingPath {
    private FloatingPath() {}

    static RatePath of(RateRule.Floating floating, List<Period> periods, @Nullable IndexHistory index) {
        if (index == null || !index.code().equals(floating.index())) {
            throw new InvalidValue(
                    ValueRefusal.INDEX_NOT_PUBLISHED, "the published values of " + floating.index() + " are missing");
        }
        var start = periods.getFirst().whole().from();
        var end = periods.getLast().whole().to();
        var path = new ArrayList<RateFrom>();
        path.add(new RateFrom(start, floating.over(index.lastUpTo(start))));
        for (var day : resets(floating.reset(), start, end, periods, index)) {
            var rate = floating.over(index.lastUpTo(day));
            if (!rate.equals(path.getLast().rate())) {
                path.add(new RateFrom(day, rate));
            }
        }
        return new RatePath(path);
    }

    private static List<LocalDate> resets(
            RateRule.Reset reset, LocalDate start, LocalDate end, List<Period> periods, IndexHistory index) {
        return switch (reset) {
            case NEVER -> List.of();
            case FIRST_OF_JANUARY -> yearly(LocalDate.of(start.getYear() + 1, 1, 1), end);
            case ANNIVERSARY -> yearly(start, end).stream().skip(1).toList();
            case EACH_PERIOD ->
                periods.stream().skip(1).map(period -> period.whole().from()).toList();
            case AT_PUBLICATION ->
                index.values().stream()
                        .map(RateFrom::from)
                        .filter(day -> day.isAfter(start) && day.isBefore(end))
                        .toList();
        };
    }

    private static List<LocalDate> yearly(LocalDate first, LocalDate end) {
        var days = new ArrayList<LocalDate>();
        for (int k = 0; first.plusYears(k).isBefore(end); k++) {
            days.add(first.plusYears(k));
        }
        return days;
    }
}
