package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a loan. */
public sealed interface LoanState {
    /** Nobody asked for it yet. */
    record NotRequested() implements LoanState {}

    /** Asked for; the credit line has not answered. */
    record Requested(
            LoanId loanId,
            CreditLineId creditLineId,
            LoanAgreement agreement,
            PayoutInstruction payout,
            LocalDate requestedOn)
            implements LoanState {}

    /** The contract stands; the money is on its way. */
    record Opened(
            LoanId loanId,
            CreditLineId creditLineId,
            BorrowerId borrowerId,
            LoanAgreement agreement,
            PayoutInstruction payout,
            LocalDate openedOn)
            implements LoanState {}

    /**
     * The money is with the borrower, or a part of it.
     *
     * @param disbursementId the payout that began the loan
     * @param payout where the borrower's money goes
     * @param book everything that happened to the loan, folded in the order of business dates
     * @param announced what must be heard next, because the last fact entails it; mostly nothing
     */
    record Active(
            LoanId loanId,
            CreditLineId creditLineId,
            BorrowerId borrowerId,
            DisbursementId disbursementId,
            LoanAgreement agreement,
            PayoutInstruction payout,
            LocalDate openedOn,
            LoanBook book,
            List<LoanEvent> announced)
            implements LoanState {
        public Active {
            announced = List.copyOf(announced);
        }

        /** When the first money reached the borrower. */
        public LocalDate disbursedOn() {
            return book.startedOn();
        }

        /** Where credit is sent back to: the borrower's account, whatever became of the payout; by hand, where money went by hand. */
        PayoutInstruction refundsTo() {
            return payout.channel() == PayoutChannel.IN_TRANCHES
                    ? new PayoutInstruction(PayoutChannel.BANK, payout.account())
                    : payout;
        }

        /**
         * Whom the bank is told to pay for a tranche: the supplier that it is bound to; for one that left before, there is only the
         * record to make. Loans of before the fourth engine were told of tranches when they had left, and tell nobody.
         */
        @Nullable
        PayoutInstruction paysOut(Draw draw) {
            if (payout.channel() != PayoutChannel.IN_TRANCHES || !agreement.isOfFourthEngine()) {
                return null;
            }
            var left = draw.bankReference();
            if (left != null) {
                return new PayoutInstruction(PayoutChannel.ALREADY_PAID, left);
            }
            var purpose = draw.purpose();
            return purpose == null ? null : new PayoutInstruction(PayoutChannel.BANK, purpose.supplier());
        }

        LoanPosition position() {
            return book.position();
        }

        Active with(LoanBook other, List<LoanEvent> next) {
            return new Active(
                    loanId, creditLineId, borrowerId, disbursementId, agreement, payout, openedOn, other, next);
        }
    }

    /** Paid back. */
    record Settled(Active last, LocalDate settledOn, Money credit) implements LoanState {}

    /** Paid back and put away. */
    record Closed(Settled settled, LocalDate closedOn) implements LoanState {}

    /** The credit line said no. */
    record Declined(LoanId loanId, String reason, LocalDate declinedOn) implements LoanState {}

    /** The money could not be paid out. */
    record Cancelled(LoanId loanId, String reason, LocalDate cancelledOn) implements LoanState {}

    /** Whether money has gone out. */
    static boolean isRunning(LoanState state) {
        return state instanceof Active || state instanceof Settled || state instanceof Closed;
    }

    /** The state at the end of an earlier day, as it is known now: without what is dated after that day. */
    static LoanState on(LoanState state, LocalDate day) {
        return switch (state) {
            case Closed closed when day.isBefore(closed.closedOn) -> on(closed.settled, day);
            case Settled(var last, var _, var _) when day.isBefore(last.book().lastOn()) -> on(last, day);
            case Active loan
            when !day.isBefore(loan.disbursedOn()) && day.isBefore(loan.book().lastOn()) -> {
                var then = loan.with(loan.book().until(day), List.of());
                yield then.book().isPaidOff()
                        ? new Settled(
                                then, then.book().paidOffOn(), then.position().credit())
                        : then;
            }
            case Active loan
            when day.isBefore(loan.disbursedOn()) ->
                new Opened(loan.loanId, loan.creditLineId, loan.borrowerId, loan.agreement, loan.payout, loan.openedOn);
            case NotRequested _, Requested _, Opened _, Active _, Settled _, Closed _, Declined _, Cancelled _ -> state;
        };
    }
}
