package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.PurposeBinding;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the loan, as a file of events tells it. The order in the file is the order in which it was learned.
 *
 * <p>Every event may have a name of its own ({@code id}), by which a reversal refers to it; without one it is named by its number in the
 * file, counted from 1. {@code learned_on} matters only to whoever asks what was known on a day.
 */
sealed interface PaperEvent {
    /** Its business date. */
    LocalDate on();

    @Nullable
    String id();

    @Nullable
    LocalDate learnedOn();

    /** An event that takes another back. */
    sealed interface Undoing extends PaperEvent {
        String reverses();
    }

    /** Money out; when there is one in the file, the loan goes out in draws only. */
    record Draw(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money amount,
            @Nullable PurposeBinding purpose)
            implements PaperEvent {}

    /** The borrower's own money. */
    record Repayment(
            @Nullable String id, LocalDate on, @Nullable LocalDate learnedOn, Money amount) implements PaperEvent {}

    /** The borrower pays exactly what settles the loan. */
    record PayOff(
            @Nullable String id, LocalDate on, @Nullable LocalDate learnedOn) implements PaperEvent {}

    /** A guarantor pays. */
    record GuarantorPayment(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money amount,
            @Nullable String source) implements PaperEvent {}

    /** Collateral was turned into money. */
    record CollateralPayment(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money amount,
            @Nullable String source) implements PaperEvent {}

    /** A new loan pays this one off; without an amount exactly. */
    record Refinancing(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            @Nullable Money amount,
            @Nullable String source)
            implements PaperEvent {}

    /** Money for a debt that was written off. */
    record Recovery(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money amount,
            @Nullable String source) implements PaperEvent {}

    /** Credit paid back to the borrower. */
    record CreditReturn(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money amount,
            @Nullable String bankReference)
            implements PaperEvent {}

    /** A disclosed charge. */
    record Fee(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money amount,
            String charge,
            @Nullable String payee)
            implements PaperEvent {}

    /** A debt given up; without an amount all of it. */
    record Waiver(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Bucket bucket,
            @Nullable Money amount,
            @Nullable String reason,
            @Nullable String authority)
            implements PaperEvent {}

    /** Another rate. */
    record RateChange(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Rate rate,
            @Nullable String reason) implements PaperEvent {}

    /**
     * Interest stands still.
     *
     * @param to the last day of it; without one until a resume
     */
    record Pause(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            @Nullable LocalDate to,
            @Nullable Boolean penaltyToo,
            @Nullable String reason)
            implements PaperEvent {}

    /** Interest runs again. */
    record Resume(
            @Nullable String id, LocalDate on, @Nullable LocalDate learnedOn) implements PaperEvent {}

    /**
     * One instalment is due on another day.
     *
     * @param laterToo whether all later ones keep their distance from it
     */
    record DueDateMove(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            int instalment,
            LocalDate dueOn,
            @Nullable Boolean laterToo,
            @Nullable String reason)
            implements PaperEvent {}

    /** Repayment agreed anew. */
    record Restructuring(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            RestructuringMeasure measure,
            AccruedInterest accrued,
            @Nullable String reason,
            @Nullable String authority)
            implements PaperEvent {}

    /** The money was used against its purpose. */
    record Misuse(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            BigDecimal multiple,
            @Nullable String document)
            implements PaperEvent {}

    /** The loan is given back within the cooling-off period; without an amount exactly. */
    record Withdrawal(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            @Nullable Money amount,
            @Nullable Boolean waivesInterest)
            implements PaperEvent {}

    /** The debt is given up in the books. */
    record ChargeOff(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            @Nullable String reason,
            @Nullable String authority)
            implements PaperEvent {}

    /** The claim is sold. */
    record Sale(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            Money price,
            @Nullable String buyer) implements PaperEvent {}

    /** An earlier event is taken back. */
    record Reversal(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            String reverses,
            @Nullable String reason) implements Undoing {}

    /** The bank sends a payout back; the one whole payout is named {@code payout}. */
    record DisbursementReturn(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            String reverses,
            @Nullable String bankReference)
            implements Undoing {}

    /** An instalment's interest is brought into the books. */
    record Billing(
            @Nullable String id, LocalDate on, @Nullable LocalDate learnedOn, int instalment) implements PaperEvent {}

    /** Penalty is brought into the books. */
    record PenaltyMark(
            @Nullable String id, LocalDate on, @Nullable LocalDate learnedOn) implements PaperEvent {}

    /** The books of a period are closed. */
    record MonthEnd(
            @Nullable String id,
            LocalDate on,
            @Nullable LocalDate learnedOn,
            @Nullable Integer nonAccrualAfterDays) implements PaperEvent {}

    /** A settled loan is put away. */
    record Close(
            @Nullable String id, LocalDate on, @Nullable LocalDate learnedOn) implements PaperEvent {}
}
