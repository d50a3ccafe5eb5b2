package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is owed on an account (账户余额).
 *
 * @param billed on bills and unpaid
 * @param unbilled since the last bill
 * @param undue periods of plans that have not fallen due
 * @param credit held for the shopper
 * @param minimumDue unpaid of least payments
 * @param lateFees that the next bill will charge
 * @param held by authorisations
 * @param overLimit owed above the limit
 * @param available open to buy
 * @param claim of what was written off, not recovered; none while nothing was written off
 */
public record AccountBalances(
        Money billed,
        Money unbilled,
        Money undue,
        Money credit,
        Money minimumDue,
        Money lateFees,
        Money held,
        Money limit,
        Money overLimit,
        Money available,
        @Nullable Money claim) {
    /** Everything owed that is in the books. */
    public Money owed() {
        return billed.plus(unbilled).plus(undue);
    }
}
