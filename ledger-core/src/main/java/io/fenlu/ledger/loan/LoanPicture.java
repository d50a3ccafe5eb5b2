package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Closed;
import io.fenlu.ledger.loan.LoanState.Settled;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A loan's state in few words, to go on from without its history: what was put aside, and the latest entries, out of which the rest is
 * worked again.
 *
 * @param state without the steps of its book
 * @param entries those of the steps
 */
public record LoanPicture(LoanState state, List<LoanEntry> entries) {
    public LoanPicture {
        entries = List.copyOf(entries);
    }

    /** The picture of a state. */
    public static LoanPicture of(LoanState state) {
        if (!LoanState.isRunning(state)) {
            return new LoanPicture(state, List.of());
        }
        var book = running(state).book();
        return new LoanPicture(
                onBook(state, whole -> new LoanBook(whole.agreement(), whole.past(), List.of())),
                book.steps().stream().map(Step::entry).toList());
    }

    /** The state that was pictured. */
    public LoanState living() {
        return onBook(state, book -> {
            for (var entry : entries) {
                book = book.with(entry);
            }
            return book;
        });
    }

    /**
     * The same state with the older part of a long life put aside: it answers the same, or that the past is needed.
     *
     * @param atHand how many entries a book may have before the older half of them is put aside
     */
    public static LoanState sealed(LoanState state, int atHand) {
        return LoanState.isRunning(state) && running(state).book().steps().size() > atHand
                ? onBook(state, book -> book.sealed((atHand + 1) / 2))
                : state;
    }

    private static Active running(LoanState state) {
        return switch (state) {
            case Active loan -> loan;
            case Settled settled -> settled.last();
            case Closed closed -> closed.settled().last();
            default -> throw new IllegalArgumentException("not running: " + state);
        };
    }

    private static LoanState onBook(LoanState state, UnaryOperator<LoanBook> change) {
        return switch (state) {
            case Active loan -> changed(loan, change);
            case Settled settled -> changed(settled, change);
            case Closed closed -> new Closed(changed(closed.settled(), change), closed.closedOn());
            default -> state;
        };
    }

    private static Settled changed(Settled settled, UnaryOperator<LoanBook> change) {
        return new Settled(changed(settled.last(), change), settled.settledOn(), settled.credit());
    }

    private static Active changed(Active loan, UnaryOperator<LoanBook> change) {
        return loan.with(change.apply(loan.book()), loan.announced());
    }
}
