package io.fenlu.ledger.creditline;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.TakeLimitAgain;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitTakenAgain;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.creditline.CreditLineState.Open;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Drawing on a limit: set aside, use, give back. */
final class Drawing {
    private Drawing() {}

    static Decision<CreditLineEvent> reserve(Open line, ReserveLimit command) {
        if (command.amount().equals(line.reserved().get(command.loanId()))) {
            return alreadyDone();
        }
        if (line.reserved().containsKey(command.loanId()) || line.used().containsKey(command.loanId())) {
            return refuse(
                    CreditLineRefusal.LOAN_ALREADY_DRAWN,
                    "Reserved for the loan: "
                            + line.reserved()
                                    .getOrDefault(command.loanId(), line.limit().zero()) + ", in use: "
                            + line.usedBy(command.loanId()) + "; it cannot draw again.");
        }
        if (line.frozen()) {
            return refuse(CreditLineRefusal.CREDIT_LINE_FROZEN);
        }
        if (command.amount().currency() != line.limit().currency()) {
            return refuse(CreditLineRefusal.LIMIT_CURRENCY_DIFFERS);
        }
        if (!command.amount().isPositive()) {
            return refuse(CreditLineRefusal.DRAW_NOT_POSITIVE);
        }
        if (command.reservedOn().isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        if (command.amount().isMoreThan(line.available())) {
            return refuse(
                    CreditLineRefusal.DRAW_EXCEEDS_AVAILABLE,
                    "Asked for " + command.amount() + "; of the limit of " + line.limit() + " there are "
                            + line.available() + " left.");
        }
        return accept(new LimitReserved(
                line.creditLineId(),
                command.loanId(),
                line.borrowerId(),
                command.amount(),
                line.available().minus(command.amount()),
                command.reservedOn(),
                null));
    }

    static Decision<CreditLineEvent> release(Open line, ReleaseReservation command) {
        return release(line, command.loanId(), null, command.releasedOn());
    }

    /** Gives back what was set aside, for a draw or for a raise. */
    static Decision<CreditLineEvent> release(Open line, LoanId loan, @Nullable EntryId raise, LocalDate on) {
        var amount = line.reserved().get(loan);
        if (amount == null) {
            return refuse(CreditLineRefusal.RESERVATION_NOT_FOUND);
        }
        if (on.isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new ReservationReleased(
                line.creditLineId(), loan, amount, line.releasing(loan).available(), on, raise));
    }

    static Decision<CreditLineEvent> use(Open line, UseLimit command) {
        var amount = line.reserved().get(command.loanId());
        if (amount == null) {
            return refuse(CreditLineRefusal.RESERVATION_NOT_FOUND);
        }
        if (command.usedOn().isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(
                new LimitUsed(line.creditLineId(), command.loanId(), amount, line.available(), command.usedOn(), null));
    }

    static Decision<CreditLineEvent> giveBack(Open line, ReleaseLimit command) {
        var inUse = line.usedBy(command.loanId());
        if (command.amount().currency() != line.limit().currency()) {
            return refuse(CreditLineRefusal.LIMIT_CURRENCY_DIFFERS);
        }
        if (!command.amount().isPositive() || command.amount().isMoreThan(inUse)) {
            return refuse(
                    CreditLineRefusal.RELEASE_EXCEEDS_USE,
                    "The loan uses " + inUse + " of the limit; " + command.amount() + " cannot be given back.");
        }
        if (command.releasedOn().isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new LimitReleased(
                line.creditLineId(),
                command.loanId(),
                command.repaymentId(),
                command.amount(),
                line.givingBack(command.loanId(), command.amount()).available(),
                command.releasedOn()));
    }

    /** The money is out, so the limit is in use, however little is left of it and whether or not the line is frozen. */
    static Decision<CreditLineEvent> takeAgain(Open line, TakeLimitAgain command) {
        if (command.amount().currency() != line.limit().currency()) {
            return refuse(CreditLineRefusal.LIMIT_CURRENCY_DIFFERS);
        }
        if (!command.amount().isPositive()) {
            return refuse(CreditLineRefusal.DRAW_NOT_POSITIVE);
        }
        if (command.takenOn().isBefore(line.openedOn())) {
            return refuse(CreditLineRefusal.DATE_BEFORE_OPENING);
        }
        return accept(new LimitTakenAgain(
                line.creditLineId(),
                command.loanId(),
                command.entryId(),
                command.amount(),
                line.takingAgain(command.loanId(), command.amount()).available(),
                command.takenOn()));
    }
}
