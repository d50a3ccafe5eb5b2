package io.fenlu.ledger.view;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One borrower, one line, one loan of 12,000.00 over twelve months: facts made by the deciders themselves. */
public final class Story {
    public static final LocalDate PAID_OUT = LocalDate.parse("2026-01-05");

    private static final Money LIMIT = Money.of("50000", Currency.CNY);
    private static final PayoutInstruction PAYOUT = new PayoutInstruction(PayoutChannel.BANK, "token-1");

    private final TestLedger ledger;
    private final Map<UUID, Object> states = new HashMap<>();
    private final LoanDecider loans = new LoanDecider();
    private final CreditLineDecider lines = new CreditLineDecider();
    private final DisbursementDecider disbursements = new DisbursementDecider();

    public final CreditLineId line = new CreditLineId(UUID.fromString("0197a000-0000-7000-8000-000000000001"));
    public final LoanId loan;
    private int repayments;

    public Story(TestLedger ledger) {
        this(ledger, 2);
    }

    public Story(TestLedger ledger, int number) {
        this.ledger = ledger;
        this.loan = new LoanId(new UUID(0x0197a00000007000L, 0x8000000000000000L + number));
    }

    /** The line is opened, the loan drawn and paid out on 2026-01-05. */
    public Story drawn() {
        return opened().requested().paidOut();
    }

    public Story opened() {
        return order(new OpenCreditLine(line, new BorrowerId("borrower-1"), LIMIT, PAID_OUT));
    }

    public Story requested() {
        var agreement = new LoanAgreement(
                CashLoan.EQUAL_INSTALMENT,
                Money.of("12000", Currency.CNY),
                Rate.annual("0.12"),
                12,
                null,
                FundingShares.whole(new LenderId("lender-1")));
        return order(new RequestLoan(loan, line, agreement, PAYOUT, PAID_OUT));
    }

    public Story paidOut() {
        var amount = Money.of("12000", Currency.CNY);
        var payout =
                new DisbursementId(new UUID(0x0197b00000007000L, loan.value().getLeastSignificantBits()));
        return order(new ReserveLimit(line, loan, amount, PAID_OUT))
                .order(new OpenLoan(loan, new BorrowerId("borrower-1"), PAID_OUT))
                .order(new InstructDisbursement(payout, loan, amount, PAYOUT, PAID_OUT))
                .order(new ConfirmDisbursement(payout, "bank-1", PAID_OUT))
                .order(new ConfirmPayout(loan, payout, PAID_OUT))
                .order(new UseLimit(line, loan, PAID_OUT));
    }

    public Story repaid(String amount, String day) {
        return repaid(Money.of(amount, Currency.CNY), LocalDate.parse(day));
    }

    /** Pays off whatever is owed. */
    public Story settled(String day) {
        var on = LocalDate.parse(day);
        return repaid(standing(on).balances().payoff(), on);
    }

    private Story repaid(Money amount, LocalDate on) {
        repayments++;
        var id = new RepaymentId(
                new UUID(0x0197c00000007000L + repayments, loan.value().getLeastSignificantBits()));
        for (var fact : obeyed(loans, new RecordRepayment(loan, id, amount, on))) {
            if (fact instanceof RepaymentReceived received
                    && received.healed(Bucket.PRINCIPAL).isPositive()) {
                order(new ReleaseLimit(line, loan, id, received.healed(Bucket.PRINCIPAL), on));
            }
        }
        return this;
    }

    /** On time, early in part, late with penalty, and settled: what the tests ask about. */
    public Story toTheEnd() {
        return drawn().repaid("1066.19", "2026-02-05")
                .repaid("2000.00", "2026-02-20")
                .repaid("1100.00", "2026-03-15")
                .settled("2026-03-20");
    }

    /** How the loan stands as the living state says. */
    public LoanStanding standing(LocalDate on) {
        if (states.get(loan.value()) instanceof LoanState.Active active) {
            return LoanStanding.of(active, on);
        }
        throw new AssertionError("nothing is owed on the loan");
    }

    public Story order(Order order) {
        switch (order) {
            case LoanCommand command -> obeyed(loans, command);
            case CreditLineCommand command -> obeyed(lines, command);
            case DisbursementCommand command -> obeyed(disbursements, command);
            default -> throw new AssertionError(order);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    private <S, C extends Order, E extends Fact> List<E> obeyed(Decider<S, C, E> decider, C order) {
        var state = (S) states.computeIfAbsent(order.subject(), _ -> decider.initial());
        if (!(decider.decide(state, order) instanceof Decision.Accepted<E>(var facts))) {
            throw new AssertionError(order + " was answered " + decider.decide(state, order));
        }
        for (var fact : facts) {
            state = decider.evolve(state, fact);
        }
        states.put(order.subject(), state);
        ledger.append(facts);
        return facts;
    }
}
