package io.fenlu.ledger.classification;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Whether a loan that was bad has earned to be a good one again. */
final class Recovering {
    private Recovering() {}

    static boolean isStillBad(ArrearsHistory history, ClassificationRule rule, LocalDate day) {
        var bad = lastBadDay(history, rule, day);
        if (bad == null) {
            return false;
        }
        var healed = firstDayWithoutArrears(history, bad);
        if (healed == null || healed.isAfter(day)) {
            return true;
        }
        var paidInTime = 0;
        for (var due : history.obligations()) {
            if (due.dueOn().isBefore(healed) || due.dueOn().isAfter(day) || paidInTime >= rule.paidPeriodsToRise()) {
                continue;
            }
            var late = history.spellsOf(due).stream()
                    .anyMatch(spell -> !spell.from().isAfter(day));
            var unpaid = due.dueOn().equals(day) && !history.spellsOf(due).isEmpty();
            paidInTime = late || unpaid ? 0 : paidInTime + 1;
        }
        return paidInTime < rule.paidPeriodsToRise();
    }

    /** The last day up to the given one at whose end the days past due made the loan a bad one. */
    private static @Nullable LocalDate lastBadDay(ArrearsHistory history, ClassificationRule rule, LocalDate day) {
        LocalDate bad = null;
        for (var spell : history.spells()) {
            var first = spell.dueOn().plusDays(rule.substandard());
            var last = spell.lastUpTo(day);
            if (!last.isBefore(first) && !last.isBefore(spell.from()) && (bad == null || last.isAfter(bad))) {
                bad = last;
            }
        }
        return bad;
    }

    private static @Nullable LocalDate firstDayWithoutArrears(ArrearsHistory history, LocalDate after) {
        var day = after;
        var spells = history.spells().stream()
                .sorted(Comparator.comparing(Overdue::from))
                .toList();
        for (var spell : spells) {
            if (spell.includes(day)) {
                if (spell.until() == null) {
                    return null;
                }
                day = spell.until();
            }
        }
        return day;
    }
}
