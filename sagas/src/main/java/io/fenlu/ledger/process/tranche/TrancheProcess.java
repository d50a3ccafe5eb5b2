package io.fenlu.ledger.process.tranche;

import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanHappening.TrancheDrawn;
import java.util.Optional;

/**
 * A tranche that is bound to a purpose goes from the lender straight to the supplier (受托支付): the loan says whom to pay, and the bank is
 * told. Remembers nothing.
 */
public final class TrancheProcess {
    private TrancheProcess() {}

    /** The payout of a tranche has the tranche's own id, so that it can be instructed only once. */
    public static DisbursementId disbursementOf(EntryId tranche) {
        return new DisbursementId(tranche.value());
    }

    /** The order to pay; none for a tranche of which nobody is to be told. */
    public static Optional<InstructDisbursement> react(TrancheDrawn fact) {
        var draw = fact.entry();
        return Optional.ofNullable(fact.to())
                .map(to -> new InstructDisbursement(
                        disbursementOf(draw.id()), fact.loanId(), draw.amount(), to, draw.on()));
    }
}
