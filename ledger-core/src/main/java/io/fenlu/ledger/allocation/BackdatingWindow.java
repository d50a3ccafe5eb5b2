package io.fenlu.ledger.allocation;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How many days back the business date of a fact may lie that is learned late (倒起息窗口). */
public record BackdatingWindow(int days) {
    /** Ten years: as far back as anybody keeps records of transactions. */
    public static final BackdatingWindow WIDE = new BackdatingWindow(3660);

    public BackdatingWindow {
        if (days < 0 || days > 3660) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a backdating window is 0 to 3660 days");
        }
    }

    /** Whether something that happened on a day may still be entered on another. */
    public boolean reaches(LocalDate happenedOn, LocalDate learnedOn) {
        return ChronoUnit.DAYS.between(happenedOn, learnedOn) <= days;
    }
}
