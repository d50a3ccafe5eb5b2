package io.fenlu.ledger.story;

import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.AccrueInterest;
import io.fenlu.ledger.loan.LoanCommand.BillInstalment;
import io.fenlu.ledger.loan.LoanCommand.ChangeRate;
import io.fenlu.ledger.loan.LoanCommand.ChargeFee;
import io.fenlu.ledger.loan.LoanCommand.ChargeOffLoan;
import io.fenlu.ledger.loan.LoanCommand.ChargePenalty;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.MoveDueDate;
import io.fenlu.ledger.loan.LoanCommand.PauseInterest;
import io.fenlu.ledger.loan.LoanCommand.ProvideForLoss;
import io.fenlu.ledger.loan.LoanCommand.RecordRecovery;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RecordThirdPartyPayment;
import io.fenlu.ledger.loan.LoanCommand.RefinanceLoan;
import io.fenlu.ledger.loan.LoanCommand.RefundCredit;
import io.fenlu.ledger.loan.LoanCommand.RemitToFunder;
import io.fenlu.ledger.loan.LoanCommand.ReportMisuse;
import io.fenlu.ledger.loan.LoanCommand.RestructureLoan;
import io.fenlu.ledger.loan.LoanCommand.ResumeInterest;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.ReturnOverpayment;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.loan.LoanCommand.SellDebt;
import io.fenlu.ledger.loan.LoanCommand.SendCreditBack;
import io.fenlu.ledger.loan.LoanCommand.WaiveDebt;
import io.fenlu.ledger.loan.LoanCommand.WithdrawFromLoan;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.loan.PurposeBinding;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.schedule.ChargeRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short words for what may happen to the loan of a story; every entry is named by a number. */
public final class Entries {
    public static final LoanId LOAN = new LoanId(new UUID(0, 1));
    private static final String REASON = "agreed with the borrower";

    /** The one charge that may be made on top of interest: a letter to a late payer; 15 days to give the loan back. */
    public static final Conditions LETTERS = Conditions.PLAIN
            .with(List.of(new ChargeRule(
                    "late-letter",
                    "bank",
                    new ChargeRule.Amount.PartOfPrincipal(Fraction.of("0.005"), RoundingRule.of(Rounding.HALF_UP)),
                    ChargeRule.When.CONTINGENT)))
            .coolingOff(15);

    private Entries() {}

    /** The entry of this number; the payout that begins a story is number 3 of its own. */
    public static EntryId id(long number) {
        return new EntryId(new UUID(1, number));
    }

    /** The payout that begins a story. */
    public static final EntryId PAYOUT = new EntryId(new UUID(0, 3));

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public static LoanCommand repay(long id, String amount, String on) {
        return new RecordRepayment(LOAN, new RepaymentId(new UUID(1, id)), yuan(amount), day(on));
    }

    public static LoanCommand draw(long id, String amount, String on) {
        return new DrawTranche(LOAN, new LoanEntry.Draw(id(id), yuan(amount), null, day(on)));
    }

    public static LoanCommand drawFor(long id, String amount, String supplier, String document, String on) {
        return new DrawTranche(
                LOAN, new LoanEntry.Draw(id(id), yuan(amount), new PurposeBinding(supplier, document), day(on)));
    }

    public static LoanCommand guarantorPays(long id, String amount, String on) {
        return new RecordThirdPartyPayment(LOAN, payment(id, Payer.GUARANTOR, "guarantor-1", amount, on));
    }

    public static LoanCommand refinance(long id, String amount, String on) {
        return new RefinanceLoan(LOAN, payment(id, Payer.REFINANCING, "loan-2", amount, on));
    }

    public static LoanCommand recover(long id, String amount, String on) {
        return new RecordRecovery(LOAN, payment(id, Payer.RECOVERY, "court-1", amount, on));
    }

    public static LoanEntry.Payment payment(long id, Payer payer, @Nullable String source, String amount, String on) {
        return new LoanEntry.Payment(id(id), payer, source, yuan(amount), day(on));
    }

    public static LoanCommand giveBack(long id, String amount, String on) {
        return new ReturnOverpayment(LOAN, new LoanEntry.CreditReturn(id(id), yuan(amount), "bank-1", day(on)));
    }

    public static LoanCommand fee(long id, String amount, String on) {
        return new ChargeFee(LOAN, new LoanEntry.Fee(id(id), "late-letter", "bank", yuan(amount), day(on)));
    }

    /** All of it where no amount is given. */
    public static LoanCommand waive(long id, Bucket bucket, @Nullable String amount, String on) {
        return new WaiveDebt(
                LOAN,
                new LoanEntry.Waiver(
                        id(id), bucket, amount == null ? null : yuan(amount), REASON, "committee-1", day(on)));
    }

    public static LoanCommand rate(long id, String annual, String on) {
        return new ChangeRate(LOAN, new LoanEntry.RateChange(id(id), Rate.annual(annual), REASON, day(on)));
    }

    public static LoanCommand pause(long id, boolean penaltyToo, String on) {
        return new PauseInterest(LOAN, new LoanEntry.Pause(id(id), penaltyToo, REASON, day(on)));
    }

    public static LoanCommand resume(long id, String on) {
        return new ResumeInterest(LOAN, new LoanEntry.Resume(id(id), day(on)));
    }

    public static LoanCommand moveDueDate(long id, int instalment, String dueOn, String on) {
        return new MoveDueDate(LOAN, new LoanEntry.DueDateMove(id(id), instalment, day(dueOn), REASON, day(on)));
    }

    public static LoanCommand restructure(long id, RestructuringMeasure measure, AccruedInterest accrued, String on) {
        return new RestructureLoan(
                LOAN, new LoanEntry.Restructuring(id(id), measure, accrued, REASON, "committee-1", day(on)));
    }

    public static LoanCommand misuse(long id, String multiple, String on) {
        return new ReportMisuse(LOAN, new LoanEntry.Misuse(id(id), new BigDecimal(multiple), "audit-1", day(on)));
    }

    public static LoanCommand withdraw(long id, String amount, boolean waivesInterest, String on) {
        return new WithdrawFromLoan(LOAN, new LoanEntry.Withdrawal(id(id), yuan(amount), waivesInterest, day(on)));
    }

    public static LoanCommand chargeOff(long id, String on) {
        return new ChargeOffLoan(LOAN, new LoanEntry.ChargeOff(id(id), REASON, "committee-1", day(on)));
    }

    public static LoanCommand sell(long id, String price, String on) {
        return new SellDebt(LOAN, new LoanEntry.Sale(id(id), "buyer-1", yuan(price), day(on)));
    }

    public static LoanCommand reverse(long id, long entry, String on) {
        return reverse(id, id(entry), on);
    }

    public static LoanCommand reverse(long id, EntryId entry, String on) {
        return new ReverseEntry(LOAN, new LoanEntry.Reversal(id(id), entry, REASON, day(on)));
    }

    public static LoanCommand returnedByBank(long id, EntryId payout, String on) {
        return new ReturnDisbursement(LOAN, new LoanEntry.DisbursementReturn(id(id), payout, "bank-9", day(on)));
    }

    public static LoanCommand bill(int instalment, String on) {
        return new BillInstalment(LOAN, new LoanEntry.Billing(instalment, day(on)));
    }

    public static LoanCommand chargePenalty(String on) {
        return new ChargePenalty(LOAN, new LoanEntry.PenaltyMark(day(on)));
    }

    public static LoanCommand monthEnd(int nonAccrualAfterDays, String on) {
        return new AccrueInterest(LOAN, new LoanEntry.MonthEnd(nonAccrualAfterDays, day(on)));
    }

    public static LoanCommand refund(long id, String amount, String on) {
        return new RefundCredit(LOAN, new LoanEntry.Refund(id(id), yuan(amount), day(on)));
    }

    public static LoanCommand sendBack(long id, String on) {
        return new SendCreditBack(LOAN, id(id), day(on));
    }

    public static LoanCommand provide(String riskClass, String rate, String on) {
        return new ProvideForLoss(LOAN, new LoanEntry.Provision(riskClass, Fraction.of(rate), "loans-2002", day(on)));
    }

    public static LoanCommand remit(long id, String funder, String amount, String on) {
        return new RemitToFunder(
                LOAN, new LoanEntry.Remittance(id(id), new LenderId(funder), yuan(amount), "bank-2", day(on)));
    }
}
