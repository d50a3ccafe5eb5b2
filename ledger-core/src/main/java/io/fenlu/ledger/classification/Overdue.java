package io.fenlu.ledger.classification;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The days at whose end something was overdue.
 *
 * @param dueOn of the obligation
 * @param from the first such day, the day after the due date or later
 * @param until the day at whose end it no longer was; absent while it is
 */
record Overdue(LocalDate dueOn, LocalDate from, @Nullable LocalDate until) {
    boolean includes(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The last such day up to a given one. */
    LocalDate lastUpTo(LocalDate day) {
        return until == null || until.isAfter(day) ? day : until.minusDays(1);
    }

    /** When an obligation was overdue, by what healed it in the order of business dates. */
    static List<Overdue> of(
            Obligation due, List<Healing> healings, Function<Obligation, Money> owed, Function<Healing, Money> healed) {
        var open = owed.apply(due);
        var spells = new ArrayList<Overdue>();
        var firstLateDay = due.dueOn().plusDays(1);
        LocalDate since = open.isPositive() ? firstLateDay : null;
        var inOrder = healings.stream()
                .filter(healing -> healing.number() == due.number())
                .sorted(Comparator.comparing(Healing::on))
                .toList();
        for (var healing : inOrder) {
            open = open.minus(healed.apply(healing));
            var day = healing.on().isBefore(firstLateDay) ? firstLateDay : healing.on();
            if (!open.isPositive() && since != null) {
                if (day.isAfter(since)) {
                    spells.add(new Overdue(due.dueOn(), since, day));
                }
                since = null;
            } else if (open.isPositive() && since == null) {
                since = day;
            }
        }
        if (since != null) {
            spells.add(new Overdue(due.dueOn(), since, null));
        }
        return spells;
    }

    /** Counts up to the end of a day. */
    static ArrearsCount count(List<Overdue> spells, LocalDate on) {
        var begun = spells.stream()
                .filter(spell -> !spell.from.isAfter(on))
                .sorted(Comparator.comparing(Overdue::from))
                .toList();
        var pastDue = 0L;
        var cumulative = 0L;
        var run = 0L;
        LocalDate counted = null;
        for (var spell : begun) {
            if (spell.includes(on)) {
                pastDue = Math.max(pastDue, on.toEpochDay() - spell.dueOn.toEpochDay());
            }
            var last = spell.lastUpTo(on);
            if (counted != null && !last.isAfter(counted)) {
                continue;
            }
            var joined = counted != null && !spell.from.isAfter(counted.plusDays(1));
            var first = counted != null && !spell.from.isAfter(counted) ? counted.plusDays(1) : spell.from;
            var days = last.toEpochDay() - first.toEpochDay() + 1;
            cumulative += days;
            run = joined ? run + days : days;
            counted = last;
        }
        var consecutive = on.equals(counted) ? run : 0;
        return new ArrearsCount(Math.toIntExact(pastDue), Math.toIntExact(consecutive), Math.toIntExact(cumulative));
    }
}
