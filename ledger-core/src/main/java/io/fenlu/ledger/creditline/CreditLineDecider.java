package io.fenlu.ledger.creditline;

import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.TakeLimitAgain;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineClosed;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineFrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineUnfrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitTakenAgain;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.creditline.CreditLineState.Closed;
import io.fenlu.ledger.creditline.CreditLineState.NotOpened;
import io.fenlu.ledger.creditline.CreditLineState.Open;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.util.Map;

/** The hall of the credit line: which order meets which state. */
public final class CreditLineDecider implements Decider<CreditLineState, CreditLineCommand, CreditLineEvent> {
    @Override
    public CreditLineState initial() {
        return new NotOpened();
    }

    @Override
    public Decision<CreditLineEvent> decide(CreditLineState state, CreditLineCommand command) {
        if (!BusinessDate.isKept(command.businessDate())) {
            return refuse(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        return switch (state) {
            case NotOpened _ ->
                command instanceof OpenCreditLine open
                        ? Granting.open(open)
                        : refuse(CreditLineRefusal.CREDIT_LINE_NOT_FOUND);
            case Closed _ -> refuse(CreditLineRefusal.CREDIT_LINE_CLOSED);
            case Open line -> decide(line, command);
        };
    }

    private static Decision<CreditLineEvent> decide(Open line, CreditLineCommand command) {
        return switch (command) {
            case OpenCreditLine _ -> refuse(CreditLineRefusal.CREDIT_LINE_ALREADY_OPEN);
            case ChangeLimit change -> Granting.change(line, change);
            case FreezeCreditLine freeze -> Granting.freeze(line, freeze);
            case UnfreezeCreditLine unfreeze -> Granting.unfreeze(line, unfreeze);
            case CloseCreditLine close -> Granting.close(line, close);
            case ReserveLimit reserve -> Drawing.reserve(line, reserve);
            case ReleaseReservation release -> Drawing.release(line, release);
            case UseLimit use -> Drawing.use(line, use);
            case ReleaseLimit release -> Drawing.giveBack(line, release);
            case TakeLimitAgain take -> Drawing.takeAgain(line, take);
            case ReserveRaise reserve -> Raising.reserve(line, reserve);
            case ReleaseRaise release -> Raising.release(line, release);
            case UseRaise use -> Raising.use(line, use);
        };
    }

    @Override
    public CreditLineState evolve(CreditLineState state, CreditLineEvent event) {
        return switch (event) {
            case CreditLineOpened opened
            when state instanceof NotOpened ->
                new Open(
                        opened.creditLineId(),
                        opened.borrowerId(),
                        opened.limit(),
                        opened.openedOn(),
                        false,
                        Map.of(),
                        Map.of(),
                        Map.of());
            case CreditLineOpened opened -> throw new CorruptHistory(state, opened);
            case LimitChanged changed -> open(state, event).withLimit(changed.limit());
            case CreditLineFrozen _ -> open(state, event).withFrozen(true);
            case CreditLineUnfrozen _ -> open(state, event).withFrozen(false);
            case CreditLineClosed closed -> new Closed(open(state, event).creditLineId(), closed.closedOn());
            case LimitReserved reserved ->
                open(state, event).reserving(reserved.loanId(), reserved.amount(), reserved.raise());
            case ReservationReleased released -> open(state, event).releasing(released.loanId());
            case LimitUsed used -> open(state, event).using(used.loanId(), used.amount());
            case LimitReleased released -> open(state, event).givingBack(released.loanId(), released.amount());
            case LimitTakenAgain taken -> open(state, event).takingAgain(taken.loanId(), taken.amount());
        };
    }

    private static Open open(CreditLineState state, CreditLineEvent event) {
        if (state instanceof Open line) {
            return line;
        }
        throw new CorruptHistory(state, event);
    }
}
