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
 */
public record LoanBalances(
        Money principalNotDue,
        Money principalDue,
        Money interestDue,
        Money interestAccrued,
        Money penalty,
        Money credit,
        @Nullable Money charges) {
    public LoanBalances {
        charges = charges == null || charges.isZero() ? null : charges;
    }

    /** Balances without fees. */
    public LoanBalances(
            Money principalNotDue,
            Money principalDue,
            Money interestDue,
            Money interestAccrued,
            Money penalty,
            Money credit) {
        this(principalNotDue, principalDue, interestDue, interestAccrued, penalty, credit, null);
    }

    /** Fees charged and not paid. */
    public Money fees() {
        return charges == null ? credit.zero() : charges;
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
        return principal().plus(interest()).plus(penalty).plus(fees());
    }

    /** What should have been paid by this day. */
    public Money due() {
        return principalDue.plus(interestDue).plus(penalty).plus(fees());
    }
}
