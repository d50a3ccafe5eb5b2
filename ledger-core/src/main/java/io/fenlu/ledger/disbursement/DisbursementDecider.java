package io.fenlu.ledger.disbursement;

import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.disbursement.DisbursementState.CameBack;
import io.fenlu.ledger.disbursement.DisbursementState.Failed;
import io.fenlu.ledger.disbursement.DisbursementState.Instructed;
import io.fenlu.ledger.disbursement.DisbursementState.NotInstructed;
import io.fenlu.ledger.disbursement.DisbursementState.Paid;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.ValueRefusal;

/** The hall of the disbursement: which order meets which state. */
public final class DisbursementDecider implements Decider<DisbursementState, DisbursementCommand, DisbursementEvent> {
    @Override
    public DisbursementState initial() {
        return new NotInstructed();
    }

    @Override
    public Decision<DisbursementEvent> decide(DisbursementState state, DisbursementCommand command) {
        if (!BusinessDate.isKept(command.businessDate())) {
            return refuse(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        return switch (command) {
            case InstructDisbursement instruct ->
                state instanceof NotInstructed
                        ? Sending.instruct(instruct)
                        : refuse(DisbursementRefusal.DISBURSEMENT_ALREADY_INSTRUCTED);
            case ConfirmDisbursement confirm ->
                switch (state) {
                    case NotInstructed _ -> refuse(DisbursementRefusal.DISBURSEMENT_NOT_FOUND);
                    case Instructed sent -> Sending.confirm(sent, confirm);
                    case Paid paid -> Sending.confirmAgain(paid, confirm);
                    case CameBack back -> Sending.confirmAgain(back.paid(), confirm);
                    case Failed failed -> failed.contradicted() ? alreadyDone() : Sending.contradict(failed, confirm);
                };
            case FailDisbursement fail ->
                switch (state) {
                    case NotInstructed _ -> refuse(DisbursementRefusal.DISBURSEMENT_NOT_FOUND);
                    case Instructed sent -> Sending.fail(sent, fail);
                    case Paid paid -> paid.contradicted() ? alreadyDone() : Sending.contradict(paid, fail);
                    case Failed _, CameBack _ -> alreadyDone();
                };
            case TakeDisbursementBack back ->
                switch (state) {
                    case NotInstructed _ -> refuse(DisbursementRefusal.DISBURSEMENT_NOT_FOUND);
                    case Instructed _, Failed _ -> refuse(DisbursementRefusal.DISBURSEMENT_NOT_PAID);
                    case Paid paid -> Sending.takeBack(paid, back);
                    case CameBack _ -> alreadyDone();
                };
        };
    }

    @Override
    public DisbursementState evolve(DisbursementState state, DisbursementEvent event) {
        return switch (event) {
            case DisbursementInstructed sent
            when state instanceof NotInstructed ->
                new Instructed(sent.disbursementId(), sent.loanId(), sent.amount(), sent.instructedOn());
            case DisbursementConfirmed confirmed
            when state instanceof Instructed sent -> new Paid(sent, confirmed.bankReference(), false);
            case DisbursementFailed failed
            when state instanceof Instructed sent -> new Failed(sent, failed.reason(), false);
            case DisbursementCameBack _ when state instanceof Paid paid -> new CameBack(paid);
            case DisbursementContradicted _
            when state instanceof Paid paid -> new Paid(paid.sent(), paid.bankReference(), true);
            case DisbursementContradicted _
            when state instanceof Failed failed -> new Failed(failed.sent(), failed.reason(), true);
            case DisbursementInstructed _,
                    DisbursementConfirmed _,
                    DisbursementFailed _,
                    DisbursementCameBack _,
                    DisbursementContradicted _ -> throw new CorruptHistory(state, event);
        };
    }
}
