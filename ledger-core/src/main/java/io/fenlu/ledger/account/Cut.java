package io.fenlu.ledger.account;

import io.fenlu.ledger.billing.MinimumPayment;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill being cut: what falls due with it and is charged with it, and how the account stands after it.
 *
 * @param lines of what the bill itself brings; what happened in the cycle comes before
 * @param closing what the bill comes to
 * @param due what it asks for beyond earlier least payments; none when it asks for nothing more
 * @param healings of least payments before the cut, by time alone
 */
record Cut(
        Cycle cycle,
        LocalDate on,
        List<BillLine> lines,
        List<AccountMovement> movements,
        List<DueHealing> healings,
        MinimumPayment minimum,
        Money closing,
        Money overLimit,
        @Nullable Due due,
        AccountPosition after) {
    Cut {
        lines = List.copyOf(lines);
        movements = List.copyOf(movements);
        healings = List.copyOf(healings);
    }
}
