package io.fenlu.ledger.cli;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One loan of a book of loans to small businesses.
 *
 * @param line of the file, counted as an editor does
 * @param identity follows from the content, and from how many equal rows stand before it
 * @param drawn what went out; more than the file says only where more was charged off, and then there is a warning
 * @param warnings what is odd about the row and how it is understood
 */
record MerchantLoanRow(
        long line,
        String identity,
        Money drawn,
        int instalments,
        boolean revolving,
        LocalDate paidOutOn,
        End end,
        List<String> warnings) {
    MerchantLoanRow {
        warnings = List.copyOf(warnings);
    }

    /** How the loan ended, as far as the file knows. */
    sealed interface End {
        /** Paid in full; the file does not say when. */
        record PaidInFull() implements End {}

        /** Charged off with so much principal unpaid. */
        record ChargedOff(LocalDate on, Money principal) implements End {}

        /** Nothing that can be brought. */
        record Unknown() implements End {}
    }

    /** What had to be charged off; nothing for loans that were not. */
    @Nullable
    Money chargedOff() {
        return end instanceof End.ChargedOff(var _, var principal) ? principal : null;
    }
}
