package io.fenlu.ledger.loan;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.loan.LoanState.Settled;

/** The borrower's own money, up to the day on which a settled loan is put away. */
final class Repaying {
    private Repaying() {}

    static Payment entry(RecordRepayment order) {
        return new Payment(
                new EntryId(order.repaymentId().value()), Payer.BORROWER, null, order.amount(), order.paidOn());
    }

    static Decision<LoanEvent> close(Settled loan, CloseLoan order) {
        if (order.closedOn().isBefore(loan.last().book().lastOn())) {
            return refuse(
                    LoanRefusal.CLOSED_BEFORE_LAST_ENTRY,
                    "The last entry is of " + loan.last().book().lastOn() + ".");
        }
        if (loan.credit().isPositive()) {
            return refuse(LoanRefusal.CREDIT_STILL_HELD, loan.credit() + " is held for the borrower.");
        }
        return accept(new LoanClosed(loan.last().loanId(), loan.last().creditLineId(), order.closedOn()));
    }
}
