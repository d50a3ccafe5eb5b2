package io.fenlu.ledger.bench;

import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decision.Accepted;
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
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/**
 * The loans that are measured with: open-ended and so large that small repayments never settle them, and each repayment is one fact.
 *
 * <p>Their first facts are decided by the real decider, and brought in large batches beside the command bus.
 */
final class Portfolio {
    /** What each loan has behind it before anybody repays: requested, opened, paid out. */
    static final int FACTS_EACH = 3;

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Money PRINCIPAL = Money.of("10000000.00", Currency.CNY);
    private static final Money PAYMENT = Money.of("1.25", Currency.CNY);
    private static final LoanDecider DECIDER = new LoanDecider();
    private static final LoanAgreement AGREEMENT = new LoanAgreement(
            CashLoan.OPEN_ENDED,
            PRINCIPAL,
            Rate.annual("0.072"),
            0,
            null,
            FundingShares.whole(new LenderId("bench-lender")));

    private final List<UUID> loans;

    private Portfolio(List<UUID> loans) {
        this.loans = loans;
    }

    static Portfolio of(int loans) {
        return new Portfolio(Stream.generate(TimeOrderedIds::next).limit(loans).toList());
    }

    List<UUID> loans() {
        return loans;
    }

    /** Asks for a loan. */
    static RequestLoan request(UUID loan) {
        return new RequestLoan(
                new LoanId(loan),
                new CreditLineId(loan),
                AGREEMENT,
                new PayoutInstruction(PayoutChannel.ALREADY_PAID, "bench-account"),
                DAY);
    }

    /** Pays a little back. */
    static RecordRepayment repayment(UUID loan) {
        return new RecordRepayment(new LoanId(loan), new RepaymentId(TimeOrderedIds.next()), PAYMENT, DAY.plusDays(30));
    }

    /** What every order carries: the name of its request, and what was asked, hashed. */
    static MetaData newRequest() {
        var id = TimeOrderedIds.next().toString();
        var half = id.replace("-", "");
        return MetaData.from(Map.of("request_id", id, "request_fingerprint", half + half));
    }

    /** The facts of a loan up to the payout, and then some repayments. */
    static List<DomainEventMessage<?>> history(UUID loan, int repayments) {
        var orders = new ArrayList<LoanCommand>();
        orders.add(request(loan));
        orders.add(new OpenLoan(new LoanId(loan), new BorrowerId("bench-borrower"), DAY));
        orders.add(new ConfirmPayout(new LoanId(loan), new DisbursementId(loan), DAY));
        IntStream.range(0, repayments).forEach(_ -> orders.add(repayment(loan)));
        var facts = new ArrayList<DomainEventMessage<?>>();
        LoanState state = DECIDER.initial();
        for (var order : orders) {
            var metadata = newRequest();
            if (!(DECIDER.decide(state, order) instanceof Accepted<?>(var accepted))) {
                throw new IllegalStateException("the measured loans were refused: " + order);
            }
            for (var fact : accepted) {
                facts.add(new GenericDomainEventMessage<>("loan", loan.toString(), facts.size(), fact, metadata));
                state = DECIDER.evolve(state, (LoanEvent) fact);
            }
        }
        return facts;
    }
}
