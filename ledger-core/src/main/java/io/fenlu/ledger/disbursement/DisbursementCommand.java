package io.fenlu.ledger.disbursement;

import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked of a disbursement. */
public sealed interface DisbursementCommand extends Order {
    DisbursementId disbursementId();

    @Override
    default UUID subject() {
        return disbursementId().value();
    }

    @Override
    default LocalDate businessDate() {
        return switch (this) {
            case InstructDisbursement order -> order.instructedOn();
            case ConfirmDisbursement order -> order.paidOn();
            case FailDisbursement order -> order.failedOn();
            case TakeDisbursementBack order -> order.cameBackOn();
        };
    }

    /** Send the money. */
    record InstructDisbursement(
            DisbursementId disbursementId,
            LoanId loanId,
            Money amount,
            PayoutInstruction payout,
            LocalDate instructedOn)
            implements DisbursementCommand {}

    /** The bank says: paid. */
    record ConfirmDisbursement(DisbursementId disbursementId, String bankReference, LocalDate paidOn)
            implements DisbursementCommand {}

    /** The bank says: not paid, and it never will be. */
    record FailDisbursement(DisbursementId disbursementId, String reason, LocalDate failedOn)
            implements DisbursementCommand {}

    /** The bank says: it was paid, and has come back. */
    record TakeDisbursementBack(DisbursementId disbursementId, String bankReference, LocalDate cameBackOn)
            implements DisbursementCommand {}
}
