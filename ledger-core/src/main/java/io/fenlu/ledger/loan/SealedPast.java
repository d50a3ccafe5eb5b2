package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.PastNeeded;
import io.fenlu.ledger.kernel.SeenIds;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import io.fenlu.ledger.loan.LoanEntry.Refund;
import io.fenlu.ledger.loan.LoanEntry.Remittance;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The older part of a loan's book, put aside: how the loan stood after it, and what later entries ask of it. Its entries are in the
 * history; whoever must put one between them needs the history ({@link PastNeeded}).
 *
 * @param last the youngest entry of it
 * @param after how the loan stood then
 * @param startedOn when the first money reached the borrower
 * @param paidOffOn since when nothing was owed at its end; none when something was
 * @param closedThrough the last closed day of the books; none when no period was closed
 * @param outgoing money that went out, and to whom; later entries ask for it
 * @param reversed what was taken back
 * @param seen the ids of its entries
 */
record SealedPast(
        LoanEntry last,
        LoanPosition after,
        LocalDate startedOn,
        @Nullable LocalDate paidOffOn,
        @Nullable LocalDate closedThrough,
        List<LoanEntry> outgoing,
        List<EntryId> reversed,
        SeenIds seen) {
    SealedPast {
        outgoing = List.copyOf(outgoing);
        reversed = List.copyOf(reversed);
    }

    /** The first steps of a book put aside, on top of what was put aside before. */
    static SealedPast of(LoanBook book, int steps) {
        var older = new LoanBook(book.agreement(), book.past(), book.steps().subList(0, steps));
        var past = book.past();
        var outgoing = new ArrayList<LoanEntry>(past == null ? List.of() : past.outgoing);
        var reversed = new ArrayList<EntryId>(past == null ? List.of() : past.reversed);
        var ids = new ArrayList<UUID>(steps);
        var closed = past == null ? null : past.closedThrough;
        for (var step : older.steps()) {
            switch (step.entry()) {
                case Draw _, Refund _, Remittance _ -> outgoing.add(step.entry());
                case Undoing undoing -> reversed.add(undoing.reverses());
                case MonthEnd(var _, var through) -> closed = through;
                default -> {}
            }
            ids.add(step.entry().id().value());
        }
        return new SealedPast(
                older.steps().getLast().entry(),
                older.position(),
                older.startedOn(),
                older.isPaidOff() ? older.paidOffOn() : null,
                closed,
                outgoing,
                reversed,
                (past == null ? SeenIds.none() : past.seen).with(ids));
    }
}
