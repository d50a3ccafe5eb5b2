package io.fenlu.ledger.classification;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What had to be paid and what was paid of it (逾期历史): from it follows how late a loan is on any day, also on one long past and also when
 * a payment was learned of late or taken back.
 *
 * <p>A day counts as late when something due before it is unpaid at its end: due on the 5th and paid on the 8th is late on the 6th and 7th.
 */
public record ArrearsHistory(List<Obligation> obligations, List<Healing> healings) {
    public ArrearsHistory {
        obligations = obligations.stream()
                .sorted(Comparator.comparing(Obligation::dueOn).thenComparing(Obligation::number))
                .toList();
        healings = List.copyOf(healings);
    }

    /** How late the loan is at the end of a day. */
    public Arrears on(LocalDate day) {
        var principal = new ArrayList<Overdue>();
        var interest = new ArrayList<Overdue>();
        var unpaid = 0;
        var ever = 0;
        var onEnd = 0;
        for (var due : obligations) {
            if (!due.dueOn().isBefore(day)) {
                continue;
            }
            var ofPrincipal = Overdue.of(due, healings, Obligation::principal, Healing::principal);
            var ofInterest = Overdue.of(due, healings, Obligation::interest, Healing::interest);
            principal.addAll(ofPrincipal);
            interest.addAll(ofInterest);
            var both = new ArrayList<>(ofPrincipal);
            both.addAll(ofInterest);
            var late = both.stream().anyMatch(spell -> spell.includes(day));
            unpaid += late ? 1 : 0;
            onEnd = late ? onEnd + 1 : 0;
            ever += both.stream().anyMatch(spell -> !spell.from().isAfter(day)) ? 1 : 0;
        }
        var either = new ArrayList<>(principal);
        either.addAll(interest);
        return new Arrears(
                day,
                Overdue.count(either, day),
                Overdue.count(principal, day),
                Overdue.count(interest, day),
                unpaid,
                onEnd,
                ever,
                overdue(day, true),
                overdue(day, false));
    }

    /** Whether something falls due in a month. */
    boolean isDueIn(YearMonth month) {
        return obligations.stream().anyMatch(due -> YearMonth.from(due.dueOn()).equals(month));
    }

    /** Whether something was late at the end of a day of a month. */
    boolean wasLateIn(YearMonth month) {
        return spells().stream().anyMatch(spell -> {
            var last = spell.lastUpTo(month.atEndOfMonth());
            return !spell.from().isAfter(month.atEndOfMonth()) && !last.isBefore(month.atDay(1));
        });
    }

    /** Every stretch of days on which a part of an obligation was overdue. */
    List<Overdue> spells() {
        var spells = new ArrayList<Overdue>();
        for (var due : obligations) {
            spells.addAll(spellsOf(due));
        }
        return spells;
    }

    List<Overdue> spellsOf(Obligation due) {
        var spells = new ArrayList<>(Overdue.of(due, healings, Obligation::principal, Healing::principal));
        spells.addAll(Overdue.of(due, healings, Obligation::interest, Healing::interest));
        return spells;
    }

    private Money overdue(LocalDate day, boolean principal) {
        if (obligations.isEmpty()) {
            throw new IllegalArgumentException("a loan without obligations is never late");
        }
        var sum = obligations.getFirst().principal().zero();
        for (var due : obligations) {
            if (due.dueOn().isBefore(day)) {
                var open = principal ? due.principal() : due.interest();
                for (var healing : healings) {
                    if (healing.number() == due.number() && !healing.on().isAfter(day)) {
                        open = open.minus(principal ? healing.principal() : healing.interest());
                    }
                }
                sum = sum.plus(open.orZero());
            }
        }
        return sum;
    }
}
