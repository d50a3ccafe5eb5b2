package io.fenlu.ledger.account;

import io.fenlu.ledger.billing.MinimumPayment;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A bill as it was issued (账单); it is never edited.
 *
 * @param number of its cycle, for the whole life of the account
 * @param from first day of its cycle
 * @param transition whether its cycle was cut short or made longer
 * @param lines what happened in the cycle, and what the bill itself brings
 * @param adjustments of earlier bills
 * @param undue principal of plans that falls due later
 */
public record Bill(
        int number,
        LocalDate from,
        LocalDate billedOn,
        LocalDate dueOn,
        boolean transition,
        String brand,
        LenderId lenderOfRecord,
        BillTotals totals,
        MinimumPayment minimum,
        List<BillLine> lines,
        List<Adjustment> adjustments,
        Money undue) {
    public Bill {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }
}
