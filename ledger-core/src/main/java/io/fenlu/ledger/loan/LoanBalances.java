package io.fenlu.ledger.loan;

import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is owed on a loan at the end of a day.
 *
 * @param principalNotDue not due yet
 * @param principalDue due and not paid
 * @param interestDue due and not paid
 * @param interestAccrued of the running period, not due yet
 * @param penalty for what is overdue
 * @param credit held for the borrower
 * @param charges fees charged and not paid; none when there are none
 * @param early what settling before everything is due costs on top; none when it costs nothing
 * @param cut penalty and fees so far that were not charged, because the loan would have cost more than its caps allow; none where none were
 */
public record LoanBalances(
        Money principalNotDue,
        Money principalDue,
        Money interestDue,
        Money interestAccrued,
        Money penalty,
        Money credit,
        @Nullable Money charges,
        @Nullable Money early,
        @Nullable Money cut) {
    public LoanBalances {
        charges = charges == null || charges.isZero() ? null : charges;
        early = early == null || early.isZero() ? null : early;
        cut = cut == null || cut.isZero() ? null : cut;
    }

    /** Balances without fees. */
    public LoanBalances(
            Money principalNotDue,
            Money principalDue,
            Money interestDue,
            Money interestAccrued,
            Money penalty,
            Money credit) {
        this(principalNotDue, principalDue, interestDue, interestAccrued, penalty, credit, null, null, null);
    }

    /** Fees charged and not paid. */
    public Money fees() {
        return charges == null ? credit.zero() : charges;
    }

    /** What settling before everything is due costs on top of what has grown. */
    public Money earlyCost() {
        return early == null ? credit.zero() : early;
    }

    /** All principal that was not repaid. */
    public Money principal() {
        return principalNotDue.plus(principalDue);
    }

    /** All interest that has grown and was not paid. */
    public Money interest() {
        return interestDue.plus(interestAccrued);
    }

    /** What settles the loan on this day: no more, no less. */
    public Money payoff() {
        return owed().plus(earlyCost());
    }

    /** What is owed, were nothing to be paid before it is due. */
    public Money owed() {
        return principal().plus(interest()).plus(penalty).plus(fees());
    }

    /** What should have been paid by this day. */
    public Money due() {
        return principalDue.plus(interestDue).plus(penalty).plus(fees());
    }
}
