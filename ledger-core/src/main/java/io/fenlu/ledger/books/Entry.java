package io.fenlu.ledger.books;

import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a posting: an amount on one side of one account.
 *
 * @param amount always more than zero
 * @param lender whose books it belongs to; none where no single lender owns it
 */
public record Entry(
        LedgerAccount account,
        Side side,
        Money amount,
        @Nullable LenderId lender) {
    /** 借 and 贷. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    public Entry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an entry is more than zero: " + amount);
        }
    }
}
