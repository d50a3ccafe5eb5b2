package io.fenlu.ledger.process.billday;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bill day did.
 *
 * @param due found in the diary
 * @param bills that are out, each of one account and one cycle
 * @param nothing accounts that had nothing to tell after all
 * @param refused bills that an account said no to; they are parked for people
 * @param unanswered nobody knows whether they are out; the next run asks again
 * @param current whether the diary had read every fact
 * @param faults the first of the refused and unanswered, in words
 */
public record BillDayReport(
        LocalDate day,
        long due,
        long bills,
        long nothing,
        long refused,
        long unanswered,
        boolean current,
        Duration took,
        List<String> faults) {
    private static final long MILLIS = 1_000;

    public BillDayReport {
        faults = List.copyOf(faults);
    }

    /** Whether every bill that was due is out. */
    public boolean isWhole() {
        return current && refused == 0 && unanswered == 0;
    }

    public long billsPerSecond() {
        return bills * MILLIS / Math.max(1, took.toMillis());
    }

    /** For people, in one line. */
    public String line() {
        return "bill day %s: %,d due, %,d bills, %,d had nothing to tell, %,d refused, %,d unanswered, %,d ms"
                .formatted(day, due, bills, nothing, refused, unanswered, took.toMillis());
    }

    /** For machines. */
    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("on", day.toString());
        figures.put("due", due);
        figures.put("bills", bills);
        figures.put("nothing_to_bill", nothing);
        figures.put("refused", refused);
        figures.put("unanswered", unanswered);
        figures.put("diary_current", current);
        figures.put("millis", took.toMillis());
        figures.put("bills_per_second", billsPerSecond());
        figures.put("faults", faults);
        return figures;
    }
}
