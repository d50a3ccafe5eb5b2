package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.PastNeeded;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Taking an entry back as of a day: until then it counted, from then on the loan stands as if it had never been. What that changes in
 * the books, caught up since the entry's own day, moves on the day of the reversal.
 */
final class Reversing {
    private Reversing() {}

    /**
     * The step that takes an entry of a book back at its end.
     *
     * @throws PastNeeded when the entry may be among those put aside
     */
    static Step step(LoanBook book, Undoing undoing) {
        var agreement = book.agreement();
        var worked = book.steps();
        var undone = undone(book);
        undone.add(undoing.reverses());
        var start = first(book, undoing);
        var position = before(book, start, undoing);
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

    private static LoanPosition before(LoanBook book, int start, Undoing undoing) {
        if (start > 0) {
            return book.steps().get(start - 1).after();
        }
        if (book.past() != null) {
            return book.past().after();
        }
        return LoanPosition.nothing(
                book.agreement(),
                book.isEmpty()
                        ? undoing.on()
                        : book.agreement().worksOn(book.steps().getFirst().entry()));
    }

    private static Set<EntryId> undone(LoanBook book) {
        var undone = new HashSet<EntryId>(
                book.past() == null ? List.of() : book.past().reversed());
        for (var step : book.steps()) {
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
    private static int first(LoanBook book, Undoing undoing) {
        var worked = book.steps();
        var start = place(book, undoing.reverses());
        for (int k = worked.size() - 1; k > start; k--) {
            if (worked.get(k).entry() instanceof Undoing between) {
                var other = Math.min(start, place(book, between.reverses()));
                if (other < start) {
                    start = other;
                    k = worked.size();
                }
            }
        }
        return start;
    }

    private static int place(LoanBook book, EntryId id) {
        var worked = book.steps();
        var place = 0;
        while (place < worked.size() && !worked.get(place).entry().id().equals(id)) {
            place++;
        }
        if (place == worked.size() && book.past() != null) {
            throw new PastNeeded();
        }
        return place;
    }
}
