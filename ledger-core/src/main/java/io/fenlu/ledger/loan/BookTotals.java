package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;

/**
 * What the books of a loan have seen: all that ever raised a kind of debt and all that ever lowered it. Both only grow, so that each
 * lender's part of both, and of what is between them, is exact.
 *
 * @param collected money that came in and is owed to several funders; nothing where one funds alone
 * @param costs interest, penalty and fees that were paid, or turned into principal; what was given up is not among them
 * @param offBook earned, not paid, and kept off the books
 * @param provided what month ends have set aside for losses of it
 */
record BookTotals(Sums raised, Sums lowered, Sums collected, Money costs, Money offBook, Money provided) {
    static BookTotals none(Currency currency) {
        return new BookTotals(
                Sums.zero(currency),
                Sums.zero(currency),
                Sums.zero(currency),
                Money.zero(currency),
                Money.zero(currency),
                Money.zero(currency));
    }

    /** What the books hold of a kind of debt. */
    Money onBook(Bucket bucket) {
        return raised.of(bucket).minus(lowered.of(bucket));
    }
}
