package io.fenlu.ledger.process.drawdown;

import static io.fenlu.ledger.process.drawdown.DrawdownStage.CANCELLING;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.CONFIRMING;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.ENDED;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.NEW;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.OPENING;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.PAYING_OUT;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.RELEASING;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.RESERVING;
import static io.fenlu.ledger.process.drawdown.DrawdownStage.USING;
import static io.fenlu.ledger.small.Sample.agreement;
import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Sample.toBank;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanConsequence;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanHappening.TrancheDrawn;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Instruction;
import io.fenlu.ledger.process.Instruction.Finish;
import io.fenlu.ledger.process.Instruction.Remind;
import io.fenlu.ledger.process.Instruction.Send;
import io.fenlu.ledger.process.Reaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of a drawdown, as a table: where it stands, what happened, what it asks for next. */
class DrawdownProcessTest {
    private static final LoanId LOAN = LoanId.of("0197a000-0000-7000-8000-000000000001");
    private static final CreditLineId LINE = CreditLineId.of("0197a000-0000-7000-8000-000000000002");
    private static final BorrowerId BORROWER = new BorrowerId("b-1");
    private static final DisbursementId PAYOUT = DrawdownProcess.disbursementOf(LOAN);
    private static final LocalDate ASKED = LocalDate.of(2026, 1, 5);
    private static final LocalDate PAID = LocalDate.of(2026, 1, 7);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final DrawdownProcess PROCESS = new DrawdownProcess(LONGEST);

    private static final LoanRequested REQUESTED =
            new LoanRequested(LOAN, LINE, agreement("1000.00"), toBank("acct-1"), ASKED);
    private static final LimitReserved RESERVED =
            new LimitReserved(LINE, LOAN, BORROWER, cny("1000.00"), cny("0.00"), ASKED, null);
    private static final LoanOpened OPENED =
            new LoanOpened(LOAN, LINE, BORROWER, cny("1000.00"), toBank("acct-1"), ASKED);
    private static final LoanOpened OPENED_IN_TRANCHES = new LoanOpened(
            LOAN, LINE, BORROWER, cny("1000.00"), new PayoutInstruction(PayoutChannel.IN_TRANCHES, "acct-1"), ASKED);
    private static final TrancheDrawn TRANCHE = new TrancheDrawn(
            LOAN,
            LINE,
            new LoanEntry.Draw(new EntryId(PAYOUT.value()), cny("400.00"), null, PAID),
            new LoanConsequence(
                    List.of(),
                    cny("0.00"),
                    List.of(),
                    new LoanBalances(cny("400.00"), cny("0.00"), cny("0.00"), cny("0.00"), cny("0.00"), cny("0.00")),
                    List.of(),
                    PAID));
    private static final DisbursementConfirmed CONFIRMED =
            new DisbursementConfirmed(PAYOUT, LOAN, cny("1000.00"), "ref-1", PAID);
    private static final DisbursementFailed FAILED =
            new DisbursementFailed(PAYOUT, LOAN, cny("1000.00"), "account closed", PAID);
    private static final LoanDisbursed DISBURSED =
            new LoanDisbursed(LOAN, LINE, PAYOUT, cny("1000.00"), List.of(), List.of(), PAID);
    private static final LoanCancelled CANCELLED = new LoanCancelled(LOAN, LINE, "account closed", PAID);
    private static final LoanDeclined DECLINED = new LoanDeclined(LOAN, LINE, "CREDIT_LINE_FROZEN", "frozen", ASKED);
    private static final LimitUsed USED = new LimitUsed(LINE, LOAN, cny("1000.00"), cny("0.00"), PAID, null);
    private static final ReservationReleased RELEASED =
            new ReservationReleased(LINE, LOAN, cny("1000.00"), cny("1000.00"), PAID, null);

    /** One line of the table. */
    record Step(DrawdownStage standing, Fact fact, DrawdownStage next, List<Instruction> asks) {
        @Override
        public String toString() {
            return standing + " + " + fact.getClass().getSimpleName() + " -> " + next;
        }
    }

    static Stream<Step> walk() {
        return Stream.of(
                step(
                        NEW,
                        REQUESTED,
                        RESERVING,
                        new Remind(LONGEST, DrawdownProcess.LONGEST_LIFE),
                        new Send(new ReserveLimit(LINE, LOAN, cny("1000.00"), ASKED))),
                step(RESERVING, RESERVED, OPENING, new Send(new OpenLoan(LOAN, BORROWER, ASKED))),
                step(RESERVING, DECLINED, ENDED, new Finish()),
                step(
                        OPENING,
                        OPENED,
                        PAYING_OUT,
                        new Send(new InstructDisbursement(PAYOUT, LOAN, cny("1000.00"), toBank("acct-1"), ASKED))),
                step(PAYING_OUT, CONFIRMED, CONFIRMING, new Send(new ConfirmPayout(LOAN, PAYOUT, PAID))),
                step(PAYING_OUT, FAILED, CANCELLING, new Send(new CancelLoan(LOAN, "account closed", PAID))),
                step(CONFIRMING, DISBURSED, USING, new Send(new UseLimit(LINE, LOAN, PAID))),
                step(OPENING, OPENED_IN_TRANCHES, CONFIRMING),
                step(CONFIRMING, TRANCHE, USING, new Send(new UseLimit(LINE, LOAN, PAID))),
                step(USING, USED, ENDED, new Finish()),
                step(CANCELLING, CANCELLED, RELEASING, new Send(new ReleaseReservation(LINE, LOAN, PAID))),
                step(RELEASING, RELEASED, ENDED, new Finish()));
    }

    private static Step step(DrawdownStage standing, Fact fact, DrawdownStage next, Instruction... asks) {
        return new Step(standing, fact, next, List.of(asks));
    }

    @ParameterizedTest
    @MethodSource("walk")
    void each_fact_is_answered_by_one_order_dated_like_the_fact(Step step) {
        assertThat(told(step.standing(), step.fact())).isEqualTo(new Reaction<>(step.next(), step.asks()));
    }

    @ParameterizedTest
    @MethodSource("walk")
    void a_fact_told_again_is_answered_by_nothing(Step step) {
        assertThat(told(step.next(), step.fact())).isEqualTo(Reaction.of(step.next()));
    }

    @ParameterizedTest
    @MethodSource("walk")
    void a_fact_out_of_its_turn_moves_nothing(Step step) {
        for (var stage : DrawdownStage.values()) {
            if (stage != step.standing()) {
                assertThat(told(stage, step.fact())).isEqualTo(Reaction.of(stage));
            }
        }
    }

    static Stream<Fact> nobodysBusiness() {
        return Stream.of(
                new LoanSettled(LOAN, LINE, cny("0.00"), PAID),
                new DisbursementInstructed(PAYOUT, LOAN, cny("1000.00"), toBank("acct-1"), ASKED),
                new DisbursementContradicted(PAYOUT, LOAN, cny("1000.00"), "paid", "failed", PAID),
                new CreditLineEvent.CreditLineFrozen(LINE, "look into it", PAID),
                new CreditLineEvent.LimitChanged(LINE, cny("1.00"), cny("2.00"), cny("1.00"), "more", PAID));
    }

    @ParameterizedTest
    @MethodSource("nobodysBusiness")
    void what_is_not_its_business_moves_nothing(Fact fact) {
        assertThat(told(PAYING_OUT, fact)).isEqualTo(Reaction.of(PAYING_OUT));
    }

    @ParameterizedTest
    @EnumSource(CreditLineRefusal.class)
    void whatever_the_line_says_no_with_declines_the_loan_in_the_same_words(CreditLineRefusal no) {
        var reserve = new ReserveLimit(LINE, LOAN, cny("1000.00"), ASKED);
        assertThat(DrawdownProcess.insteadOf(reserve, new Refused(no.name(), "the numbers")))
                .contains(new DeclineLoan(LOAN, no.name(), "the numbers", ASKED));
    }

    @Test
    void a_line_whose_id_is_of_something_else_is_a_line_that_does_not_exist() {
        var reserve = new ReserveLimit(LINE, LOAN, cny("1000.00"), ASKED);
        assertThat(DrawdownProcess.insteadOf(reserve, new Refused("IDEMPOTENCY_KEY_REUSED", "of a loan")))
                .contains(new DeclineLoan(LOAN, "CREDIT_LINE_NOT_FOUND", "There is no such credit line.", ASKED));
    }

    @Test
    void an_unknown_refusal_of_a_reservation_is_for_people() {
        var reserve = new ReserveLimit(LINE, LOAN, cny("1000.00"), ASKED);
        assertThat(DrawdownProcess.insteadOf(reserve, new Refused("SOMETHING_NEW", "?")))
                .isEmpty();
    }

    static Stream<Order> laterOrders() {
        return walk().flatMap(step -> step.asks().stream())
                .filter(Send.class::isInstance)
                .map(send -> ((Send) send).order())
                .filter(order -> !(order instanceof ReserveLimit));
    }

    @ParameterizedTest
    @MethodSource("laterOrders")
    void every_other_refusal_is_for_people_because_money_may_be_out(Order order) {
        assertThat(DrawdownProcess.insteadOf(order, new Refused("CREDIT_LINE_CLOSED", "closed")))
                .isEmpty();
    }

    @Test
    void the_disbursement_of_a_loan_is_always_the_same_and_of_another_loan_another() {
        assertThat(DrawdownProcess.disbursementOf(LoanId.of(LOAN.toString()))).isEqualTo(PAYOUT);
        assertThat(PAYOUT.value().version()).isEqualTo(8);
        assertThat(PAYOUT.value().variant()).isEqualTo(2);
        assertThat(DrawdownProcess.disbursementOf(new LoanId(new UUID(1, 2)))).isNotEqualTo(PAYOUT);
    }

    private static Reaction<DrawdownStage> told(DrawdownStage stage, Fact fact) {
        return switch (fact) {
            case LoanEvent loan -> PROCESS.react(stage, loan);
            case CreditLineEvent line -> PROCESS.react(stage, line);
            case DisbursementEvent disbursement -> PROCESS.react(stage, disbursement);
            default -> throw new IllegalArgumentException(fact.toString());
        };
    }
}
