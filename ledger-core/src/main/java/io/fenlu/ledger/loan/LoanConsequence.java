package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry did to its loan: a line of the statement, the books and the schedule.
 *
 * @param allocation which debts it healed or gave up
 * @param credit what of it is held for the borrower
 * @param balances what is owed after it, on its own day
 * @param instalments those not due yet after it
 * @param bookedOn its own day, or the first of the open period when that day's period is closed
 * @param cut what of a charge was not charged, because the loan would have cost more than its caps allow; none where nothing was cut
 */
public record LoanConsequence(
        List<AllocationLine> allocation,
        Money credit,
        List<Movement> movements,
        LoanBalances balances,
        List<Instalment> instalments,
        LocalDate bookedOn,
        @Nullable Money cut) {
    public LoanConsequence {
        allocation = List.copyOf(allocation);
        movements = List.copyOf(movements);
        instalments = List.copyOf(instalments);
    }

    /** A consequence of which caps took nothing. */
    public LoanConsequence(
            List<AllocationLine> allocation,
            Money credit,
            List<Movement> movements,
            LoanBalances balances,
            List<Instalment> instalments,
            LocalDate bookedOn) {
        this(allocation, credit, movements, balances, instalments, bookedOn, null);
    }
}
