package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a loan. */
public sealed interface LoanCommand extends Order {
    LoanId loanId();

    @Override
    default UUID subject() {
        return loanId().value();
    }

    @Override
    default LocalDate businessDate() {
        return switch (this) {
            case RequestLoan order -> order.requestedOn();
            case OpenLoan order -> order.openedOn();
            case DeclineLoan order -> order.declinedOn();
            case ConfirmPayout order -> order.disbursedOn();
            case CancelLoan order -> order.cancelledOn();
            case RecordRepayment order -> order.paidOn();
            case CloseLoan order -> order.closedOn();
            case SendCreditBack order -> order.on();
            case Entering order -> order.entry().on();
        };
    }

    /**
     * Draw from a credit line on agreed terms.
     *
     * @param confirmedCosts the hash of the table of costs that the borrower confirmed; none where none was shown
     */
    record RequestLoan(
            LoanId loanId,
            CreditLineId creditLineId,
            LoanAgreement agreement,
            PayoutInstruction payout,
            LocalDate requestedOn,
            @Nullable String confirmedCosts)
            implements LoanCommand {
        /** A drawdown whose costs nobody confirmed. */
        public RequestLoan(
                LoanId loanId,
                CreditLineId creditLineId,
                LoanAgreement agreement,
                PayoutInstruction payout,
                LocalDate requestedOn) {
            this(loanId, creditLineId, agreement, payout, requestedOn, null);
        }
    }

    /** The limit is set aside: the contract stands, the money may go out. */
    record OpenLoan(LoanId loanId, BorrowerId borrowerId, LocalDate openedOn) implements LoanCommand {}

    /** The credit line said no. */
    record DeclineLoan(LoanId loanId, String reason, String detail, LocalDate declinedOn) implements LoanCommand {}

    /** The money reached the borrower: interest begins. */
    record ConfirmPayout(LoanId loanId, DisbursementId disbursementId, LocalDate disbursedOn) implements LoanCommand {}

    /** The money could not be paid out: the contract comes to nothing. */
    record CancelLoan(LoanId loanId, String reason, LocalDate cancelledOn) implements LoanCommand {}

    /** Money came in. */
    record RecordRepayment(LoanId loanId, RepaymentId repaymentId, Money amount, LocalDate paidOn)
            implements LoanCommand {}

    /** A settled loan is put away. */
    record CloseLoan(LoanId loanId, LocalDate closedOn) implements LoanCommand {}

    /**
     * Send what is held for the borrower back to where it came from, where the terms say so; nothing to do where they do not.
     *
     * @param on the day, or that of the loan's last entry if it is later
     */
    record SendCreditBack(LoanId loanId, EntryId entryId, LocalDate on) implements LoanCommand {}

    /** An order to write something that happened into the loan. */
    sealed interface Entering extends LoanCommand {
        LoanEntry entry();
    }

    /** Pay out a part of the loan. */
    record DrawTranche(LoanId loanId, LoanEntry.Draw entry) implements Entering {}

    /** A guarantor paid, or collateral was turned into money. */
    record RecordThirdPartyPayment(LoanId loanId, LoanEntry.Payment entry) implements Entering {}

    /** A new loan pays off this one. */
    record RefinanceLoan(LoanId loanId, LoanEntry.Payment entry) implements Entering {}

    /** Money came in for a debt that was written off. */
    record RecordRecovery(LoanId loanId, LoanEntry.Payment entry) implements Entering {}

    /** Pay credit back to the borrower. */
    record ReturnOverpayment(LoanId loanId, LoanEntry.CreditReturn entry) implements Entering {}

    /** Let the bank send credit back to the borrower. */
    record RefundCredit(LoanId loanId, LoanEntry.Refund entry) implements Entering {}

    /** Record that one of several funders was paid what came in for it. */
    record RemitToFunder(LoanId loanId, LoanEntry.Remittance entry) implements Entering {}

    /** Charge a disclosed fee. */
    record ChargeFee(LoanId loanId, LoanEntry.Fee entry) implements Entering {}

    /** Give up interest, penalty or fees. */
    record WaiveDebt(LoanId loanId, LoanEntry.Waiver entry) implements Entering {}

    /** Another rate from a day on. */
    record ChangeRate(LoanId loanId, LoanEntry.RateChange entry) implements Entering {}

    /** Let interest stand still. */
    record PauseInterest(LoanId loanId, LoanEntry.Pause entry) implements Entering {}

    /** Let interest run again. */
    record ResumeInterest(LoanId loanId, LoanEntry.Resume entry) implements Entering {}

    /** Let one instalment be due on another day. */
    record MoveDueDate(LoanId loanId, LoanEntry.DueDateMove entry) implements Entering {}

    /** Agree repayment anew. */
    record RestructureLoan(LoanId loanId, LoanEntry.Restructuring entry) implements Entering {}

    /** The money was used for something else than agreed. */
    record ReportMisuse(LoanId loanId, LoanEntry.Misuse entry) implements Entering {}

    /** Give the loan back within the cooling-off period. */
    record WithdrawFromLoan(LoanId loanId, LoanEntry.Withdrawal entry) implements Entering {}

    /** Give the debt up in the books. */
    record ChargeOffLoan(LoanId loanId, LoanEntry.ChargeOff entry) implements Entering {}

    /** Sell or transfer the claim. */
    record SellDebt(LoanId loanId, LoanEntry.Sale entry) implements Entering {}

    /** Take an earlier entry back. */
    record ReverseEntry(LoanId loanId, LoanEntry.Reversal entry) implements Entering {}

    /** The bank sent a payout back. */
    record ReturnDisbursement(LoanId loanId, LoanEntry.DisbursementReturn entry) implements Entering {}

    /** Bill an instalment on its due date. */
    record BillInstalment(LoanId loanId, LoanEntry.Billing entry) implements Entering {}

    /** Bring penalty into the books. */
    record ChargePenalty(LoanId loanId, LoanEntry.PenaltyMark entry) implements Entering {}

    /** Bring the allowance for losses to what the class of the loan asks for. */
    record ProvideForLoss(LoanId loanId, LoanEntry.Provision entry) implements Entering {}

    /** Close a period in the books of the loan. */
    record AccrueInterest(LoanId loanId, LoanEntry.MonthEnd entry) implements Entering {}
}
