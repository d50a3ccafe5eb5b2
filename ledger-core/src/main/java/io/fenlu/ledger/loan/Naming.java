package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanEntry.Billing;
import io.fenlu.ledger.loan.LoanEntry.ChargeOff;
import io.fenlu.ledger.loan.LoanEntry.CreditReturn;
import io.fenlu.ledger.loan.LoanEntry.DisbursementReturn;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.loan.LoanEntry.DueDateMove;
import io.fenlu.ledger.loan.LoanEntry.Fee;
import io.fenlu.ledger.loan.LoanEntry.Misuse;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import io.fenlu.ledger.loan.LoanEntry.Pause;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEntry.PenaltyMark;
import io.fenlu.ledger.loan.LoanEntry.Provision;
import io.fenlu.ledger.loan.LoanEntry.RateChange;
import io.fenlu.ledger.loan.LoanEntry.Refund;
import io.fenlu.ledger.loan.LoanEntry.Remittance;
import io.fenlu.ledger.loan.LoanEntry.Resume;
import io.fenlu.ledger.loan.LoanEntry.Reversal;
import io.fenlu.ledger.loan.LoanEntry.Sale;
import io.fenlu.ledger.loan.LoanEntry.Waiver;
import io.fenlu.ledger.loan.LoanEntry.Withdrawal;
import io.fenlu.ledger.loan.LoanState.Active;

/** Under which name an entry and what came of it are kept. */
final class Naming {
    private Naming() {}

    static LoanHappening fact(Active loan, LoanEntry entry, LoanConsequence of) {
        var id = loan.loanId();
        var line = loan.creditLineId();
        return switch (entry) {
            case Draw draw -> new LoanHappening.TrancheDrawn(id, line, draw, of, loan.paysOut(draw));
            case Payment payment -> payment(loan, payment, of);
            case CreditReturn returned -> new LoanHappening.OverpaymentReturned(id, line, returned, of);
            case Refund refund -> new LoanHappening.OverpaymentSentBack(id, line, refund, loan.refundsTo(), of);
            case Provision provision -> new LoanHappening.LossProvided(id, line, provision, of);
            case Remittance remittance -> new LoanHappening.FunderPaid(id, line, remittance, of);
            case Fee fee -> new LoanHappening.FeeCharged(id, line, fee, of);
            case Waiver waiver -> new LoanHappening.DebtWaived(id, line, waiver, of);
            case RateChange change -> new LoanHappening.RateChanged(id, line, change, of);
            case Pause pause -> new LoanHappening.InterestPaused(id, line, pause, of);
            case Resume resume -> new LoanHappening.InterestResumed(id, line, resume, of);
            case DueDateMove move -> new LoanHappening.DueDateMoved(id, line, move, of);
            case LoanEntry.Restructuring agreed -> new LoanHappening.LoanRestructured(id, line, agreed, of);
            case Misuse misuse -> new LoanHappening.PurposeMisused(id, line, misuse, of);
            case Withdrawal withdrawal -> new LoanHappening.LoanWithdrawn(id, line, withdrawal, of);
            case ChargeOff chargeOff -> new LoanHappening.LoanChargedOff(id, line, chargeOff, of);
            case Sale sale -> new LoanHappening.DebtSold(id, line, sale, of);
            case Reversal reversal -> new LoanHappening.EntryReversed(id, line, reversal, of);
            case DisbursementReturn back -> new LoanHappening.DisbursementReturned(id, line, back, of);
            case Billing billing -> new LoanHappening.InstalmentBilled(id, line, billing, of);
            case PenaltyMark mark -> new LoanHappening.PenaltyCharged(id, line, mark, of);
            case MonthEnd end -> new LoanHappening.InterestAccrued(id, line, end, of);
        };
    }

    private static LoanHappening payment(Active loan, Payment payment, LoanConsequence of) {
        return switch (payment.payer()) {
            case GUARANTOR, COLLATERAL ->
                new LoanHappening.ThirdPartyPaymentReceived(loan.loanId(), loan.creditLineId(), payment, of);
            case REFINANCING -> new LoanHappening.LoanRefinanced(loan.loanId(), loan.creditLineId(), payment, of);
            case RECOVERY -> new LoanHappening.RecoveryReceived(loan.loanId(), loan.creditLineId(), payment, of);
            case BORROWER -> throw new IllegalArgumentException("the borrower's own money is a repayment: " + payment);
        };
    }
}
