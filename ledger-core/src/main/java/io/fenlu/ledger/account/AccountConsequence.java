package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.AllocationLine;
import java.time.LocalDate;
import java.util.List;

/**
 * What an entry did to its account: a line of the bill, the books, and the plans.
 *
 * @param allocation which debts it healed, by number of bill; the running cycle's number for what is not billed yet
 * @param balances what is owed after it, on its own day
 * @param plans those that are not done after it
 * @param bookedOn its own day, or the first after the last bill when its own bill was issued without it
 */
public record AccountConsequence(
        List<AllocationLine> allocation,
        List<AccountMovement> movements,
        AccountBalances balances,
        List<InstalmentPlan> plans,
        LocalDate bookedOn) {
    public AccountConsequence {
        allocation = List.copyOf(allocation);
        movements = List.copyOf(movements);
        plans = List.copyOf(plans);
    }
}
