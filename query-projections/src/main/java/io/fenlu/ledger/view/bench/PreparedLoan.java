package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.creditline.CreditLineState;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.disbursement.DisbursementState;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line and one loan of 12,000.00 over twelve months, repaid month by month; every fact is decided by the core itself. */
final class PreparedLoan {
    private static final Money AMOUNT = Money.of("12000", Currency.CNY);
    private static final PayoutInstruction PAYOUT = new PayoutInstruction(PayoutChannel.BANK, "token-1");
    private static final LoanAgreement AGREEMENT = new LoanAgreement(
            CashLoan.EQUAL_INSTALMENT,
            AMOUNT,
            Rate.annual("0.12"),
            12,
            null,
            FundingShares.whole(new LenderId("lender-1")));
    private static final int LATE_EVERY = 7;
    private static final int DAYS_LATE = 9;

    private static final LoanDecider LOANS = new LoanDecider();
    private static final CreditLineDecider LINES = new CreditLineDecider();
    private static final DisbursementDecider DISBURSEMENTS = new DisbursementDecider();

    private final long number;
    private final CreditLineId line;
    private final LoanId loan;
    private final DisbursementId disbursement;
    private final BorrowerId borrower;
    private final LocalDate begun;
    private final List<Fact> told = new ArrayList<>();
    private CreditLineState lineState = LINES.initial();
    private LoanState loanState = LOANS.initial();
    private DisbursementState disbursementState = DISBURSEMENTS.initial();
    private int repayments;

    PreparedLoan(long number, LocalDate begun) {
        this.number = number;
        this.begun = begun;
        this.line = new CreditLineId(id(0));
        this.loan = new LoanId(id(1));
        this.disbursement = new DisbursementId(id(2));
        this.borrower = new BorrowerId("borrower-" + number);
    }

    /** Ids that rise with time, as those of a living ledger do. */
    private UUID id(long kind) {
        var spread = number * 0x9E3779B97F4A7C15L + kind * 0xD1B54A32D192ED03L;
        return new UUID(0x0197_0000_0000_7000L + (number << 16), spread >>> 2 | 0x8000_0000_0000_0000L);
    }

    /** The line is opened, the loan drawn and paid out. */
    List<Fact> drawn() {
        line(new OpenCreditLine(line, borrower, AMOUNT, begun));
        loan(new RequestLoan(loan, line, AGREEMENT, PAYOUT, begun));
        line(new ReserveLimit(line, loan, AMOUNT, begun));
        loan(new OpenLoan(loan, borrower, begun));
        payout(new InstructDisbursement(disbursement, loan, AMOUNT, PAYOUT, begun));
        payout(new ConfirmDisbursement(disbursement, "bank-" + number, begun));
        loan(new ConfirmPayout(loan, disbursement, begun));
        line(new UseLimit(line, loan, begun));
        return tell();
    }

    /** When the next repayment comes; nothing after the last. One loan in seven pays late. */
    @Nullable
    LocalDate nextOn() {
        if (!(loanState instanceof LoanState.Active)) {
            return null;
        }
        var due = begun.plusMonths(repayments + 1L);
        return number % LATE_EVERY == 0 ? due.plusDays(DAYS_LATE) : due;
    }

    /** What is due is paid. */
    List<Fact> repaid(LocalDate on) {
        if (loanState instanceof LoanState.Active active) {
            repayments++;
            var id = new RepaymentId(id(2L + repayments));
            var due = LoanStanding.of(active, on).balances().due();
            for (var fact : loan(new RecordRepayment(loan, id, due, on))) {
                if (fact instanceof RepaymentReceived received) {
                    line(new ReleaseLimit(line, loan, id, received.healed(Bucket.PRINCIPAL), on));
                }
            }
        }
        return tell();
    }

    private List<? extends Fact> loan(LoanCommand order) {
        var facts = obeyed(LOANS, loanState, order);
        for (var fact : facts) {
            loanState = LOANS.evolve(loanState, fact);
        }
        return facts;
    }

    private void line(CreditLineCommand order) {
        for (var fact : obeyed(LINES, lineState, order)) {
            lineState = LINES.evolve(lineState, fact);
        }
    }

    private void payout(DisbursementCommand order) {
        for (var fact : obeyed(DISBURSEMENTS, disbursementState, order)) {
            disbursementState = DISBURSEMENTS.evolve(disbursementState, fact);
        }
    }

    private <S, C, E extends Fact> List<E> obeyed(Decider<S, C, E> decider, S state, C order) {
        var decision = decider.decide(state, order);
        if (!(decision instanceof Decision.Accepted<E>(var facts))) {
            throw new IllegalStateException(order + " was answered " + decision);
        }
        told.addAll(facts);
        return facts;
    }

    private List<Fact> tell() {
        var facts = List.copyOf(told);
        told.clear();
        return facts;
    }
}
