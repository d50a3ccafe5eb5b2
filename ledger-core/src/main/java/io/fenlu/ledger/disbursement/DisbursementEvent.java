package io.fenlu.ledger.disbursement;

import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.UUID;

/** What may happen to money on its way out. */
public sealed interface DisbursementEvent extends Fact {
    DisbursementId disbursementId();

    LoanId loanId();

    @Override
    default UUID subject() {
        return disbursementId().value();
    }

    /** The bank is to be told to pay (放款指令). */
    @StoredAs(name = "disbursement.instructed", revision = 1)
    record DisbursementInstructed(
            DisbursementId disbursementId,
            LoanId loanId,
            Money amount,
            PayoutInstruction payout,
            LocalDate instructedOn)
            implements DisbursementEvent {
        @Override
        public LocalDate businessDate() {
            return instructedOn;
        }
    }

    /** The money left (放款成功). */
    @StoredAs(name = "disbursement.confirmed", revision = 1)
    record DisbursementConfirmed(
            DisbursementId disbursementId, LoanId loanId, Money amount, String bankReference, LocalDate paidOn)
            implements DisbursementEvent {
        @Override
        public LocalDate businessDate() {
            return paidOn;
        }
    }

    /** The money did not leave and never will (放款失败). */
    @StoredAs(name = "disbursement.failed", revision = 1)
    record DisbursementFailed(
            DisbursementId disbursementId, LoanId loanId, Money amount, String reason, LocalDate failedOn)
            implements DisbursementEvent {
        @Override
        public LocalDate businessDate() {
            return failedOn;
        }
    }

    /** The money left and came back: the receiver's bank sent it (退汇). */
    @StoredAs(name = "disbursement.came-back", revision = 1)
    record DisbursementCameBack(
            DisbursementId disbursementId, LoanId loanId, Money amount, String bankReference, LocalDate cameBackOn)
            implements DisbursementEvent {
        @Override
        public LocalDate businessDate() {
            return cameBackOn;
        }
    }

    /**
     * The bank took back what it had said before: paid after failed, or failed after paid. Kept for people to settle with the bank;
     * the first answer stands until they do.
     */
    @StoredAs(name = "disbursement.contradicted", revision = 1)
    record DisbursementContradicted(
            DisbursementId disbursementId,
            LoanId loanId,
            Money amount,
            String stands,
            String claimed,
            LocalDate claimedOn)
            implements DisbursementEvent {
        @Override
        public LocalDate businessDate() {
            return claimedOn;
        }
    }
}
