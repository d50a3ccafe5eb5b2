package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.disclosure.ConfirmedCosts;
import io.fenlu.ledger.funding.FundedAmount;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may happen to a loan. Each fact carries its answers; nobody who reads it has to calculate. */
public sealed interface LoanEvent extends Fact
        permits LoanEvent.LoanRequested,
                LoanEvent.LoanOpened,
                LoanEvent.LoanDeclined,
                LoanEvent.LoanDisbursed,
                LoanEvent.LoanCancelled,
                LoanEvent.RepaymentReceived,
                LoanEvent.ScheduleRevised,
                LoanEvent.LoanSettled,
                LoanEvent.HistoryCorrected,
                LoanEvent.LoanReopened,
                LoanEvent.LoanClosed,
                LoanHappening {
    LoanId loanId();

    @Override
    default UUID subject() {
        return loanId().value();
    }

    /**
     * A borrower asked to draw from a credit line on these terms (借款申请).
     *
     * @param costs what the borrower confirmed that the loan costs; absent where nothing was confirmed
     */
    @StoredAs(name = "loan.requested", revision = 1)
    record LoanRequested(
            LoanId loanId,
            CreditLineId creditLineId,
            LoanAgreement agreement,
            PayoutInstruction payout,
            LocalDate requestedOn,
            @Nullable ConfirmedCosts costs)
            implements LoanEvent {
        /** A request without confirmed costs. */
        public LoanRequested(
                LoanId loanId,
                CreditLineId creditLineId,
                LoanAgreement agreement,
                PayoutInstruction payout,
                LocalDate requestedOn) {
            this(loanId, creditLineId, agreement, payout, requestedOn, null);
        }

        @Override
        public LocalDate businessDate() {
            return requestedOn;
        }
    }

    /** The limit was set aside and the contract stands (借据成立). */
    @StoredAs(name = "loan.opened", revision = 1)
    record LoanOpened(
            LoanId loanId,
            CreditLineId creditLineId,
            BorrowerId borrowerId,
            Money principal,
            PayoutInstruction payout,
            LocalDate openedOn)
            implements LoanEvent {
        @Override
        public LocalDate businessDate() {
            return openedOn;
        }
    }

    /**
     * The request came to nothing because the credit line said no.
     *
     * @param reason the credit line's named refusal
     */
    @StoredAs(name = "loan.declined", revision = 1)
    record LoanDeclined(LoanId loanId, CreditLineId creditLineId, String reason, String detail, LocalDate declinedOn)
            implements LoanEvent {
        @Override
        public LocalDate businessDate() {
            return declinedOn;
        }
    }

    /**
     * The money reached the borrower; interest runs from this day (放款).
     *
     * @param instalments the whole schedule; empty for an open-ended loan without a term
     * @param funding who paid which part of the principal
     */
    @StoredAs(name = "loan.disbursed", revision = 1)
    record LoanDisbursed(
            LoanId loanId,
            CreditLineId creditLineId,
            DisbursementId disbursementId,
            Money amount,
            List<Instalment> instalments,
            List<FundedAmount> funding,
            LocalDate disbursedOn)
            implements LoanEvent {
        public LoanDisbursed {
            instalments = List.copyOf(instalments);
            funding = List.copyOf(funding);
        }

        @Override
        public LocalDate businessDate() {
            return disbursedOn;
        }
    }

    /** The money could not be paid out and the contract came to nothing (撤销). */
    @StoredAs(name = "loan.cancelled", revision = 1)
    record LoanCancelled(LoanId loanId, CreditLineId creditLineId, String reason, LocalDate cancelledOn)
            implements LoanEvent {
        @Override
        public LocalDate businessDate() {
            return cancelledOn;
        }
    }

    /**
     * Money came in and healed debts (还款).
     *
     * @param allocation what it healed, in the order of healing; with the credit it sums to the amount
     * @param credit what exceeded everything owed and is held for the borrower
     * @param recognised interest and penalty earned since the last recognition, split over the lenders, for the books
     * @param funding the allocation's sums by bucket, split over the lenders
     * @param balances what is owed after it
     * @param owed which part of the allocation each of several funders is owed; absent where one funds alone
     */
    @StoredAs(name = "loan.repayment-received", revision = 1)
    record RepaymentReceived(
            LoanId loanId,
            CreditLineId creditLineId,
            RepaymentId repaymentId,
            Money amount,
            List<AllocationLine> allocation,
            Money credit,
            List<FundedAmount> recognised,
            List<FundedAmount> funding,
            LoanBalances balances,
            LocalDate paidOn,
            @Nullable List<FundedAmount> owed)
            implements LoanEvent {
        public RepaymentReceived {
            owed = owed == null || owed.isEmpty() ? null : List.copyOf(owed);
            allocation = List.copyOf(allocation);
            recognised = List.copyOf(recognised);
            funding = List.copyOf(funding);
        }

        /** Which part of the allocation each of several funders is owed. */
        public List<FundedAmount> owedToFunders() {
            return owed == null ? List.of() : owed;
        }

        /** How much of it healed debts of this kind, over all instalments. */
        public Money healed(Bucket bucket) {
            return Money.sum(
                    amount.currency(),
                    allocation.stream()
                            .filter(line -> line.bucket() == bucket)
                            .map(AllocationLine::amount)
                            .toList());
        }

        @Override
        public LocalDate businessDate() {
            return paidOn;
        }
    }

    /**
     * Money came before it was due: principal, and what is still to come was spread anew, or only interest of the next instalment
     * (还款计划变更).
     *
     * @param instalments those not due yet, replacing all that were not due yet
     */
    @StoredAs(name = "loan.schedule-revised", revision = 1)
    record ScheduleRevised(
            LoanId loanId,
            RepaymentId repaymentId,
            PrepaymentRule rule,
            List<Instalment> instalments,
            LocalDate revisedOn)
            implements LoanEvent {
        public ScheduleRevised {
            instalments = List.copyOf(instalments);
        }

        @Override
        public LocalDate businessDate() {
            return revisedOn;
        }
    }

    /** Nothing is owed any more (结清). */
    @StoredAs(name = "loan.settled", revision = 1)
    record LoanSettled(LoanId loanId, CreditLineId creditLineId, Money credit, LocalDate settledOn)
            implements LoanEvent {
        @Override
        public LocalDate businessDate() {
            return settledOn;
        }
    }

    /**
     * What was learned late changed what had been counted before (冲补): earlier entries that come out otherwise, and the movements that
     * bring the books to what they would be, had everything been learned in time.
     *
     * @param entryId the entry that was learned
     * @param corrections earlier entries that heal other debts than before
     * @param movements what the books lack of the new history, each with the day it belongs to
     * @param balances what is owed after the loan's last entry
     * @param instalments those not due yet after the loan's last entry
     * @param bookedOn when the entry itself is booked
     */
    @StoredAs(name = "loan.history-corrected", revision = 1)
    record HistoryCorrected(
            LoanId loanId,
            CreditLineId creditLineId,
            EntryId entryId,
            List<Correction> corrections,
            List<BookedMovement> movements,
            LoanBalances balances,
            List<Instalment> instalments,
            LocalDate bookedOn,
            LocalDate effectiveOn)
            implements LoanEvent {
        public HistoryCorrected {
            corrections = List.copyOf(corrections);
            movements = List.copyOf(movements);
            instalments = List.copyOf(instalments);
        }

        @Override
        public LocalDate businessDate() {
            return effectiveOn;
        }
    }

    /** Something is owed again on a loan that was settled, because an entry was taken back or learned late (恢复未结清). */
    @StoredAs(name = "loan.reopened", revision = 1)
    record LoanReopened(LoanId loanId, CreditLineId creditLineId, EntryId entryId, Money payoff, LocalDate reopenedOn)
            implements LoanEvent {
        @Override
        public LocalDate businessDate() {
            return reopenedOn;
        }
    }

    /** A settled loan was put away; only a reversal opens it again (销户). */
    @StoredAs(name = "loan.closed", revision = 1)
    record LoanClosed(LoanId loanId, CreditLineId creditLineId, LocalDate closedOn) implements LoanEvent {
        @Override
        public LocalDate businessDate() {
            return closedOn;
        }
    }
}
