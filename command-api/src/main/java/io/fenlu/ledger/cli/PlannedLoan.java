package io.fenlu.ledger.cli;

import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.gate.Fingerprint;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.MarketplaceLoan;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a row becomes in the ledger: a credit line, a drawdown, and the repayments that explain what was paid.
 *
 * <p>All ids follow from the row's identity, so that a row brought twice is the same loan.
 */
record PlannedLoan(CashLoanRow row, LoanAgreement agreement, List<Instalment> schedule, OptionalInt paidOnTime)
        implements Planned {
    private static final String SOURCE = "import cash-loans";

    static PlannedLoan of(CashLoanRow row, LenderId lender, LocalDate today) {
        var agreement = new LoanAgreement(
                MarketplaceLoan.FIXED_RATE,
                row.amount(),
                row.rate(),
                row.instalments(),
                null,
                FundingShares.whole(lender));
        var schedule = agreement.schedule(row.issuedOn());
        return new PlannedLoan(row, agreement, schedule, paidOnTime(row, schedule, today));
    }

    /** How many instalments, each paid on its due date, repay exactly the principal that was repaid; none if no number does. */
    private static OptionalInt paidOnTime(CashLoanRow row, List<Instalment> schedule, LocalDate today) {
        if (!row.current()) {
            return OptionalInt.empty();
        }
        var repaid = row.amount().zero();
        for (var paid = 0; ; paid++) {
            if (repaid.equals(row.paidPrincipal())) {
                return OptionalInt.of(paid);
            }
            if (paid == schedule.size() || schedule.get(paid).dueOn().isAfter(today)) {
                return OptionalInt.empty();
            }
            repaid = repaid.plus(schedule.get(paid).principal());
        }
    }

    /** Whether the contract's own instalment is the one in the file. */
    boolean matchesInstalment() {
        return schedule.getFirst().total().equals(row.instalment());
    }

    @Override
    public CreditLineId creditLineId() {
        return new CreditLineId(id("credit-line"));
    }

    @Override
    public LoanId loanId() {
        return new LoanId(id("loan"));
    }

    @Override
    public OpenCreditLine opening() {
        var borrower = new BorrowerId("row-" + id("borrower"));
        return new OpenCreditLine(creditLineId(), borrower, row.amount(), row.issuedOn());
    }

    @Override
    public RequestLoan drawdown() {
        var payout = new PayoutInstruction(PayoutChannel.ALREADY_PAID, "row-" + id("payout"));
        return new RequestLoan(loanId(), creditLineId(), agreement, payout, row.issuedOn());
    }

    @Override
    public List<RecordRepayment> life() {
        return repayments();
    }

    @Override
    public List<RepaymentId> releases() {
        return IntStream.range(0, paidOnTime.orElse(0))
                .mapToObj(schedule::get)
                .filter(due -> due.principal().isPositive())
                .map(due -> repayment(due).repaymentId())
                .toList();
    }

    List<RecordRepayment> repayments() {
        return IntStream.range(0, paidOnTime.orElse(0))
                .mapToObj(index -> repayment(schedule.get(index)))
                .toList();
    }

    private RecordRepayment repayment(Instalment due) {
        return new RecordRepayment(
                loanId(), new RepaymentId(id("repayment " + due.number())), due.total(), due.dueOn());
    }

    @Override
    public Request request(Order order) {
        var what = order instanceof RecordRepayment repayment
                ? repayment.repaymentId().toString()
                : order.getClass().getSimpleName();
        return new Request(id("request " + what), Fingerprint.of(order));
    }

    private UUID id(String what) {
        return DerivedId.of(SOURCE, row.identity(), what);
    }
}
