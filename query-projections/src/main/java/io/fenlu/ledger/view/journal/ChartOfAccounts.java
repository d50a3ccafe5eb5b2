package io.fenlu.ledger.view.journal;

import io.fenlu.ledger.books.LedgerAccount;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts by their numbers. */
public final class ChartOfAccounts {
    private static final Map<String, LedgerAccount> BY_NUMBER = Arrays.stream(LedgerAccount.values())
            .collect(Collectors.toUnmodifiableMap(LedgerAccount::number, Function.identity()));

    private ChartOfAccounts() {}

    /**
     * The account of a number that the journal uses.
     *
     * @throws IllegalStateException when there is none: a number was taken out of the chart while entries stand on it
     */
    public static LedgerAccount account(String number) {
        var account = BY_NUMBER.get(number);
        if (account == null) {
            throw new IllegalStateException("the chart of accounts has no " + number);
        }
        return account;
    }
}
