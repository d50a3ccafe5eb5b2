package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Taking an entry back as of a day: until then it counted, from then on the loan stands as if it had never been. What that changes in
 * the books, caught up since the entry's own day, moves on the day of the reversal.
 */
final class Reversing {
    private Reversing() {}

    static Step step(LoanAgreement agreement, List<Step> worked, Undoing undoing) {
        var undone = undone(worked);
        undone.add(undoing.reverses());
        var start = first(worked, undoing);
        var position = start == 0
                ? LoanPosition.nothing(agreement, firstDay(agreement, worked, undoing))
                : worked.get(start - 1).after();
        var net = new Netting();
        for (var step : worked.subList(start, worked.size())) {
            net.takeBack(step.movements());
            if (!(step.entry() instanceof Undoing)
                    && !undone.contains(step.entry().id())) {
                var instead = Working.step(agreement, position, step.entry());
                net.add(instead.movements());
                position = instead.after();
            }
        }
        var last = worked.isEmpty() ? position : worked.getLast().after();
        var before = new Accrual(agreement).to(undoing.on(), last);
        var closed = new Sheet(agreement, position, undoing).close();
        net.add(closed.movements());
        var after = closed.after();
        return new Step(
                undoing,
                after,
                List.of(),
                after.credit().minus(before.credit()),
                net.movements(),
                !after.upcoming().equals(before.upcoming()),
                null);
    }

    private static LocalDate firstDay(LoanAgreement agreement, List<Step> worked, Undoing undoing) {
        return worked.isEmpty()
                ? undoing.on()
                : agreement.worksOn(worked.getFirst().entry());
    }

    private static Set<EntryId> undone(List<Step> worked) {
        var undone = new HashSet<EntryId>();
        for (var step : worked) {
            if (step.entry() instanceof Undoing earlier) {
                undone.add(earlier.reverses());
            }
        }
        return undone;
    }

    /**
     * From where on the loan is to be worked in anew: the entry that is taken back, or one before it that was taken back in between,
     * because the position before the one still counts the other.
     */
    private static int first(List<Step> worked, Undoing undoing) {
        var start = place(worked, undoing.reverses());
        for (int k = worked.size() - 1; k > start; k--) {
            if (worked.get(k).entry() instanceof Undoing between) {
                var other = Math.min(start, place(worked, between.reverses()));
                if (other < start) {
                    start = other;
                    k = worked.size();
                }
            }
        }
        return start;
    }

    private static int place(List<Step> worked, EntryId id) {
        var place = 0;
        while (place < worked.size() && !worked.get(place).entry().id().equals(id)) {
            place++;
        }
        return place;
    }
}
