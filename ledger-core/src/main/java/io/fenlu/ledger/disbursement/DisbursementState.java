package io.fenlu.ledger.disbursement;

import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** What is known of money on its way out. */
public sealed interface DisbursementState {
    /** Nobody asked for it yet. */
    record NotInstructed() implements DisbursementState {}

    /** Sent; the bank has not answered. */
    record Instructed(DisbursementId disbursementId, LoanId loanId, Money amount, LocalDate instructedOn)
            implements DisbursementState {}

    /** The money left. */
    record Paid(Instructed sent, String bankReference, boolean contradicted) implements DisbursementState {}

    /** The money left and is here again. */
    record CameBack(Paid paid) implements DisbursementState {}

    /** The money did not leave. */
    record Failed(Instructed sent, String reason, boolean contradicted) implements DisbursementState {}
}
