package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanEntry.Billing;
import io.fenlu.ledger.loan.LoanEntry.ChargeOff;
import io.fenlu.ledger.loan.LoanEntry.CreditReturn;
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
import io.fenlu.ledger.loan.LoanEntry.Sale;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import io.fenlu.ledger.loan.LoanEntry.Waiver;
import io.fenlu.ledger.loan.LoanEntry.Withdrawal;

/**
 * The hall of arithmetic: which room works an entry in. It never refuses: what cannot have its whole effect, because of what was
 * learned since, has as much as there is to have.
 */
final class Working {
    private Working() {}

    static Step step(LoanAgreement agreement, LoanPosition last, LoanEntry entry) {
        var sheet = new Sheet(agreement, last, entry);
        if (sheet.ending == null || livesAfterEnding(entry)) {
            work(sheet, entry);
        }
        return sheet.close();
    }

    /** What still has an effect when the books have given the debt up. */
    private static boolean livesAfterEnding(LoanEntry entry) {
        return entry instanceof Payment
                || entry instanceof Withdrawal
                || entry instanceof CreditReturn
                || entry instanceof Refund
                || entry instanceof Remittance
                || entry instanceof Provision
                || entry instanceof Waiver
                || entry instanceof Sale;
    }

    private static void work(Sheet sheet, LoanEntry entry) {
        switch (entry) {
            case Draw draw -> Drawing.work(sheet, draw);
            case Payment payment -> Paying.work(sheet, payment);
            case Withdrawal withdrawal -> Paying.withdraw(sheet, withdrawal);
            case CreditReturn returned -> Paying.giveBack(sheet, returned);
            case Refund refund -> Paying.sendBack(sheet, refund);
            case Remittance paid -> sheet.tally.pay(paid.funder(), paid.amount());
            case Fee fee -> Charging.work(sheet, fee);
            case Waiver waiver -> Waiving.work(sheet, waiver);
            case RateChange change -> Repricing.rate(sheet, change);
            case Pause pause -> Repricing.pause(sheet, pause);
            case Resume _ -> Repricing.resume(sheet);
            case Misuse misuse -> Repricing.misuse(sheet, misuse);
            case DueDateMove move -> Restructuring.move(sheet, move);
            case LoanEntry.Restructuring restructuring -> Restructuring.work(sheet, restructuring);
            case ChargeOff _ -> WritingOff.chargeOff(sheet);
            case Sale sale -> WritingOff.sell(sheet, sale);
            case Billing _ -> Recognising.interest(sheet);
            case PenaltyMark _ -> Recognising.penalty(sheet);
            case Provision provision -> Providing.work(sheet, provision);
            case MonthEnd end -> Recognising.monthEnd(sheet, end);
            case Undoing undoing ->
                throw new IllegalArgumentException("a reversal is worked in with its book: " + undoing);
        }
    }
}
