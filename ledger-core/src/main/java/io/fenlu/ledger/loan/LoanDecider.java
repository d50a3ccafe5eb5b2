package io.fenlu.ledger.loan;

import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Cancelled;
import io.fenlu.ledger.loan.LoanState.Closed;
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
        if (!BusinessDate.isKept(command.businessDate())) {
            return refuse(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        try {
            return answer(state, command);
        } catch (InvalidValue beyondCounting) {
            return refuse(beyondCounting.reason(), beyondCounting.detail());
        }
    }

    private static Decision<LoanEvent> answer(LoanState state, LoanCommand command) {
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
            case RecordRepayment repayment -> enter(state, Repaying.entry(repayment));
            case CloseLoan close ->
                switch (state) {
                    case Settled loan -> Repaying.close(loan, close);
                    case Active _ -> refuse(LoanRefusal.LOAN_NOT_SETTLED);
                    case Closed _ -> alreadyDone();
                    case NotRequested _, Requested _, Opened _, Declined _, Cancelled _ ->
                        past(state, LoanRefusal.LOAN_NOT_DISBURSED);
                };
            case LoanCommand.SendCreditBack order ->
                switch (state) {
                    case Active loan -> SendingBack.decide(state, loan, order);
                    case Settled loan -> SendingBack.decide(state, loan.last(), order);
                    case Closed _ -> alreadyDone();
                    case NotRequested _, Requested _, Opened _, Declined _, Cancelled _ ->
                        past(state, LoanRefusal.LOAN_NOT_DISBURSED);
                };
            case LoanCommand.Entering order ->
                payerFits(order) ? enter(state, order.entry()) : refuse(LoanRefusal.PAYER_NOT_THAT);
        };
    }

    /** Whether an order for money is for money of its own payer. */
    private static boolean payerFits(LoanCommand.Entering order) {
        return switch (order) {
            case LoanCommand.RecordThirdPartyPayment payment ->
                payment.entry().payer() == Payer.GUARANTOR || payment.entry().payer() == Payer.COLLATERAL;
            case LoanCommand.RefinanceLoan payment -> payment.entry().payer() == Payer.REFINANCING;
            case LoanCommand.RecordRecovery payment -> payment.entry().payer() == Payer.RECOVERY;
            default -> true;
        };
    }

    private static Decision<LoanEvent> enter(LoanState state, LoanEntry entry) {
        return switch (state) {
            case Active loan -> Entering.decide(loan, entry);
            case Settled loan -> Entering.decide(loan, entry);
            case Closed loan -> Entering.decide(loan, entry);
            case Opened loan when entry instanceof Draw draw -> Opening.drawFirst(loan, draw);
            case NotRequested _, Requested _, Opened _, Declined _, Cancelled _ ->
                past(state, LoanRefusal.LOAN_NOT_DISBURSED);
        };
    }

    /** The bank may say the same as often as it likes; that another payout reached the borrower is a contradiction. */
    private static Decision<LoanEvent> confirm(LoanState state, ConfirmPayout command) {
        return switch (state) {
            case Opened loan -> Opening.payOut(loan, command);
            case Active loan -> confirmAgain(loan, command);
            case Settled loan -> confirmAgain(loan.last(), command);
            case Closed loan -> confirmAgain(loan.settled().last(), command);
            case NotRequested _, Requested _, Declined _, Cancelled _ -> past(state, LoanRefusal.LOAN_NOT_OPENED);
        };
    }

    private static Decision<LoanEvent> confirmAgain(Active loan, ConfirmPayout command) {
        return command.disbursementId().equals(loan.disbursementId())
                ? alreadyDone()
                : refuse(
                        LoanRefusal.PAYOUT_CONTRADICTED,
                        "The loan was paid out by " + loan.disbursementId() + ", not by " + command.disbursementId()
                                + ".");
    }

    /** The refusal of a loan whose state is not the one needed: why its time has passed, or that it has not come. */
    private static Decision<LoanEvent> past(LoanState state, Refusal otherwise) {
        return switch (state) {
            case NotRequested _ -> refuse(LoanRefusal.LOAN_NOT_FOUND);
            case Requested _, Opened _ -> refuse(otherwise);
            case Active _ -> refuse(LoanRefusal.LOAN_ALREADY_DISBURSED);
            case Settled _ -> refuse(LoanRefusal.LOAN_ALREADY_SETTLED);
            case Closed _ -> refuse(LoanRefusal.LOAN_CLOSED);
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
                        loan.loanId(),
                        loan.creditLineId(),
                        opened.borrowerId(),
                        loan.agreement(),
                        loan.payout(),
                        opened.openedOn());
            case LoanDeclined declined
            when state instanceof Requested loan ->
                new Declined(loan.loanId(), declined.reason(), declined.declinedOn());
            case LoanCancelled cancelled
            when state instanceof Opened loan ->
                new Cancelled(loan.loanId(), cancelled.reason(), cancelled.cancelledOn());
            case LoanDisbursed _, RepaymentReceived _, LoanHappening _ -> Remembering.entry(state, event);
            case ScheduleRevised _, LoanSettled _, HistoryCorrected _, LoanReopened _ ->
                Remembering.follower(state, event);
            case LoanClosed closed -> Remembering.closed(state, closed);
            case LoanRequested _, LoanOpened _, LoanDeclined _, LoanCancelled _ ->
                throw new CorruptHistory(state, event);
        };
    }
}
