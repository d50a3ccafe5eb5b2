package io.fenlu.ledger.process.refund;

import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanCommand.SendCreditBack;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanHappening.OverpaymentSentBack;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Instruction;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Money that exceeded everything owed goes back: where credit is left, the loan is asked to send it back if its terms say so; what it sends
 * back the bank is told to pay. Remembers nothing.
 */
public final class RefundProcess {
    private RefundProcess() {}

    /** What follows upon a repayment: nothing when it left no credit. */
    public static List<Instruction> react(RepaymentReceived fact) {
        return ask(fact.loanId(), fact.balances(), fact.repaymentId().value(), fact.paidOn());
    }

    /** What follows upon anything else that happened to the loan: money of others, or a refund that goes out. */
    public static List<Instruction> react(LoanHappening fact) {
        var entry = fact.entry();
        if (fact instanceof OverpaymentSentBack sent) {
            return List.of(new Instruction.Send(new InstructDisbursement(
                    new DisbursementId(entry.id().value()),
                    sent.loanId(),
                    sent.entry().amount(),
                    sent.to(),
                    entry.on())));
        }
        var bringsMoney = entry instanceof LoanEntry.Payment || entry instanceof LoanEntry.Withdrawal;
        return bringsMoney
                ? ask(fact.loanId(), fact.consequence().balances(), entry.id().value(), entry.on())
                : List.of();
    }

    /** What follows when earlier entries come out otherwise, so that more credit is left. */
    public static List<Instruction> react(HistoryCorrected fact) {
        return ask(fact.loanId(), fact.balances(), fact.entryId().value(), fact.effectiveOn());
    }

    private static List<Instruction> ask(LoanId loan, LoanBalances after, UUID because, LocalDate on) {
        if (!after.credit().isPositive()) {
            return List.of();
        }
        var refund = new EntryId(Cause.uuid8("refund", loan + " " + because));
        return List.of(new Instruction.Send(new SendCreditBack(loan, refund, on)));
    }
}
