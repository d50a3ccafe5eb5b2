package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked of a loan. */
public sealed interface LoanCommand extends Order {
    LoanId loanId();

    @Override
    default UUID subject() {
        return loanId().value();
    }

    /** Draw from a credit line on agreed terms. */
    record RequestLoan(
            LoanId loanId,
            CreditLineId creditLineId,
            LoanAgreement agreement,
            PayoutInstruction payout,
            LocalDate requestedOn)
            implements LoanCommand {}

    /** The limit is set aside: the contract stands, the money may go out. */
    record OpenLoan(LoanId loanId, BorrowerId borrowerId, LocalDate openedOn) implements LoanCommand {}

    /** The credit line said no. */
    record DeclineLoan(LoanId loanId, String reason, String detail, LocalDate declinedOn) implements LoanCommand {}

    /** The money reached the borrower: interest begins. */
    record ConfirmPayout(LoanId loanId, DisbursementId disbursementId, LocalDate disbursedOn) implements LoanCommand {}

    /** The money could not be paid out: the contract comes to nothing. */
    record CancelLoan(LoanId loanId, String reason, LocalDate cancelledOn) implements LoanCommand {}

    /** Money came in. */
    record RecordRepayment(LoanId loanId, RepaymentId repaymentId, Money amount, LocalDate paidOn)
            implements LoanCommand {}
}
