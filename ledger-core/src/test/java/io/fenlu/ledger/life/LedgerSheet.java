package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.Posting;
import io.fenlu.ledger.kernel.LenderId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts of one loan as they stand after some postings, in smallest units; debit is positive. */
final class LedgerSheet {
    private record Column(LedgerAccount account, @Nullable LenderId lender) {}

    private final Map<Column, Long> balances = new HashMap<>();

    void post(Posting posting) {
        long sum = 0;
        for (var entry : posting.entries()) {
            var minor = entry.amount().minor() * (entry.side() == Entry.Side.DEBIT ? 1 : -1);
            balances.merge(new Column(entry.account(), entry.lender()), minor, Long::sum);
            sum += minor;
        }
        assertThat(sum).as("debits less credits of %s", posting).isZero();
    }

    long balance(LedgerAccount account) {
        return balances.entrySet().stream()
                .filter(entry -> entry.getKey().account() == account)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    void mustBalance() {
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                .as("debits less credits of all accounts")
                .isZero();
    }

    /** What borrowers owe a lender is an asset: never less than nothing, for no lender. */
    void noLenderIsOwedLessThanNothing() {
        balances.forEach((column, minor) -> {
            if (column.account() == LedgerAccount.LOAN_PRINCIPAL
                    || column.account() == LedgerAccount.INTEREST_RECEIVABLE
                    || column.account() == LedgerAccount.FEE_RECEIVABLE
                    || column.account() == LedgerAccount.PENALTY_RECEIVABLE) {
                assertThat(minor).as("%s in %s", column, balances).isNotNegative();
            }
        });
    }

    /** After the last repayment nobody is owed anything. */
    void nothingIsOwedToAnyLender() {
        balances.forEach((column, minor) -> {
            if (column.account() == LedgerAccount.LOAN_PRINCIPAL
                    || column.account() == LedgerAccount.INTEREST_RECEIVABLE
                    || column.account() == LedgerAccount.PENALTY_RECEIVABLE) {
                assertThat(minor).as("%s in %s", column, balances).isZero();
            }
        });
    }
}
