package io.fenlu.ledger.creditline;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may happen to a credit line. {@code available} is what may still be drawn after the fact; never negative. */
public sealed interface CreditLineEvent extends Fact {
    CreditLineId creditLineId();

    @Override
    default UUID subject() {
        return creditLineId().value();
    }

    /** A limit was granted to a borrower (授信). */
    @StoredAs(name = "credit-line.opened", revision = 1)
    record CreditLineOpened(CreditLineId creditLineId, BorrowerId borrowerId, Money limit, LocalDate openedOn)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return openedOn;
        }
    }

    /** The limit was set up or down (调额). */
    @StoredAs(name = "credit-line.limit-changed", revision = 1)
    record LimitChanged(
            CreditLineId creditLineId,
            Money previousLimit,
            Money limit,
            Money available,
            String reason,
            LocalDate changedOn)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return changedOn;
        }
    }

    /** No more draws for the time being (冻结). */
    @StoredAs(name = "credit-line.frozen", revision = 1)
    record CreditLineFrozen(CreditLineId creditLineId, String reason, LocalDate frozenOn) implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return frozenOn;
        }
    }

    /** Draws are allowed again (解冻). */
    @StoredAs(name = "credit-line.unfrozen", revision = 1)
    record CreditLineUnfrozen(CreditLineId creditLineId, String reason, LocalDate unfrozenOn)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return unfrozenOn;
        }
    }

    /** The line ended (终止). */
    @StoredAs(name = "credit-line.closed", revision = 1)
    record CreditLineClosed(CreditLineId creditLineId, String reason, LocalDate closedOn) implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return closedOn;
        }
    }

    /**
     * Part of the limit was set aside for a loan, or for an account (额度预占).
     *
     * @param raise the change of an account's limit that it is for; none for a draw
     */
    @StoredAs(name = "credit-line.limit-reserved", revision = 1)
    record LimitReserved(
            CreditLineId creditLineId,
            LoanId loanId,
            BorrowerId borrowerId,
            Money amount,
            Money available,
            LocalDate reservedOn,
            @Nullable EntryId raise)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return reservedOn;
        }
    }

    /**
     * What was set aside was given back, the loan or the raise having come to nothing.
     *
     * @param raise the change of an account's limit that it was for; none for a draw
     */
    @StoredAs(name = "credit-line.reservation-released", revision = 1)
    record ReservationReleased(
            CreditLineId creditLineId,
            LoanId loanId,
            Money amount,
            Money available,
            LocalDate releasedOn,
            @Nullable EntryId raise)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return releasedOn;
        }
    }

    /**
     * What was set aside is in use: the money has left, or an account may owe so much (额度占用).
     *
     * @param raise the change of an account's limit that it was for; none for a draw
     */
    @StoredAs(name = "credit-line.limit-used", revision = 1)
    record LimitUsed(
            CreditLineId creditLineId,
            LoanId loanId,
            Money amount,
            Money available,
            LocalDate usedOn,
            @Nullable EntryId raise)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return usedOn;
        }
    }

    /** Limit came back because principal was repaid (额度恢复). */
    @StoredAs(name = "credit-line.limit-released", revision = 1)
    record LimitReleased(
            CreditLineId creditLineId,
            LoanId loanId,
            RepaymentId repaymentId,
            Money amount,
            Money available,
            LocalDate releasedOn)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return releasedOn;
        }
    }

    /** Principal is owed again that had been repaid, or more than was drawn; it uses the limit, whatever is left of it (额度重新占用). */
    @StoredAs(name = "credit-line.limit-taken-again", revision = 1)
    record LimitTakenAgain(
            CreditLineId creditLineId, LoanId loanId, EntryId entryId, Money amount, Money available, LocalDate takenOn)
            implements CreditLineEvent {
        @Override
        public LocalDate businessDate() {
            return takenOn;
        }
    }
}
