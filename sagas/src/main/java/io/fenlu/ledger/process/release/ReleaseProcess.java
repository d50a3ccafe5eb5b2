package io.fenlu.ledger.process.release;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.Instruction;
import java.util.List;

/** Principal that was repaid may be drawn again: the credit line gets back exactly what the repayment healed of it. Remembers nothing. */
public final class ReleaseProcess {
    private ReleaseProcess() {}

    /** What follows upon a repayment: nothing when it paid only interest and charges. */
    public static List<Instruction> react(RepaymentReceived fact) {
        var principal = Money.sum(
                fact.amount().currency(),
                fact.allocation().stream()
                        .filter(line -> line.bucket() == Bucket.PRINCIPAL)
                        .map(AllocationLine::amount)
                        .toList());
        return principal.isPositive()
                ? List.of(new Instruction.Send(new ReleaseLimit(
                        fact.creditLineId(), fact.loanId(), fact.repaymentId(), principal, fact.paidOn())))
                : List.of();
    }
}
