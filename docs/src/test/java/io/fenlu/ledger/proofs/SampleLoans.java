package io.fenlu.ledger.proofs;

import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import java.time.LocalDate;
import java.util.List;

/** Loans without instalments that can be repaid a yuan at a time for as long as anybody likes. */
final class SampleLoans {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Money PRINCIPAL = Money.of("900000.00", Currency.CNY);
    private static final Money ONE = Money.of("1.00", Currency.CNY);

    private SampleLoans() {}

    static LoanId id(int loan) {
        return new LoanId(DerivedId.of("proofs", "loan", Integer.toString(loan)));
    }

    static List<LoanCommand> opening(int loan) {
        var agreement = new LoanAgreement(
                CashLoan.OPEN_ENDED,
                PRINCIPAL,
                Rate.daily("0.0001"),
                0,
                null,
                FundingShares.whole(new LenderId("lender-1")));
        var line = new CreditLineId(DerivedId.of("proofs", "line", Integer.toString(loan)));
        var payout = new DisbursementId(DerivedId.of("proofs", "payout", Integer.toString(loan)));
        return List.of(
                new RequestLoan(
                        id(loan),
                        line,
                        agreement,
                        new PayoutInstruction(PayoutChannel.ALREADY_PAID, "account-" + loan),
                        DAY),
                new OpenLoan(id(loan), new BorrowerId("borrower-" + loan), DAY),
                new ConfirmPayout(id(loan), payout, DAY));
    }

    static String openingKey(int loan, LoanCommand order) {
        return DerivedId.of(
                        "proofs",
                        "opening",
                        Integer.toString(loan),
                        order.getClass().getSimpleName())
                .toString();
    }

    static RecordRepayment repayment(int loan, String key) {
        return new RecordRepayment(id(loan), new RepaymentId(DerivedId.of("proofs", "repayment", key)), ONE, DAY);
    }
}
