package io.fenlu.ledger.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The life of one loan, told to the decider order by order; every fact is lived through at once. */
public final class LoanStory {
    public static final LenderId BANK = new LenderId("bank");
    private static final LoanDecider DECIDER = new LoanDecider();

    private final LoanId loanId = new LoanId(new UUID(0, 1));
    private final CreditLineId lineId = new CreditLineId(new UUID(0, 2));
    private final DisbursementId disbursementId = new DisbursementId(new UUID(0, 3));
    private final List<LoanEvent> events = new ArrayList<>();
    private LoanState state = DECIDER.initial();
    private Currency currency = Currency.CNY;
    private long repayments;

    /** An agreement in yuan, all of it funded by one bank. */
    public static LoanAgreement agreement(ProductTerms terms, String principal, String annualRate, int instalments) {
        return new LoanAgreement(
                terms, yuan(principal), Rate.annual(annualRate), instalments, null, FundingShares.whole(BANK));
    }

    /** A loan whose money reached the borrower on a day. */
    public static LoanStory of(LoanAgreement agreement, String paidOutOn) {
        var story = new LoanStory();
        story.request(agreement, LocalDate.parse(paidOutOn));
        story.payOut(LocalDate.parse(paidOutOn));
        return story;
    }

    public static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    public void request(LoanAgreement agreement, LocalDate on) {
        currency = agreement.principal().currency();
        obey(new RequestLoan(loanId, lineId, agreement, new PayoutInstruction(PayoutChannel.BANK, "acct-1"), on));
        obey(new OpenLoan(loanId, new BorrowerId("b-1"), on));
    }

    public void payOut(LocalDate on) {
        obey(new ConfirmPayout(loanId, disbursementId, on));
    }

    public LoanStory repay(String amount, String on) {
        obey(repayment(Money.of(amount, currency), LocalDate.parse(on)));
        return this;
    }

    public RecordRepayment repayment(Money amount, LocalDate on) {
        return new RecordRepayment(loanId, new RepaymentId(new UUID(1, ++repayments)), amount, on);
    }

    /** The order is refused, and by this name. */
    public LoanStory refuses(LoanCommand command, Refusal reason) {
        assertThat(DECIDER.decide(state, command))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        return this;
    }

    public Decision<LoanEvent> decide(LoanCommand command) {
        return DECIDER.decide(state, command);
    }

    /** Obeys an order that must be accepted. */
    public List<LoanEvent> obey(LoanCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<LoanEvent>(var facts) -> {
                facts.forEach(this::live);
                yield facts;
            }
            case Decision.AlreadyDone<LoanEvent> _ -> List.of();
            case Decision.Refused<LoanEvent> refused -> fail(command + " was refused: " + refused);
        };
    }

    private void live(LoanEvent fact) {
        events.add(fact);
        state = DECIDER.evolve(state, fact);
    }

    public LoanState state() {
        return state;
    }

    public List<LoanEvent> events() {
        return List.copyOf(events);
    }

    public List<Instalment> firstSchedule() {
        return events.stream()
                .filter(LoanDisbursed.class::isInstance)
                .map(LoanDisbursed.class::cast)
                .findFirst()
                .orElseThrow()
                .instalments();
    }

    public RepaymentReceived lastRepayment() {
        return events.reversed().stream()
                .filter(RepaymentReceived.class::isInstance)
                .map(RepaymentReceived.class::cast)
                .findFirst()
                .orElseThrow();
    }

    public LoanStanding standing(String on) {
        return standing(LocalDate.parse(on));
    }

    public LoanStanding standing(LocalDate on) {
        return switch (state) {
            case LoanState.Active active -> LoanStanding.of(active, on);
            case LoanState.Settled settled -> LoanStanding.of(settled, on);
            default -> fail("no money is out: " + state);
        };
    }

    /** The instalments as they stand on a day: number, due date, principal and interest. */
    public List<String> rows(String on) {
        return standing(on).schedule().stream()
                .map(row -> row.bill().number() + " " + row.bill().dueOn() + " "
                        + row.bill().principal().amount() + " + "
                        + row.bill().interest().amount())
                .toList();
    }

    public Money payoff(String on) {
        return standing(on).balances().payoff();
    }

    public boolean isSettled() {
        return state instanceof LoanState.Settled;
    }
}
