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
import io.fenlu.ledger.money.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hall of objections: which room looks at an entry before it is taken. */
final class Sounding {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final int LONGEST_TEXT = 200;

    private Sounding() {}

    /** Whether the sum is one: of the loan's currency, and more than zero. */
    static @Nullable Objection amount(Desk desk) {
        var amount = amountOf(desk.entry);
        if (amount == null) {
            return null;
        }
        var isRepayment = desk.entry instanceof Payment;
        if (amount.currency() != desk.loan.agreement().principal().currency()) {
            return Objection.to(
                    isRepayment ? LoanRefusal.REPAYMENT_CURRENCY_DIFFERS : LoanRefusal.ENTRY_CURRENCY_DIFFERS);
        }
        var mayBeZero = desk.entry instanceof Sale;
        if (mayBeZero ? amount.isNegative() : !amount.isPositive()) {
            return Objection.to(isRepayment ? LoanRefusal.REPAYMENT_NOT_POSITIVE : LoanRefusal.ENTRY_NOT_POSITIVE);
        }
        return null;
    }

    private static @Nullable Money amountOf(LoanEntry entry) {
        return switch (entry) {
            case Draw draw -> draw.amount();
            case Payment payment -> payment.amount();
            case Withdrawal withdrawal -> withdrawal.amount();
            case CreditReturn returned -> returned.amount();
            case Refund refund -> refund.amount();
            case Remittance remittance -> remittance.amount();
            case Fee fee -> fee.amount();
            case Waiver waiver -> waiver.amount();
            case Sale sale -> sale.price();
            case RateChange _,
                    Pause _,
                    Resume _,
                    DueDateMove _,
                    LoanEntry.Restructuring _,
                    Misuse _,
                    ChargeOff _,
                    Undoing _,
                    LoanEntry.Mark _ -> null;
        };
    }

    static @Nullable Objection kind(Desk desk) {
        return switch (desk.entry) {
            case Draw draw -> SoundingMoney.draw(desk, draw);
            case Payment payment -> SoundingMoney.payment(desk, payment);
            case Withdrawal withdrawal -> SoundingMoney.withdrawal(desk, withdrawal);
            case CreditReturn returned -> SoundingMoney.creditReturn(desk, returned);
            case Refund refund -> SoundingMoney.credit(desk, refund.amount());
            case Remittance remittance -> SoundingFunders.remittance(desk, remittance);
            case Fee fee -> SoundingMoney.fee(desk, fee);
            case Waiver waiver -> SoundingMoney.waiver(desk, waiver);
            case RateChange change -> SoundingTerms.rate(desk, change);
            case Pause pause -> SoundingTerms.pause(desk, pause);
            case Resume _ -> SoundingTerms.resume(desk);
            case Misuse misuse -> SoundingTerms.misuse(desk, misuse);
            case DueDateMove move -> SoundingTerms.dueDate(desk, move);
            case LoanEntry.Restructuring agreed -> SoundingTerms.restructuring(desk, agreed);
            case ChargeOff chargeOff -> SoundingEnds.chargeOff(desk, chargeOff);
            case Sale sale -> SoundingEnds.sale(desk, sale);
            case Undoing undoing -> SoundingEnds.undoing(desk, undoing);
            case Billing billing -> SoundingEnds.billing(desk, billing);
            case PenaltyMark _ -> SoundingEnds.penalty(desk);
            case MonthEnd end -> SoundingEnds.monthEnd(end);
            case Provision provision -> SoundingEnds.provision(provision);
        };
    }

    /** What can still happen to a debt that was written off. */
    static boolean livesAfterChargeOff(LoanEntry entry) {
        return switch (entry) {
            case Payment payment -> payment.payer() == Payer.RECOVERY;
            case CreditReturn _, Refund _, Remittance _, Waiver _, Sale _, MonthEnd _, Provision _ -> true;
            case Draw _,
                    Withdrawal _,
                    Fee _,
                    RateChange _,
                    Pause _,
                    Resume _,
                    DueDateMove _,
                    LoanEntry.Restructuring _,
                    Misuse _,
                    ChargeOff _,
                    Undoing _,
                    Billing _,
                    PenaltyMark _ -> false;
        };
    }

    static boolean isNoReference(@Nullable String text) {
        return text == null || !TOKEN.matcher(text).matches();
    }

    /** A reason and who answers for it. */
    static @Nullable Objection reason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_TEXT ? Objection.to(LoanRefusal.REASON_MALFORMED) : null;
    }

    static @Nullable Objection reason(String reason, String authority) {
        return isNoReference(authority) ? Objection.to(LoanRefusal.AUTHORITY_MALFORMED) : reason(reason);
    }
}
