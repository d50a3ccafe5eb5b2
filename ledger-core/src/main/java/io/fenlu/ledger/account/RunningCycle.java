package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountState.Active;
import java.time.LocalDate;
import java.util.List;

/**
 * The cycle that runs on a day, and what its bill would show so far, as it is now known (未出账单).
 *
 * @param lines of what is dated up to that day
 * @param carried what the next bill puts right of earlier ones; empty for a cycle whose bill is out
 */
public record RunningCycle(
        int number,
        LocalDate from,
        LocalDate billOn,
        LocalDate dueOn,
        boolean transition,
        List<BillLine> lines,
        List<Adjustment> carried,
        AccountBalances balances) {
    public RunningCycle {
        lines = List.copyOf(lines);
        carried = List.copyOf(carried);
    }

    /** The cycle of a day from the opening on. */
    public static RunningCycle of(Active account, LocalDate day) {
        var book = account.book();
        var position = book.on(day);
        var cycle = position.cycle();
        var isLast = cycle.number() == account.position().cycle().number();
        return new RunningCycle(
                cycle.number(),
                cycle.from(),
                cycle.billOn(),
                cycle.dueOn(),
                cycle.transition(),
                Billing.lines(book.steps(cycle.number(), day)),
                isLast ? account.issued().carried() : List.of(),
                position.balances());
    }
}
