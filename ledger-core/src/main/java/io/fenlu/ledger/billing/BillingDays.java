package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;

/**
 * On which days of a month an account is billed and has to pay (账单日、还款日).
 *
 * <p>For example 1 and 9: billed on the first, paid by the ninth of the same month; 20 and 10: paid by the tenth of the next.
 */
public record BillingDays(int billDay, int dueDay) {
    private static final int LAST = 28;
    private static final int SHORTEST_MONTH = 28;

    public BillingDays {
        if (billDay < 1 || billDay > LAST || dueDay < 1 || dueDay > LAST || billDay == dueDay) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "bill day and due day are two different days from 1 to 28");
        }
    }

    /** The first bill day after a day. */
    public LocalDate billAfter(LocalDate day) {
        return next(day, billDay);
    }

    /** By when a bill of a day must be paid. */
    public LocalDate dueAfter(LocalDate billedOn) {
        return next(billedOn, dueDay);
    }

    /** Whether a bill leaves so many days to pay in, and its due day with some days of grace comes before the next bill. */
    public boolean leaveTime(int leastDays, int graceDays) {
        if (dueDay > billDay) {
            var gap = dueDay - billDay;
            return gap >= leastDays && gap + graceDays < SHORTEST_MONTH;
        }
        return SHORTEST_MONTH - billDay + dueDay >= leastDays && graceDays < billDay - dueDay;
    }

    private static LocalDate next(LocalDate day, int dayOfMonth) {
        var candidate = day.withDayOfMonth(dayOfMonth);
        return candidate.isAfter(day) ? candidate : candidate.plusMonths(1);
    }
}
