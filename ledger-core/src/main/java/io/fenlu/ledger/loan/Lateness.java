package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.product.ProductTerms;
import java.time.LocalDate;

/**
 * What being late costs at the moment: the penalty, and when penalty that was not paid begins to bear penalty itself.
 *
 * @param frequency by which it does when it does so period by period
 */
record Lateness(PenaltyRule rule, LateRule late, Frequency frequency) {
    static Lateness of(ProductTerms terms, InForce inForce) {
        return new Lateness(inForce.penalty(terms.penalty()), terms.agreed().late(), terms.frequency());
    }

    boolean isFree() {
        return rule instanceof PenaltyRule.NoPenalty;
    }

    /** Until when penalty grows from a day on before what bears it changes: the end of the span, or a day within it. */
    LocalDate partEnd(LocalDate dueOn, DateSpan span) {
        return switch (late.compounding()) {
            case NONE -> span.to();
            case EACH_DAY -> span.from().plusDays(1);
            case EACH_DUE_DATE -> {
                var next = nextAfter(dueOn, span.from());
                yield next.isBefore(span.to()) ? next : span.to();
            }
        };
    }

    /** Whether penalty unpaid by the end of this day joins what bears penalty. */
    boolean joins(LocalDate dueOn, LocalDate day) {
        return switch (late.compounding()) {
            case NONE -> false;
            case EACH_DAY -> true;
            case EACH_DUE_DATE -> nextAfter(dueOn, day.minusDays(1)).equals(day);
        };
    }

    private LocalDate nextAfter(LocalDate dueOn, LocalDate day) {
        var step = 1;
        while (!frequency.after(dueOn, step).isAfter(day)) {
            step++;
        }
        return frequency.after(dueOn, step);
    }
}
