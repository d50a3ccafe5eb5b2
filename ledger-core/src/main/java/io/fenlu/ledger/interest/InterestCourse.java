package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Interest as it really runs: a rule whose rate changes on days, with pauses in between.
 *
 * <p>A period with a change in it is the sum of its parts, each at its own rate; under EQUAL_PERIODS and THIRTY_360 the parts of a month
 * sum to that month. The rule's own rate is not used; the path says which one is in force.
 *
 * <p>For example 83.57 at 7 % and from 16 February at 4 %, the month of February 2024 by equal months, the last day counting: 14/29 of a
 * month at 7 % and 15/29 at 4 % are 0.38.
 */
public record InterestCourse(InterestRule rule, RatePath rates, List<Pause> pauses, DayConvention convention)
        implements Growth {
    public InterestCourse {
        pauses = List.copyOf(pauses);
    }

    @Override
    public ExactMoney over(DateSpan span, DateSpan period, Money balance) {
        var sum = ExactMoney.zero(balance.currency());
        for (var part : parts(span)) {
            var grown = at(part.from()).over(part, period, balance);
            var ends = part.to().isBefore(span.to());
            sum = sum.plus(
                    ends && rounding() instanceof InterestRounding.EachPart(var mode)
                            ? grown.round(mode).exact()
                            : grown);
        }
        return sum;
    }

    @Override
    public BigDecimal factor(Period period) {
        var sum = BigDecimal.ZERO;
        for (var part : parts(period.remaining())) {
            sum = sum.add(at(part.from()).factor(part, period.whole()));
        }
        return sum;
    }

    @Override
    public InterestRounding rounding() {
        return rule.rounding();
    }

    /** The rule at the rate that a night bears, by the day on whose evening it begins. */
    public InterestRule at(LocalDate evening) {
        var day = convention == DayConvention.FIRST_DAY_COUNTS ? evening : evening.plusDays(1);
        return rule.at(rates.on(day));
    }

    /** The days inside a span on which the rate changes, or interest stops or goes on. */
    public List<LocalDate> changesWithin(DateSpan span) {
        var days = new TreeSet<LocalDate>();
        rates.steps().forEach(step -> days.add(convention.from(step.from())));
        for (var pause : pauses) {
            var nights = convention.nights(pause.firstDay(), pause.lastDay());
            days.add(nights.from());
            days.add(nights.to());
        }
        return days.stream()
                .filter(day -> day.isAfter(span.from()) && day.isBefore(span.to()))
                .toList();
    }

    /** The span cut where something changes, without the paused nights. */
    private List<DateSpan> parts(DateSpan span) {
        var cuts = new ArrayList<>(changesWithin(span));
        cuts.add(span.to());
        var parts = new ArrayList<DateSpan>();
        var from = span.from();
        for (var cut : cuts) {
            var part = new DateSpan(from, cut);
            if (!part.isEmpty() && !isPaused(from)) {
                parts.add(part);
            }
            from = cut;
        }
        return parts;
    }

    private boolean isPaused(LocalDate evening) {
        for (var pause : pauses) {
            var nights = convention.nights(pause.firstDay(), pause.lastDay());
            if (!evening.isBefore(nights.from()) && evening.isBefore(nights.to())) {
                return true;
            }
        }
        return false;
    }
}
