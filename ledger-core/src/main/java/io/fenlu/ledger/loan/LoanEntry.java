package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a loan and matters to its arithmetic, on its business date; the loan is the fold of its entries.
 *
 * <p>Entries say what was put in, never what came of it, so that they mean the same in whatever order they are learned.
 */
public sealed interface LoanEntry {
    /** By date, within a day by rank of kind, within a kind by name: never by when it was learned. */
    Comparator<LoanEntry> CANONICAL = Comparator.comparing(LoanEntry::on)
            .thenComparingInt(LoanEntry::rank)
            .thenComparing(entry -> entry.id().value());

    EntryId id();

    /** The business date: when it counts. */
    LocalDate on();

    /** Whether it changes what nights bear, so that the convention of days says from which night on it counts. */
    default boolean changesNights() {
        return switch (this) {
            case RateChange _, Resume _, Pause _, Misuse _ -> true;
            case Draw _,
                    DueDateMove _,
                    Restructuring _,
                    Fee _,
                    Waiver _,
                    Payment _,
                    Withdrawal _,
                    CreditReturn _,
                    Refund _,
                    Remittance _,
                    ChargeOff _,
                    Sale _,
                    Undoing _,
                    Mark _ -> false;
        };
    }

    /** What comes first on one day: money out, new rules, charges, money in, ends, reversals, and last the marks of the books. */
    private int rank() {
        return switch (this) {
            case Draw _ -> 0;
            case RateChange _ -> 1;
            case Resume _ -> 2;
            case Pause _ -> 3;
            case DueDateMove _ -> 4;
            case Restructuring _ -> 5;
            case Misuse _ -> 6;
            case Fee _ -> 7;
            case Waiver _ -> 8;
            case Payment payment -> payment.payer == Payer.RECOVERY ? 13 : 9;
            case Withdrawal _ -> 10;
            case CreditReturn _, Refund _, Remittance _ -> 11;
            case ChargeOff _ -> 12;
            case Sale _ -> 14;
            case DisbursementReturn _ -> 15;
            case Reversal _ -> 16;
            case Billing _ -> 17;
            case PenaltyMark _ -> 18;
            case MonthEnd _ -> 19;
            case Provision _ -> 20;
        };
    }

    /** An entry that undoes an earlier one: from its day on the loan stands as if the other had never been. */
    sealed interface Undoing extends LoanEntry {
        EntryId reverses();
    }

    /** An entry that only brings the books up to date; there is one of a kind on a day. */
    sealed interface Mark extends LoanEntry {}

    /**
     * Money that goes to the borrower or the supplier.
     *
     * @param bankReference what the bank called it, where it left before the ledger learned of it; none where the ledger does not know
     */
    record Draw(
            EntryId id,
            Money amount,
            @Nullable PurposeBinding purpose,
            LocalDate on,
            @Nullable String bankReference) implements LoanEntry {
        /** Money of which no bank told the ledger before. */
        public Draw(EntryId id, Money amount, @Nullable PurposeBinding purpose, LocalDate on) {
            this(id, amount, purpose, on, null);
        }
    }

    /**
     * Money that came in.
     *
     * @param source the guarantor, the collateral or the new loan; none for the borrower's own money
     */
    record Payment(EntryId id, Payer payer, @Nullable String source, Money amount, LocalDate on) implements LoanEntry {}

    /** Credit that was paid back to the borrower. */
    record CreditReturn(EntryId id, Money amount, String bankReference, LocalDate on) implements LoanEntry {}

    /** Credit that is sent back to where the borrower's money goes; the bank is asked to. */
    record Refund(EntryId id, Money amount, LocalDate on) implements LoanEntry {}

    /** What came in for one of several funders was passed on to it. */
    record Remittance(EntryId id, LenderId funder, Money amount, String bankReference, LocalDate on)
            implements LoanEntry {}

    /**
     * A charge beside interest.
     *
     * @param charge its name in the disclosed table of costs
     * @param payee who gets it
     */
    record Fee(EntryId id, String charge, String payee, Money amount, LocalDate on) implements LoanEntry {}

    /**
     * A debt that is given up.
     *
     * @param amount none for all there is on the day
     * @param authority who was allowed to give it up
     */
    record Waiver(EntryId id, Bucket bucket, @Nullable Money amount, String reason, String authority, LocalDate on)
            implements LoanEntry {}

    /** Another rate from this day on. */
    record RateChange(EntryId id, Rate rate, String reason, LocalDate on) implements LoanEntry {}

    /**
     * Interest stands still from this day on.
     *
     * @param penaltyToo whether penalty stands still as well
     */
    record Pause(EntryId id, boolean penaltyToo, String reason, LocalDate on) implements LoanEntry {}

    /** Interest runs again from this day on. */
    record Resume(EntryId id, LocalDate on) implements LoanEntry {}

    /** One instalment is due on another day. */
    record DueDateMove(EntryId id, int instalment, LocalDate dueOn, String reason, LocalDate on) implements LoanEntry {}

    /** Repayment agreed anew. */
    record Restructuring(
            EntryId id,
            RestructuringMeasure measure,
            AccruedInterest accrued,
            String reason,
            String authority,
            LocalDate on)
            implements LoanEntry {}

    /**
     * The money was used for something else than agreed: what is not due yet bears a multiple of the contract rate.
     *
     * @param multiple more than 1, at most 2
     * @param document the evidence
     */
    record Misuse(EntryId id, BigDecimal multiple, String document, LocalDate on) implements LoanEntry {}

    /** The borrower gives the loan back within the cooling-off period. */
    record Withdrawal(EntryId id, Money amount, boolean waivesInterest, LocalDate on) implements LoanEntry {}

    /** The lender gives up the debt in its books, not the claim. */
    record ChargeOff(EntryId id, String reason, String authority, LocalDate on) implements LoanEntry {}

    /** The claim belongs to somebody else. */
    record Sale(EntryId id, String buyer, Money price, LocalDate on) implements LoanEntry {}

    /** An entry that is taken back as of this day. */
    record Reversal(EntryId id, EntryId reverses, String reason, LocalDate on) implements Undoing {}

    /** The bank sent a payout back. */
    record DisbursementReturn(EntryId id, EntryId reverses, String bankReference, LocalDate on) implements Undoing {}

    /** An instalment's bill: its interest is in the books by the due date. */
    record Billing(int instalment, LocalDate on) implements Mark {
        @Override
        public EntryId id() {
            return LoanEntry.mark(1, on);
        }
    }

    /** Penalty is in the books by this day. */
    record PenaltyMark(LocalDate on) implements Mark {
        @Override
        public EntryId id() {
            return LoanEntry.mark(2, on);
        }
    }

    /**
     * The books of a period are closed with this day: all that was earned is in them.
     *
     * @param nonAccrualAfterDays a loan that is longer past due bears its interest off the books; 0 for never
     */
    record MonthEnd(int nonAccrualAfterDays, LocalDate on) implements Mark {
        @Override
        public EntryId id() {
            return LoanEntry.mark(3, on);
        }
    }

    /**
     * At the end of a month the allowance for losses is brought to a part of the principal (计提贷款损失准备); there is one a month.
     *
     * @param riskClass the class the loan was in on that day
     * @param rate the part that the class asks for
     * @param rule the pack of rules that says so
     */
    record Provision(String riskClass, Fraction rate, String rule, LocalDate on) implements Mark {
        @Override
        public EntryId id() {
            return LoanEntry.mark(6, on.withDayOfMonth(1));
        }
    }

    /** What stands for the charges that fall due with an instalment, which no entry brings. */
    static EntryId ofInstalment(int number) {
        return new EntryId(new UUID(4, number));
    }

    /** What stands for the fee of an instalment that is late, which no entry brings either. */
    static EntryId ofLateInstalment(int number) {
        return new EntryId(new UUID(5, number));
    }

    private static EntryId mark(int kind, LocalDate on) {
        return new EntryId(new UUID(kind, on.toEpochDay()));
    }
}
