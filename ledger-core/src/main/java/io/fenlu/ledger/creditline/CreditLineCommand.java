package io.fenlu.ledger.creditline;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked of a credit line. */
public sealed interface CreditLineCommand extends Order {
    CreditLineId creditLineId();

    @Override
    default UUID subject() {
        return creditLineId().value();
    }

    @Override
    default LocalDate businessDate() {
        return switch (this) {
            case OpenCreditLine order -> order.openedOn();
            case ChangeLimit order -> order.changedOn();
            case FreezeCreditLine order -> order.frozenOn();
            case UnfreezeCreditLine order -> order.unfrozenOn();
            case CloseCreditLine order -> order.closedOn();
            case ReserveLimit order -> order.reservedOn();
            case ReleaseReservation order -> order.releasedOn();
            case UseLimit order -> order.usedOn();
            case ReleaseLimit order -> order.releasedOn();
            case TakeLimitAgain order -> order.takenOn();
            case ReserveRaise order -> order.reservedOn();
            case ReleaseRaise order -> order.releasedOn();
            case UseRaise order -> order.usedOn();
        };
    }

    /** Grant a limit to a borrower. */
    record OpenCreditLine(CreditLineId creditLineId, BorrowerId borrowerId, Money limit, LocalDate openedOn)
            implements CreditLineCommand {}

    /** Set the limit up or down, also below what is in use: then nothing can be drawn until enough was repaid. */
    record ChangeLimit(CreditLineId creditLineId, Money limit, String reason, LocalDate changedOn)
            implements CreditLineCommand {}

    /** Allow no more draws for the time being; what was reserved before may still be used. */
    record FreezeCreditLine(CreditLineId creditLineId, String reason, LocalDate frozenOn)
            implements CreditLineCommand {}

    /** Allow draws again. */
    record UnfreezeCreditLine(CreditLineId creditLineId, String reason, LocalDate unfrozenOn)
            implements CreditLineCommand {}

    /** End the line; only when nothing of it is reserved or in use. */
    record CloseCreditLine(CreditLineId creditLineId, String reason, LocalDate closedOn) implements CreditLineCommand {}

    /** Set part of the limit aside for a loan that is about to be opened. */
    record ReserveLimit(CreditLineId creditLineId, LoanId loanId, Money amount, LocalDate reservedOn)
            implements CreditLineCommand {}

    /** Give back what was set aside for a loan that came to nothing. */
    record ReleaseReservation(CreditLineId creditLineId, LoanId loanId, LocalDate releasedOn)
            implements CreditLineCommand {}

    /** Turn what was set aside into use: the money has left. */
    record UseLimit(CreditLineId creditLineId, LoanId loanId, LocalDate usedOn) implements CreditLineCommand {}

    /** Give limit back because principal was repaid. */
    record ReleaseLimit(
            CreditLineId creditLineId, LoanId loanId, RepaymentId repaymentId, Money amount, LocalDate releasedOn)
            implements CreditLineCommand {}

    /** Take limit again because a repayment that had given it back was taken back, or because interest became principal. */
    record TakeLimitAgain(CreditLineId creditLineId, LoanId loanId, EntryId entryId, Money amount, LocalDate takenOn)
            implements CreditLineCommand {}

    /**
     * Set the difference aside because the limit of an account that shares the line is about to rise.
     *
     * @param raise the change of the account's limit
     * @param from what the account uses of the line before it
     * @param to what it will use after it
     */
    record ReserveRaise(
            CreditLineId creditLineId, LoanId loanId, EntryId raise, Money from, Money to, LocalDate reservedOn)
            implements CreditLineCommand {}

    /** Give back what was set aside for a raise that came to nothing. */
    record ReleaseRaise(CreditLineId creditLineId, LoanId loanId, EntryId raise, LocalDate releasedOn)
            implements CreditLineCommand {}

    /**
     * The limit of an account has risen: what was set aside for that is in use.
     *
     * @param to what the account uses of the line now, whatever was set aside
     */
    record UseRaise(CreditLineId creditLineId, LoanId loanId, EntryId raise, Money to, LocalDate usedOn)
            implements CreditLineCommand {}
}
