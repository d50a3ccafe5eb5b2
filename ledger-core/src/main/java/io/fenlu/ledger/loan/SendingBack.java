package io.fenlu.ledger.loan;

import static io.fenlu.ledger.kernel.Decision.alreadyDone;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.loan.LoanCommand.SendCreditBack;
import io.fenlu.ledger.loan.LoanEntry.Refund;
import io.fenlu.ledger.loan.LoanState.Active;

/** Sending an overpayment back to where it came from, at once, where the terms say so; elsewhere there is nothing to do. */
final class SendingBack {
    private SendingBack() {}

    static Decision<LoanEvent> decide(LoanState state, Active loan, SendCreditBack order) {
        var book = loan.book();
        var credit = book.position().credit();
        if (loan.agreement().terms().overpayment() != OverpaymentRule.RETURN
                || !credit.isPositive()
                || book.find(order.entryId()).isPresent()) {
            return alreadyDone();
        }
        for (var earlier : book.outgoing(Refund.class)) {
            if (book.isReversed(earlier.id())) {
                return refuse(LoanRefusal.REFUND_CAME_BACK, credit + " is held for the borrower.");
            }
        }
        var on = order.on().isBefore(book.lastOn()) ? book.lastOn() : order.on();
        return Entering.decide(state, loan, new Refund(order.entryId(), credit, on));
    }
}
