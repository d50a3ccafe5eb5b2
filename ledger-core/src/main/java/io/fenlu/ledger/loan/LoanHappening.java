package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may happen to a running loan beside the borrower's repayments: each the entry that was learned, and what came of it. */
public sealed interface LoanHappening extends LoanEvent {
    CreditLineId creditLineId();

    /** What was learned. */
    LoanEntry entry();

    /** What it did to the loan. */
    LoanConsequence consequence();

    @Override
    default LocalDate businessDate() {
        return entry().on();
    }

    /**
     * A part of the loan goes out, to the borrower or to the supplier it is bound to (分次放款、受托支付).
     *
     * @param to whom the bank is told to pay; none where nobody is to be told
     */
    @StoredAs(name = "loan.tranche-drawn", revision = 1)
    record TrancheDrawn(
            LoanId loanId,
            CreditLineId creditLineId,
            LoanEntry.Draw entry,
            LoanConsequence consequence,
            @Nullable PayoutInstruction to)
            implements LoanHappening {
        /** A part of which nobody is told. */
        public TrancheDrawn(
                LoanId loanId, CreditLineId creditLineId, LoanEntry.Draw entry, LoanConsequence consequence) {
            this(loanId, creditLineId, entry, consequence, null);
        }
    }

    /** A guarantor paid, or collateral was turned into money (代偿、抵质押物处置). */
    @StoredAs(name = "loan.third-party-payment-received", revision = 1)
    record ThirdPartyPaymentReceived(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Payment entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** A new loan paid off this one (借新还旧). */
    @StoredAs(name = "loan.refinanced", revision = 1)
    record LoanRefinanced(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Payment entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Money came in for a debt that had been written off (核销后收回). */
    @StoredAs(name = "loan.recovery-received", revision = 1)
    record RecoveryReceived(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Payment entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Credit held for the borrower was paid back (溢缴款退回). */
    @StoredAs(name = "loan.overpayment-returned", revision = 1)
    record OverpaymentReturned(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.CreditReturn entry, LoanConsequence consequence)
            implements LoanHappening {}

    /**
     * Credit held for the borrower is on its way back (溢缴款退款).
     *
     * @param to the borrower's account
     */
    @StoredAs(name = "loan.overpayment-sent-back", revision = 1)
    record OverpaymentSentBack(
            LoanId loanId,
            CreditLineId creditLineId,
            LoanEntry.Refund entry,
            PayoutInstruction to,
            LoanConsequence consequence)
            implements LoanHappening {}

    /** The allowance for losses was brought to what the class of the loan asks for (计提贷款损失准备). */
    @StoredAs(name = "loan.loss-provided", revision = 1)
    record LossProvided(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Provision entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** What came in for one of several funders was passed on to it (向出资方划付). */
    @StoredAs(name = "loan.funder-paid", revision = 1)
    record FunderPaid(LoanId loanId, CreditLineId creditLineId, LoanEntry.Remittance entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** A disclosed charge beside interest fell due (收取费用). */
    @StoredAs(name = "loan.fee-charged", revision = 1)
    record FeeCharged(LoanId loanId, CreditLineId creditLineId, LoanEntry.Fee entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Interest, penalty or fees were given up, in full or in part (减免). */
    @StoredAs(name = "loan.debt-waived", revision = 1)
    record DebtWaived(LoanId loanId, CreditLineId creditLineId, LoanEntry.Waiver entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** The loan bears another rate from a day on (利率调整). */
    @StoredAs(name = "loan.rate-changed", revision = 1)
    record RateChanged(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.RateChange entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Interest stands still from a day on (停息). */
    @StoredAs(name = "loan.interest-paused", revision = 1)
    record InterestPaused(LoanId loanId, CreditLineId creditLineId, LoanEntry.Pause entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Interest runs again from a day on (恢复计息). */
    @StoredAs(name = "loan.interest-resumed", revision = 1)
    record InterestResumed(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Resume entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** One instalment is due on another day (还款日变更). */
    @StoredAs(name = "loan.due-date-moved", revision = 1)
    record DueDateMoved(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.DueDateMove entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Repayment was agreed anew: rescheduled, re-aged, re-amortised or extended (重组、展期). */
    @StoredAs(name = "loan.restructured", revision = 1)
    record LoanRestructured(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Restructuring entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** The money was used for something else than agreed; the rate is a multiple from a day on (挪用). */
    @StoredAs(name = "loan.purpose-misused", revision = 1)
    record PurposeMisused(LoanId loanId, CreditLineId creditLineId, LoanEntry.Misuse entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** The borrower gave the loan back within the cooling-off period (冷静期撤销). */
    @StoredAs(name = "loan.withdrawn", revision = 1)
    record LoanWithdrawn(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Withdrawal entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** The lender gave the debt up in its books; the claim stays (核销). */
    @StoredAs(name = "loan.charged-off", revision = 1)
    record LoanChargedOff(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.ChargeOff entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** The claim was sold or transferred (债权转让). */
    @StoredAs(name = "loan.debt-sold", revision = 1)
    record DebtSold(LoanId loanId, CreditLineId creditLineId, LoanEntry.Sale entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** An earlier entry, a payment above all, was taken back as of a day (冲正). */
    @StoredAs(name = "loan.entry-reversed", revision = 1)
    record EntryReversed(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Reversal entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** The bank sent a payout back (放款退回). */
    @StoredAs(name = "loan.disbursement-returned", revision = 1)
    record DisbursementReturned(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.DisbursementReturn entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** An instalment fell due and was billed; its interest is in the books (出账). */
    @StoredAs(name = "loan.instalment-billed", revision = 1)
    record InstalmentBilled(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.Billing entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** Penalty for being late is in the books up to a day (计收罚息). */
    @StoredAs(name = "loan.penalty-charged", revision = 1)
    record PenaltyCharged(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.PenaltyMark entry, LoanConsequence consequence)
            implements LoanHappening {}

    /** What was earned up to the end of a period is in the books, or off them when the loan is long past due (计提利息). */
    @StoredAs(name = "loan.interest-accrued", revision = 1)
    record InterestAccrued(
            LoanId loanId, CreditLineId creditLineId, LoanEntry.MonthEnd entry, LoanConsequence consequence)
            implements LoanHappening {}
}
