package io.fenlu.ledger.process.drawdown;

import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineClosed;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineFrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineUnfrozen;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitTakenAgain;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanClosed;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.LoanOpened;
import io.fenlu.ledger.loan.LoanEvent.LoanReopened;
import io.fenlu.ledger.loan.LoanEvent.LoanRequested;
import io.fenlu.ledger.loan.LoanEvent.LoanSettled;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanHappening.TrancheDrawn;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Instruction;
import io.fenlu.ledger.process.Instruction.Finish;
import io.fenlu.ledger.process.Instruction.Remind;
import io.fenlu.ledger.process.Instruction.Send;
import io.fenlu.ledger.process.Reaction;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a request to draw becomes money in the borrower's hands, or comes to nothing and leaves the limit as it was.
 *
 * <p>A loan that goes out in tranches is not paid out by the drawdown: its limit is in use from the first tranche on.
 *
 * <p>Each fact is answered by one order, and the order's own fact moves the drawdown on; so it can stop at any step and go on from
 * there. Orders carry the business date of the fact they answer. It is over when the credit line says that the limit is in use or given
 * back, or the loan that it was declined.
 *
 * @param longestLife after it people are told that a drawdown has found no end; nothing is cancelled, because the money may be out
 */
public record DrawdownProcess(Duration longestLife) {
    /** What the reminder of the longest life is about. */
    public static final String LONGEST_LIFE = "longest-life";

    private static final Set<String> NO_OF_THE_LINE = Arrays.stream(CreditLineRefusal.values())
            .map(CreditLineRefusal::name)
            .collect(Collectors.toUnmodifiableSet());

    /** A process never reuses a request id, so this answer to its first order says that the line's id names something else. */
    private static final String ID_OF_ANOTHER_THING = "IDEMPOTENCY_KEY_REUSED";

    /** The disbursement of a loan: derived from the loan, so that it can be instructed only once. */
    public static DisbursementId disbursementOf(LoanId loan) {
        return new DisbursementId(Cause.uuid8("disbursement", loan.toString()));
    }

    /** What follows when something happened to the loan. */
    public Reaction<DrawdownStage> react(DrawdownStage stage, LoanEvent fact) {
        return switch (fact) {
            case LoanRequested requested ->
                go(
                        stage,
                        DrawdownStage.NEW,
                        DrawdownStage.RESERVING,
                        new Remind(longestLife, LONGEST_LIFE),
                        new Send(new ReserveLimit(
                                requested.creditLineId(),
                                requested.loanId(),
                                requested.agreement().principal(),
                                requested.requestedOn())));
            case LoanOpened opened
            when opened.payout().channel() == PayoutChannel.IN_TRANCHES ->
                go(stage, DrawdownStage.OPENING, DrawdownStage.CONFIRMING);
            case LoanOpened opened ->
                go(
                        stage,
                        DrawdownStage.OPENING,
                        DrawdownStage.PAYING_OUT,
                        new Send(new InstructDisbursement(
                                disbursementOf(opened.loanId()),
                                opened.loanId(),
                                opened.principal(),
                                opened.payout(),
                                opened.openedOn())));
            case LoanDisbursed disbursed ->
                go(
                        stage,
                        DrawdownStage.CONFIRMING,
                        DrawdownStage.USING,
                        new Send(new UseLimit(disbursed.creditLineId(), disbursed.loanId(), disbursed.disbursedOn())));
            case TrancheDrawn drawn ->
                go(
                        stage,
                        DrawdownStage.CONFIRMING,
                        DrawdownStage.USING,
                        new Send(new UseLimit(
                                drawn.creditLineId(),
                                drawn.loanId(),
                                drawn.entry().on())));
            case LoanCancelled cancelled ->
                go(
                        stage,
                        DrawdownStage.CANCELLING,
                        DrawdownStage.RELEASING,
                        new Send(new ReleaseReservation(
                                cancelled.creditLineId(), cancelled.loanId(), cancelled.cancelledOn())));
            case LoanDeclined _ -> go(stage, DrawdownStage.RESERVING, DrawdownStage.ENDED, new Finish());
            case RepaymentReceived _,
                    ScheduleRevised _,
                    LoanSettled _,
                    LoanHappening _,
                    HistoryCorrected _,
                    LoanReopened _,
                    LoanClosed _ -> Reaction.of(stage);
        };
    }

    /** What follows when something happened on the credit line. */
    public Reaction<DrawdownStage> react(DrawdownStage stage, CreditLineEvent fact) {
        return switch (fact) {
            case LimitReserved reserved ->
                go(
                        stage,
                        DrawdownStage.RESERVING,
                        DrawdownStage.OPENING,
                        new Send(new OpenLoan(reserved.loanId(), reserved.borrowerId(), reserved.reservedOn())));
            case LimitUsed _ -> go(stage, DrawdownStage.USING, DrawdownStage.ENDED, new Finish());
            case ReservationReleased _ -> go(stage, DrawdownStage.RELEASING, DrawdownStage.ENDED, new Finish());
            case CreditLineOpened _,
                    LimitChanged _,
                    CreditLineFrozen _,
                    CreditLineUnfrozen _,
                    CreditLineClosed _,
                    LimitReleased _,
                    LimitTakenAgain _ -> Reaction.of(stage);
        };
    }

    /** What follows when something happened to the money on its way. */
    public Reaction<DrawdownStage> react(DrawdownStage stage, DisbursementEvent fact) {
        return switch (fact) {
            case DisbursementConfirmed confirmed ->
                go(
                        stage,
                        DrawdownStage.PAYING_OUT,
                        DrawdownStage.CONFIRMING,
                        new Send(
                                new ConfirmPayout(confirmed.loanId(), confirmed.disbursementId(), confirmed.paidOn())));
            case DisbursementFailed failed ->
                go(
                        stage,
                        DrawdownStage.PAYING_OUT,
                        DrawdownStage.CANCELLING,
                        new Send(new CancelLoan(failed.loanId(), failed.reason(), failed.failedOn())));
            case DisbursementInstructed _, DisbursementCameBack _, DisbursementContradicted _ -> Reaction.of(stage);
        };
    }

    /**
     * The order that takes the place of a refused one. Only the credit line's no to a reservation is business as usual: the loan is
     * declined with its reason. Every other refusal is for people.
     */
    public static Optional<Order> insteadOf(Order order, Refused refusal) {
        if (!(order instanceof ReserveLimit reserve)) {
            return Optional.empty();
        }
        if (refusal.code().equals(ID_OF_ANOTHER_THING)) {
            var unknown = CreditLineRefusal.CREDIT_LINE_NOT_FOUND;
            return Optional.of(decline(reserve, new Refused(unknown.name(), unknown.sentence())));
        }
        return NO_OF_THE_LINE.contains(refusal.code()) ? Optional.of(decline(reserve, refusal)) : Optional.empty();
    }

    private static DeclineLoan decline(ReserveLimit reserve, Refused refusal) {
        return new DeclineLoan(reserve.loanId(), refusal.code(), refusal.detail(), reserve.reservedOn());
    }

    /**
     * Steps forward when the fact is the one that was waited for. One told again, or out of its turn, moves nothing: a limit given back by
     * mistake must not end a drawdown whose money is on its way.
     */
    private static Reaction<DrawdownStage> go(
            DrawdownStage stage, DrawdownStage awaited, DrawdownStage next, Instruction... instructions) {
        return stage == awaited ? Reaction.of(next, instructions) : Reaction.of(stage);
    }
}
