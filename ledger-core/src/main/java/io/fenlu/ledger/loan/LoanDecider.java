package io.fenlu.ledger.loan;

import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Cancelled;
import io.fenlu.ledger.loan.LoanState.Declined;
import io.fenlu.ledger.loan.LoanState.NotRequested;
import io.fenlu.ledger.loan.LoanState.Opened;
import io.fenlu.ledger.loan.LoanState.Requested;
import io.fenlu.ledger.loan.LoanState.Settled;

/** The hall of the loan: which order meets which state. */
public final class LoanDecider implements Decider<LoanState, LoanCommand, LoanEvent> {
    @Override
    public LoanState initial() {
        return new NotRequested();
    }

    @Override
    public Decision<LoanEvent> decide(LoanState state, LoanCommand command) {
        if (state instanceof NotRequested) {
            return command instanceof RequestLoan request
                    ? Opening.request(request)
                    : refuse(LoanRefusal.LOAN_NOT_FOUND);
        }
        return switch (command) {
            case RequestLoan _ -> refuse(LoanRefusal.LOAN_ALREADY_REQUESTED);
            case OpenLoan open ->
                state instanceof Requested loan
                        ? Opening.open(loan, open)
                        : past(state, LoanRefusal.LOAN_NOT_REQUESTED);
            case DeclineLoan decline ->
                state instanceof Requested loan
                        ? Opening.decline(loan, decline)
                        : past(state, LoanRefusal.LOAN_NOT_REQUESTED);
            case ConfirmPayout confirm -> confirm(state, confirm);
            case CancelLoan cancel ->
                state instanceof Opened loan ? Opening.cancel(loan, cancel) : past(state, LoanRefusal.LOAN_NOT_OPENED);
            case RecordRepayment repayment ->
                state instanceof Active loan
                        ? Repaying.decide(loan, repayment)
                        : past(state, LoanRefusal.LOAN_NOT_DISBURSED);
        };
    }

    private static Decision<LoanEvent> confirm(LoanState state, ConfirmPayout command) {
        if (state instanceof Active loan && loan.disbursementId().equals(command.disbursementId())) {
            return alreadyDone();
        }
        return state instanceof Opened loan ? Opening.payOut(loan, command) : past(state, LoanRefusal.LOAN_NOT_OPENED);
    }

    /** The refusal of a loan whose state is not the one needed: why its time has passed, or that it has not come. */
    private static Decision<LoanEvent> past(LoanState state, Refusal otherwise) {
        return switch (state) {
            case NotRequested _ -> refuse(LoanRefusal.LOAN_NOT_FOUND);
            case Requested _, Opened _ -> refuse(otherwise);
            case Active _ -> refuse(LoanRefusal.LOAN_ALREADY_DISBURSED);
            case Settled _ -> refuse(LoanRefusal.LOAN_ALREADY_SETTLED);
            case Declined _ -> refuse(LoanRefusal.LOAN_DECLINED);
            case Cancelled _ -> refuse(LoanRefusal.LOAN_CANCELLED);
        };
    }

    @Override
    public LoanState evolve(LoanState state, LoanEvent event) {
        return switch (event) {
            case LoanRequested requested
            when state instanceof NotRequested ->
                new Requested(
                        requested.loanId(),
                        requested.creditLineId(),
                        requested.agreement(),
                        requested.payout(),
                        requested.requestedOn());
            case LoanOpened opened
            when state instanceof Requested loan ->
                new Opened(
                        loan.loanId(), loan.creditLineId(), opened.borrowerId(), loan.agreement(), opened.openedOn());
            case LoanDeclined declined
            when state instanceof Requested loan ->
                new Declined(loan.loanId(), declined.reason(), declined.declinedOn());
            case LoanCancelled cancelled
            when state instanceof Opened loan ->
                new Cancelled(loan.loanId(), cancelled.reason(), cancelled.cancelledOn());
            case LoanDisbursed disbursed
            when state instanceof Opened loan ->
                new Active(
                        loan.loanId(),
                        loan.creditLineId(),
                        loan.borrowerId(),
                        disbursed.disbursementId(),
                        loan.agreement(),
                        disbursed.disbursedOn(),
                        Accrual.paidOut(loan.agreement(), disbursed.instalments(), disbursed.disbursedOn()));
            case RepaymentReceived received when state instanceof Active loan -> Remembering.repayment(loan, received);
            case ScheduleRevised revised when state instanceof Active loan -> Remembering.revision(loan, revised);
            case LoanSettled settled
            when state instanceof Active loan -> new Settled(loan, settled.settledOn(), settled.credit());
            case LoanRequested _,
                    LoanOpened _,
                    LoanDeclined _,
                    LoanCancelled _,
                    LoanDisbursed _,
                    RepaymentReceived _,
                    ScheduleRevised _,
                    LoanSettled _ -> throw new CorruptHistory(state, event);
        };
    }
}
