package io.fenlu.ledger.golden;

import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.TakeLimitAgain;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision.Accepted;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantDecider;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.signingkey.SigningKeyEvent.SigningKeyIntroduced;
import io.fenlu.ledger.signingkey.SigningKeyEvent.SigningKeyRotated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One fact of every kind, out of small fixed stories. */
final class SampleFacts {
    private static final CreditLineId LINE = CreditLineId.of("00000000-0000-7000-8000-000000000001");
    private static final LoanId LOAN = LoanId.of("00000000-0000-7000-8000-000000000002");
    private static final DisbursementId PAYOUT = DisbursementId.of("00000000-0000-8000-8000-000000000003");
    private static final RepaymentId REPAYMENT = RepaymentId.of("00000000-0000-8000-8000-000000000004");
    private static final RepaymentId LAST = RepaymentId.of("00000000-0000-8000-8000-000000000005");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final PayoutInstruction TO = new PayoutInstruction(PayoutChannel.BANK, "account-1");

    private SampleFacts() {}

    static List<Fact> all() {
        var facts = new ArrayList<Fact>();
        creditLines(facts);
        loans(facts);
        SampleHappenings.addTo(facts);
        SampleAccounts.addTo(facts);
        disbursements(facts);
        merchants(facts);
        signingKeys(facts);
        return facts;
    }

    private static void creditLines(List<Fact> facts) {
        var later = DAY.plusDays(1);
        live(
                facts,
                new CreditLineDecider(),
                List.of(
                        new OpenCreditLine(LINE, new BorrowerId("borrower-1"), cny("20000.00"), DAY),
                        new ChangeLimit(LINE, cny("15000.00"), "review", later),
                        new FreezeCreditLine(LINE, "review", later),
                        new UnfreezeCreditLine(LINE, "review", later),
                        new ReserveLimit(LINE, LOAN, cny("1000.00"), later),
                        new ReleaseReservation(LINE, LOAN, later),
                        new ReserveLimit(
                                LINE, LoanId.of("00000000-0000-7000-8000-000000000006"), cny("1200.00"), later),
                        new UseLimit(LINE, LoanId.of("00000000-0000-7000-8000-000000000006"), later),
                        new ReleaseLimit(
                                LINE, LoanId.of("00000000-0000-7000-8000-000000000006"), LAST, cny("1200.00"), later),
                        new TakeLimitAgain(
                                LINE,
                                LoanId.of("00000000-0000-7000-8000-000000000006"),
                                new EntryId(LAST.value()),
                                cny("100.00"),
                                later),
                        new ReleaseLimit(
                                LINE, LoanId.of("00000000-0000-7000-8000-000000000006"), LAST, cny("100.00"), later),
                        new CloseCreditLine(LINE, "asked for", later)));
    }

    private static void loans(List<Fact> facts) {
        var funding = new FundingShares(
                List.of(
                        new FundingShare(new LenderId("lender-1"), 300_000),
                        new FundingShare(new LenderId("lender-2"), 700_000)),
                new LenderId("lender-2"));
        var agreement = new LoanAgreement(
                ofTheFirstEngine(CashLoan.EQUAL_INSTALMENT),
                cny("1200.00"),
                Rate.daily("0.0005"),
                3,
                DAY.plusDays(40),
                funding);
        var request = new RequestLoan(LOAN, LINE, agreement, TO, DAY);
        var open = new OpenLoan(LOAN, new BorrowerId("borrower-1"), DAY);
        var repaid = List.of(
                request,
                open,
                new ConfirmPayout(LOAN, PAYOUT, DAY),
                new RecordRepayment(LOAN, REPAYMENT, cny("700.00"), DAY.plusDays(45)));
        var after = live(facts, new LoanDecider(), repaid);
        var payoff = LoanStanding.of((LoanState.Active) after, DAY.plusDays(50))
                .balances()
                .payoff();
        var settled = new ArrayList<LoanCommand>(repaid);
        settled.add(new RecordRepayment(LOAN, LAST, payoff, DAY.plusDays(50)));
        live(facts, new LoanDecider(), settled);
        live(
                facts,
                new LoanDecider(),
                List.of(request, new DeclineLoan(LOAN, "DRAW_EXCEEDS_AVAILABLE", "there are CNY 0.00 left", DAY)));
        live(facts, new LoanDecider(), List.of(request, open, new CancelLoan(LOAN, "account closed", DAY)));
    }

    /** The terms as they were sold before facts could be learned late. */
    private static ProductTerms ofTheFirstEngine(ProductTerms terms) {
        return new ProductTerms(
                terms.product(),
                terms.termsVersion(),
                1,
                terms.plan(),
                terms.frequency(),
                terms.dayCount(),
                terms.interestRounding(),
                terms.penalty(),
                terms.prepayment(),
                terms.overpayment(),
                terms.allocation());
    }

    private static void disbursements(List<Fact> facts) {
        var send = new InstructDisbursement(PAYOUT, LOAN, cny("1200.00"), TO, DAY);
        var paid = new ConfirmDisbursement(PAYOUT, "bank-77", DAY);
        var failed = new FailDisbursement(PAYOUT, "account closed", DAY);
        live(facts, new DisbursementDecider(), List.of(send, paid, failed));
        live(facts, new DisbursementDecider(), List.of(send, failed));
        var back = new TakeDisbursementBack(PAYOUT, "bank-78", DAY.plusDays(2));
        live(facts, new DisbursementDecider(), List.of(send, paid, back));
    }

    private static void merchants(List<Fact> facts) {
        var merchant = MerchantId.of("00000000-0000-8000-8000-000000000007");
        var account = new AccountId(LOAN.value());
        var refund = new EntryId(LAST.value());
        var sale = new EntryId(PAYOUT.value());
        live(
                facts,
                new MerchantDecider(),
                List.of(
                        new OweRefund(merchant, "shop-1", account, refund, cny("300.00"), DAY),
                        new SetOffSale(merchant, "shop-1", account, sale, cny("994.00"), DAY)));
    }

    private static void signingKeys(List<Fact> facts) {
        var first = "A".repeat(43) + "=";
        var second = "B".repeat(42) + "A=";
        facts.add(new SigningKeyIntroduced("fenlu/sample", first, "0a1b2c3d", DAY));
        facts.add(
                new SigningKeyRotated(first, "0a1b2c3d", second, "4e5f6071", "C".repeat(85) + "A==", DAY.plusDays(1)));
    }

    static <S, C, E extends Fact> S live(List<Fact> facts, Decider<S, C, E> decider, List<? extends C> orders) {
        var state = decider.initial();
        for (var order : orders) {
            if (!(decider.decide(state, order) instanceof Accepted<E>(var happened))) {
                throw new AssertionError(decider.decide(state, order) + " to " + order);
            }
            for (var fact : happened) {
                state = decider.evolve(state, fact);
                facts.add(fact);
            }
        }
        return state;
    }

    private static Money cny(String amount) {
        return Money.of(amount, Currency.CNY);
    }
}
