package io.fenlu.ledger.golden;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.AccrueInterest;
import io.fenlu.ledger.loan.LoanCommand.BillInstalment;
import io.fenlu.ledger.loan.LoanCommand.ChangeRate;
import io.fenlu.ledger.loan.LoanCommand.ChargeFee;
import io.fenlu.ledger.loan.LoanCommand.ChargeOffLoan;
import io.fenlu.ledger.loan.LoanCommand.ChargePenalty;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.MoveDueDate;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.PauseInterest;
import io.fenlu.ledger.loan.LoanCommand.ProvideForLoss;
import io.fenlu.ledger.loan.LoanCommand.RecordRecovery;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RecordThirdPartyPayment;
import io.fenlu.ledger.loan.LoanCommand.RefinanceLoan;
import io.fenlu.ledger.loan.LoanCommand.RefundCredit;
import io.fenlu.ledger.loan.LoanCommand.RemitToFunder;
import io.fenlu.ledger.loan.LoanCommand.ReportMisuse;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanCommand.RestructureLoan;
import io.fenlu.ledger.loan.LoanCommand.ResumeInterest;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.ReturnOverpayment;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.loan.LoanCommand.SellDebt;
import io.fenlu.ledger.loan.LoanCommand.WaiveDebt;
import io.fenlu.ledger.loan.LoanCommand.WithdrawFromLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.loan.PurposeBinding;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.ChargeRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One fact of every kind that may happen to a running loan. */
final class SampleHappenings {
    private static final LoanId LOAN = LoanId.of("00000000-0000-7000-8000-000000000012");
    private static final EntryId PAYOUT = EntryId.of("00000000-0000-8000-8000-000000000013");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final String WHY = "agreed with the borrower";
    private static final String WHO = "committee-1";

    private SampleHappenings() {}

    static void addTo(List<Fact> facts) {
        tell(
                facts,
                tranche(1),
                new ReportMisuse(LOAN, new LoanEntry.Misuse(id(2), new BigDecimal("1.5"), "audit-1", DAY.plusDays(3))),
                new ChargeFee(LOAN, new LoanEntry.Fee(id(3), "late-letter", "lender-1", cny("5.00"), DAY.plusDays(4))),
                new WaiveDebt(LOAN, new LoanEntry.Waiver(id(4), Bucket.FEE, null, WHY, WHO, DAY.plusDays(5))),
                new PauseInterest(LOAN, new LoanEntry.Pause(id(5), true, WHY, DAY.plusDays(6))),
                new ResumeInterest(LOAN, new LoanEntry.Resume(id(6), DAY.plusDays(7))),
                new ChangeRate(LOAN, new LoanEntry.RateChange(id(7), Rate.annual("0.12"), WHY, DAY.plusDays(8))),
                new MoveDueDate(LOAN, new LoanEntry.DueDateMove(id(8), 1, DAY.plusDays(36), WHY, DAY.plusDays(9))),
                new BillInstalment(LOAN, new LoanEntry.Billing(1, DAY.plusDays(36))),
                new ChargePenalty(LOAN, new LoanEntry.PenaltyMark(DAY.plusDays(40))),
                new AccrueInterest(LOAN, new LoanEntry.MonthEnd(90, DAY.plusDays(54))),
                repay(9, "100.00", 30),
                new ReverseEntry(LOAN, new LoanEntry.Reversal(id(10), id(9), "entered twice", DAY.plusDays(55))),
                new RestructureLoan(
                        LOAN,
                        new LoanEntry.Restructuring(
                                id(11),
                                new RestructuringMeasure.Reschedule(6, null, Rate.annual("0.1")),
                                AccruedInterest.CAPITALISE,
                                WHY,
                                WHO,
                                DAY.plusDays(56))),
                new RecordThirdPartyPayment(LOAN, paid(12, Payer.GUARANTOR, "guarantor-1", "50.00", 57)),
                new ChargeOffLoan(LOAN, new LoanEntry.ChargeOff(id(13), WHY, WHO, DAY.plusDays(58))),
                new RecordRecovery(LOAN, paid(14, Payer.RECOVERY, "court-1", "10.00", 59)),
                new SellDebt(LOAN, new LoanEntry.Sale(id(15), "buyer-1", cny("100.00"), DAY.plusDays(60))));
        tell(
                facts,
                new ConfirmPayout(LOAN, new DisbursementId(PAYOUT.value()), DAY),
                new RefinanceLoan(LOAN, paid(1, Payer.REFINANCING, "loan-2", "1200.00", 0)),
                new ReverseEntry(LOAN, new LoanEntry.Reversal(id(2), id(1), "entered twice", DAY.plusDays(1))),
                repay(3, "1250.00", 1),
                new ReturnOverpayment(LOAN, new LoanEntry.CreditReturn(id(4), cny("49.40"), "bank-1", DAY.plusDays(2))),
                new CloseLoan(LOAN, DAY.plusDays(2)));
        settlements(facts);
    }

    /** What goes back to borrowers, on to funders and aside for losses. */
    private static void settlements(List<Fact> facts) {
        tell(
                facts,
                new ConfirmPayout(LOAN, new DisbursementId(PAYOUT.value()), DAY),
                new ProvideForLoss(
                        LOAN,
                        new LoanEntry.Provision("normal", Fraction.of("0.01"), "loans-2002", DAY.withDayOfMonth(31))),
                repay(1, "1300.00", 30),
                new RefundCredit(LOAN, new LoanEntry.Refund(id(2), cny("10.00"), DAY.plusDays(30))));
        tell(
                facts,
                new FundingShares(
                        List.of(
                                new FundingShare(new LenderId("lender-1"), 700_000),
                                new FundingShare(new LenderId("partner-1"), 300_000)),
                        new LenderId("lender-1")),
                new ConfirmPayout(LOAN, new DisbursementId(PAYOUT.value()), DAY),
                repay(1, "100.00", 1),
                new RemitToFunder(
                        LOAN,
                        new LoanEntry.Remittance(
                                id(2), new LenderId("partner-1"), cny("30.00"), "bank-2", DAY.plusDays(2))));
        tell(
                facts,
                new ConfirmPayout(LOAN, new DisbursementId(PAYOUT.value()), DAY),
                new WithdrawFromLoan(LOAN, new LoanEntry.Withdrawal(id(1), cny("1200.00"), true, DAY.plusDays(1))));
        tell(
                facts,
                new ConfirmPayout(LOAN, new DisbursementId(PAYOUT.value()), DAY),
                new ReturnDisbursement(
                        LOAN, new LoanEntry.DisbursementReturn(id(1), PAYOUT, "bank-9", DAY.plusDays(1))));
    }

    private static void tell(List<Fact> facts, LoanCommand... life) {
        tell(facts, FundingShares.whole(new LenderId("lender-1")), life);
    }

    private static void tell(List<Fact> facts, FundingShares funding, LoanCommand... life) {
        var agreement = new LoanAgreement(
                withLetters(CashLoan.INTEREST_THEN_PRINCIPAL), cny("1200.00"), Rate.daily("0.0005"), 3, null, funding);
        var orders = new ArrayList<LoanCommand>(List.of(
                new RequestLoan(
                        LOAN,
                        CreditLineId.of("00000000-0000-7000-8000-000000000001"),
                        agreement,
                        new PayoutInstruction(PayoutChannel.BANK, "account-1"),
                        DAY),
                new OpenLoan(LOAN, new BorrowerId("borrower-1"), DAY)));
        orders.addAll(List.of(life));
        SampleFacts.live(facts, new LoanDecider(), orders);
    }

    /** The terms with the one charge that may be made on top of interest. */
    private static ProductTerms withLetters(ProductTerms terms) {
        var letter = new ChargeRule(
                "late-letter", "lender-1", new ChargeRule.Amount.FixedSum(cny("5.00")), ChargeRule.When.CONTINGENT);
        return new ProductTerms(
                terms.product(),
                terms.termsVersion(),
                terms.engineVersion(),
                terms.plan(),
                terms.frequency(),
                terms.dayCount(),
                terms.interestRounding(),
                terms.penalty(),
                terms.prepayment(),
                terms.overpayment(),
                terms.allocation(),
                Conditions.PLAIN.with(List.of(letter)).coolingOff(15));
    }

    private static LoanCommand tranche(long id) {
        return new DrawTranche(
                LOAN, new LoanEntry.Draw(id(id), cny("1000.00"), new PurposeBinding("supplier-1", "order-1"), DAY));
    }

    private static LoanCommand repay(long id, String amount, int after) {
        return new RecordRepayment(LOAN, new RepaymentId(id(id).value()), cny(amount), DAY.plusDays(after));
    }

    private static LoanEntry.Payment paid(long id, Payer payer, String source, String amount, int after) {
        return new LoanEntry.Payment(id(id), payer, source, cny(amount), DAY.plusDays(after));
    }

    private static EntryId id(long number) {
        return new EntryId(new UUID(0x7000, 0x8000_0000_0000_0000L + number));
    }

    private static Money cny(String amount) {
        return Money.of(amount, Currency.CNY);
    }
}
