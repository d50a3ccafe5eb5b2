package io.fenlu.ledger.cli;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.cli.MerchantLoanRow.End;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.gate.Fingerprint;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ChargeOffLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanHappening.LoanChargedOff;
import io.fenlu.ledger.loan.Movement;
import io.fenlu.ledger.loan.MovementKind;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.MerchantLoan;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a row of merchant loans becomes in the ledger: a credit line, a drawdown, and then the end that the file tells.
 *
 * <p>A loan paid in full is repaid in one sum on its first due day. A loan charged off pays its instalments in time as long as that does
 * not repay too much, and then once so much that exactly the charged-off principal is left.
 *
 * @param life the repayments and the charge-off
 * @param chargedOff what the ledger really charged off; learned when the order has been obeyed
 */
record PlannedMerchantLoan(
        MerchantLoanRow row,
        LoanAgreement agreement,
        List<LoanCommand> life,
        AtomicReference<@Nullable Money> chargedOff)
        implements Planned {
    private static final String SOURCE = "import merchant-loans";

    static PlannedMerchantLoan of(MerchantLoanRow row, Rate rate, LenderId lender, LocalDate today) {
        var terms = MerchantLoan.takenOver(row.revolving() ? MerchantLoan.REVOLVING : MerchantLoan.TERM);
        var agreement =
                new LoanAgreement(terms, row.drawn(), rate, row.instalments(), null, FundingShares.whole(lender));
        var schedule = agreement.schedule(row.paidOutOn());
        return new PlannedMerchantLoan(row, agreement, life(row, schedule, today), new AtomicReference<>());
    }

    private static List<LoanCommand> life(MerchantLoanRow row, List<Instalment> schedule, LocalDate today) {
        return switch (row.end()) {
            case End.Unknown _ -> List.of();
            case End.PaidInFull _ -> List.of(paidInFull(row, schedule.getFirst(), today));
            case End.ChargedOff(var on, var principal) -> {
                var life = untilOnlyIsLeft(row, schedule, on, row.drawn().minus(principal));
                life.add(new ChargeOffLoan(
                        new LoanId(id(row, "loan")),
                        new LoanEntry.ChargeOff(
                                new EntryId(id(row, "charge-off")),
                                "charged off in the book taken over",
                                "import",
                                on)));
                yield life;
            }
        };
    }

    /** On the first due day no more interest has grown than that of the first instalment; on the day of the payout none has. */
    private static LoanCommand paidInFull(MerchantLoanRow row, Instalment first, LocalDate today) {
        return first.dueOn().isAfter(today)
                ? repayment(row, 1, row.drawn(), row.paidOutOn())
                : repayment(row, 1, row.drawn().plus(first.interest()), first.dueOn());
    }

    /** Repayments before a day that repay exactly so much principal. */
    private static List<LoanCommand> untilOnlyIsLeft(
            MerchantLoanRow row, List<Instalment> schedule, LocalDate before, Money repaid) {
        var payments = new ArrayList<LoanCommand>();
        var rest = repaid;
        var last = row.paidOutOn();
        var lastSum = rest.zero();
        for (var due : schedule) {
            if (!rest.isPositive() || !due.dueOn().isBefore(before)) {
                break;
            }
            var part = due.principal().min(rest);
            lastSum = due.interest().plus(part);
            last = due.dueOn();
            rest = rest.minus(part);
            payments.add(repayment(row, payments.size() + 1, lastSum, last));
        }
        if (rest.isPositive()) {
            if (!payments.isEmpty()) {
                payments.removeLast();
            }
            payments.add(repayment(row, payments.size() + 1, lastSum.plus(rest), last));
        }
        return payments;
    }

    private static LoanCommand repayment(MerchantLoanRow row, int number, Money amount, LocalDate on) {
        return new RecordRepayment(
                new LoanId(id(row, "loan")), new RepaymentId(id(row, "repayment " + number)), amount, on);
    }

    /** Whether exactly the principal of the file was charged off. */
    boolean chargeOffMatches() {
        var expected = row.chargedOff();
        return expected != null && expected.equals(chargedOff.get());
    }

    @Override
    public CreditLineId creditLineId() {
        return new CreditLineId(id(row, "credit-line"));
    }

    @Override
    public LoanId loanId() {
        return new LoanId(id(row, "loan"));
    }

    @Override
    public OpenCreditLine opening() {
        return new OpenCreditLine(
                creditLineId(), new BorrowerId("row-" + id(row, "borrower")), row.drawn(), row.paidOutOn());
    }

    @Override
    public RequestLoan drawdown() {
        var payout = new PayoutInstruction(PayoutChannel.ALREADY_PAID, "row-" + id(row, "payout"));
        return new RequestLoan(loanId(), creditLineId(), agreement, payout, row.paidOutOn());
    }

    @Override
    public List<RepaymentId> releases() {
        var ids = new ArrayList<RepaymentId>();
        for (var order : life) {
            if (order instanceof RecordRepayment repayment) {
                ids.add(repayment.repaymentId());
            }
        }
        return ids;
    }

    @Override
    public Request request(Order order) {
        var what = order instanceof RecordRepayment repayment
                ? repayment.repaymentId().toString()
                : order.getClass().getSimpleName();
        return new Request(id(row, "request " + what), Fingerprint.of(order));
    }

    @Override
    public void look(Order order, Answer answer) {
        answer.find(LoanChargedOff.class)
                .ifPresent(fact -> chargedOff.set(principalOf(fact.consequence().movements())));
    }

    private Money principalOf(List<Movement> movements) {
        var sum = row.drawn().zero();
        for (var movement : movements) {
            if (movement.kind() == MovementKind.WRITTEN_OFF && movement.bucket() == Bucket.PRINCIPAL) {
                sum = sum.plus(movement.amount());
            }
        }
        return sum;
    }

    private static UUID id(MerchantLoanRow row, String what) {
        return DerivedId.of(SOURCE, row.identity(), what);
    }
}
