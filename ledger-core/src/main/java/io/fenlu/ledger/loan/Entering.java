package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanEntry.CreditReturn;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.Mark;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEntry.Provision;
import io.fenlu.ledger.loan.LoanEntry.Refund;
import io.fenlu.ledger.loan.LoanEntry.Remittance;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Closed;
import io.fenlu.ledger.loan.LoanState.Settled;
import org.jspecify.annotations.Nullable;

/** Taking an entry into a running loan: a ladder of refusals, then the book with it, then the facts that follow. */
final class Entering {
    private Entering() {}

    static Decision<LoanEvent> decide(Active loan, LoanEntry entry) {
        return decide(loan, loan, entry);
    }

    static Decision<LoanEvent> decide(Settled loan, LoanEntry entry) {
        return decide(loan, loan.last(), entry);
    }

    static Decision<LoanEvent> decide(Closed loan, LoanEntry entry) {
        return decide(loan, loan.settled().last(), entry);
    }

    static Decision<LoanEvent> decide(LoanState state, Active loan, LoanEntry entry) {
        var known = loan.book().find(entry.id());
        if (known.isPresent()) {
            return entry instanceof Mark || known.get().entry().equals(entry)
                    ? Decision.alreadyDone()
                    : Decision.refuse(LoanRefusal.ENTRY_ID_REUSED);
        }
        var desk = new Desk(loan, entry);
        var objection = first(state, desk);
        if (objection != null) {
            return Decision.refuse(objection.reason(), objection.detail());
        }
        var now = loan.book().with(entry);
        var late = afterwards(desk, now);
        if (late != null) {
            return Decision.refuse(late.reason(), late.detail());
        }
        return Decision.accept(Telling.facts(loan, entry, now));
    }

    private static @Nullable Objection first(LoanState state, Desk desk) {
        var bySum = Sounding.amount(desk);
        if (bySum != null) {
            return bySum;
        }
        var byDate = date(state, desk);
        if (byDate != null) {
            return byDate;
        }
        var ofState = state(state, desk);
        if (ofState != null) {
            return ofState;
        }
        return Sounding.kind(desk);
    }

    /** Whether the date is one that can still be taken. */
    private static @Nullable Objection date(LoanState state, Desk desk) {
        var on = desk.entry.on();
        var book = desk.book();
        var earliest = desk.entry instanceof Draw ? desk.loan.openedOn() : book.startedOn();
        if (on.isBefore(earliest)) {
            return new Objection(
                    desk.entry instanceof Draw ? LoanRefusal.DATE_BEFORE_REQUEST : LoanRefusal.PAID_BEFORE_DRAWDOWN,
                    "The loan began on " + earliest + ", after " + on + ".");
        }
        if (state instanceof Settled && !book.isOrdered() && desk.entry instanceof Payment) {
            return Objection.to(LoanRefusal.LOAN_ALREADY_SETTLED);
        }
        var last = book.lastOn();
        if (on.isBefore(last) && !book.isOrdered()) {
            return new Objection(
                    LoanRefusal.PAID_BEFORE_LAST_MOVEMENT, "The last movement is of " + last + ", after " + on + ".");
        }
        var window = Backdating.days(desk.loan.agreement().terms());
        if (on.isBefore(last.minusDays(window))) {
            return new Objection(
                    LoanRefusal.BACKDATED_BEYOND_WINDOW,
                    on + " lies more than " + window + " days before " + last + ", the loan's last fact.");
        }
        return null;
    }

    /** What may still happen when nothing is owed any more: credit goes back, funders are paid, and the allowance for losses is released. */
    private static boolean livesOn(LoanEntry entry) {
        return entry instanceof CreditReturn
                || entry instanceof Refund
                || entry instanceof Remittance
                || entry instanceof Provision;
    }

    /** Whether the loan is in a state in which this can happen on that day. */
    private static @Nullable Objection state(LoanState state, Desk desk) {
        if (desk.entry instanceof Undoing) {
            return null;
        }
        if (state instanceof Closed) {
            return Objection.to(LoanRefusal.LOAN_CLOSED);
        }
        if (state instanceof Settled settled
                && !livesOn(desk.entry)
                && !desk.entry.on().isBefore(settled.settledOn())) {
            return Objection.to(LoanRefusal.LOAN_ALREADY_SETTLED);
        }
        var ending = desk.ending();
        if (ending == null) {
            return null;
        }
        return switch (ending.kind()) {
            case CHARGED_OFF ->
                Sounding.livesAfterChargeOff(desk.entry) ? null : Objection.to(LoanRefusal.LOAN_CHARGED_OFF);
            case SOLD -> livesOn(desk.entry) ? null : Objection.to(LoanRefusal.LOAN_SOLD);
        };
    }

    /** What only shows when the entry is worked in. */
    private static @Nullable Objection afterwards(Desk desk, LoanBook now) {
        for (var row : now.position().upcoming()) {
            if (!BusinessDate.isKept(row.dueOn())) {
                return Objection.to(ValueRefusal.DATE_OUT_OF_RANGE);
            }
        }
        return SoundingMoney.afterwards(desk, now);
    }
}
