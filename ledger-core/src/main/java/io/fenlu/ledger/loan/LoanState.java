package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;

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
            LocalDate openedOn)
            implements LoanState {}

    /** The money is with the borrower. */
    record Active(
            LoanId loanId,
            CreditLineId creditLineId,
            BorrowerId borrowerId,
            DisbursementId disbursementId,
            LoanAgreement agreement,
            LocalDate disbursedOn,
            LoanPosition position)
            implements LoanState {
        Active at(LoanPosition moved) {
            return new Active(loanId, creditLineId, borrowerId, disbursementId, agreement, disbursedOn, moved);
        }
    }

    /** Paid back. */
    record Settled(Active last, LocalDate settledOn, Money credit) implements LoanState {}

    /** The credit line said no. */
    record Declined(LoanId loanId, String reason, LocalDate declinedOn) implements LoanState {}

    /** The money could not be paid out. */
    record Cancelled(LoanId loanId, String reason, LocalDate cancelledOn) implements LoanState {}
}
