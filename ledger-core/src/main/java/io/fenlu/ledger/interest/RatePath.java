package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rates of a loan over its life (利率轨迹), by the days from which they are in force. Before its first day the first rate counts.
 *
 * @param steps by date, no day twice, at least one
 */
public record RatePath(List<RateFrom> steps) {
    public RatePath {
        steps = steps.stream().sorted(Comparator.comparing(RateFrom::from)).toList();
        if (steps.isEmpty() || steps.stream().map(RateFrom::from).distinct().count() < steps.size()) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a loan has a rate, and on one day only one");
        }
    }

    public static RatePath fixed(LocalDate start, Rate rate) {
        return new RatePath(List.of(new RateFrom(start, rate)));
    }

    /** The rate in force on a day. */
    public Rate on(LocalDate day) {
        var rate = steps.getFirst().rate();
        for (var step : steps) {
            if (!step.from().isAfter(day)) {
                rate = step.rate();
            }
        }
        return rate;
    }

    /** The same path with another rate from a day on, until the next change that was already agreed. */
    public RatePath with(RateFrom change) {
        var changed = new ArrayList<>(steps);
        changed.removeIf(step -> step.from().equals(change.from()));
        changed.add(change);
        return new RatePath(changed);
    }
}
