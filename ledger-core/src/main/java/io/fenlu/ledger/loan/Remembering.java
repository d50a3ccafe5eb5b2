package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanState.Active;

/**
 * Living through a kept fact again. The arithmetic is done anew and must give what the fact says to the last smallest unit: a fact that
 * does not follow from its history is noticed by whoever replays it.
 */
final class Remembering {
    private Remembering() {}

    static LoanState repayment(Active loan, RepaymentReceived fact) {
        var again = Repaying.receive(loan, fact.amount(), fact.paidOn());
        if (!again.lines().equals(fact.allocation()) || !again.balances().equals(fact.balances())) {
            throw new CorruptHistory("repayment " + fact.repaymentId() + " of loan " + fact.loanId() + " says "
                    + fact.allocation() + " and " + fact.balances() + ", but its history gives " + again.lines()
                    + " and " + again.balances());
        }
        return loan.at(again.position());
    }

    static LoanState revision(Active loan, ScheduleRevised fact) {
        if (!loan.position().upcoming().equals(fact.instalments())) {
            throw new CorruptHistory("the schedule of loan " + fact.loanId() + " revised by " + fact.repaymentId()
                    + " is not the one that its history gives");
        }
        return loan;
    }
}
