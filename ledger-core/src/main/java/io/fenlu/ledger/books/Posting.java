package io.fenlu.ledger.books;

import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fact means in double entry (记账凭证): entries whose debits equal their credits; none for a fact that moves no money.
 *
 * @param on the business date for which it counts
 * @param bookedOn the day of an open accounting period on which it is booked; mostly the same
 */
public record Posting(LocalDate on, LocalDate bookedOn, List<Entry> entries) {
    public Posting {
        entries = List.copyOf(entries);
        long balance = 0;
        for (var entry : entries) {
            var minor = entry.amount().minor();
            balance = Math.addExact(balance, entry.side() == Entry.Side.DEBIT ? minor : -minor);
            if (entry.amount().currency() != entries.getFirst().amount().currency()) {
                throw new IllegalArgumentException("a posting has one currency: " + entries);
            }
        }
        if (balance != 0) {
            throw new IllegalArgumentException("debits and credits differ by " + balance + ": " + entries);
        }
    }

    static Builder on(LocalDate date) {
        return new Builder(date, date);
    }

    static Builder on(LocalDate date, LocalDate bookedOn) {
        return new Builder(date, bookedOn);
    }

    /** Collects entries; amounts of zero are left out. */
    static final class Builder {
        private final LocalDate date;
        private final LocalDate bookedOn;
        private final List<Entry> entries = new ArrayList<>();

        private Builder(LocalDate date, LocalDate bookedOn) {
            this.date = date;
            this.bookedOn = bookedOn;
        }

        Builder debit(LedgerAccount account, Money amount, @Nullable LenderId lender) {
            return add(account, Entry.Side.DEBIT, amount, lender);
        }

        Builder credit(LedgerAccount account, Money amount, @Nullable LenderId lender) {
            return add(account, Entry.Side.CREDIT, amount, lender);
        }

        private Builder add(LedgerAccount account, Entry.Side side, Money amount, @Nullable LenderId lender) {
            if (!amount.isZero()) {
                entries.add(new Entry(account, side, amount, lender));
            }
            return this;
        }

        Posting posting() {
            return new Posting(date, bookedOn, entries);
        }
    }
}
