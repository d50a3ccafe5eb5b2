package io.fenlu.ledger.cli;

import io.fenlu.ledger.interest.Rate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run through a book of merchant loans has done.
 *
 * @param rate at which all rows were brought
 * @param refused rows that cannot be brought
 * @param warned rows that were brought, and what is odd about them
 * @param failed rows that could be read and did not get in
 * @param unmatched lines of charged-off loans of which the ledger charged off another principal than the file
 */
record MerchantLoanReport(
        Rate rate,
        Counts counts,
        List<ImportReport.Row> refused,
        List<ImportReport.Row> warned,
        List<ImportReport.Row> failed,
        List<Long> unmatched,
        ImportReport.Pace pace,
        ImportReport.TrialBalance trialBalance,
        long position)
        implements ImportOptions.Done {
    private static final int SHOWN = 10;

    /**
     * Rows by what became of them.
     *
     * @param alreadyThere imported rows of which nothing was missing before
     */
    record Counts(
            long rows, long imported, long alreadyThere, long paidInFull, long chargeOffs, long chargeOffsMatched) {}

    Map<String, Object> content() {
        var content = new LinkedHashMap<String, Object>();
        content.put("rows", counts.rows);
        content.put("imported", counts.imported);
        content.put("already_there", counts.alreadyThere);
        content.put("refused", ImportReport.rows(refused));
        content.put("warned", ImportReport.rows(warned));
        content.put("failed", ImportReport.rows(failed));
        content.put("rate", rate.value().toPlainString());
        content.put("paid_in_full", counts.paidInFull);
        content.put("charge_offs", counts.chargeOffs);
        content.put("charge_offs_matched", counts.chargeOffsMatched);
        content.put("charge_offs_unmatched", unmatched);
        content.put("events", pace.events());
        content.put("seconds", pace.seconds());
        content.put("events_per_second", pace.eventsPerSecond());
        content.put("trial_balance", trialBalance.content());
        content.put("ledger_position", position);
        return content;
    }

    @Override
    public void write(Path file) throws IOException {
        ImportReport.write(file, content());
    }

    /** Every charged-off loan must be that of the file, too. */
    @Override
    public boolean isComplete() {
        return failed.isEmpty() && trialBalance.balanced() && unmatched.isEmpty();
    }

    /** Prints a summary for people. */
    @Override
    public void print(PrintWriter out) {
        out.printf("rows                      %,d, at %s%n", counts.rows, rate.inWords());
        out.printf("imported                  %,d (%,d were there before)%n", counts.imported, counts.alreadyThere);
        list(out, "refused", refused);
        list(out, "warned of", warned);
        list(out, "failed", failed);
        out.printf("paid in full              %,d%n", counts.paidInFull);
        out.printf("charge-offs matched       %,d of %,d%n", counts.chargeOffsMatched, counts.chargeOffs);
        out.printf(
                "facts                     %,d in %s s, %s a second%n",
                pace.events(), pace.seconds(), pace.eventsPerSecond());
        out.printf(
                "trial balance             debits %s %s, credits %s %s%n",
                trialBalance.currency(), trialBalance.debits(), trialBalance.currency(), trialBalance.credits());
        out.printf("ledger position           %d%n", position);
        out.flush();
    }

    private static void list(PrintWriter out, String what, List<ImportReport.Row> rows) {
        out.printf("%-25s %,d%n", what, rows.size());
        rows.stream().limit(SHOWN).forEach(row -> out.printf("  line %d: %s%n", row.line(), row.reason()));
        if (rows.size() > SHOWN) {
            out.printf("  … and %,d more%n", rows.size() - SHOWN);
        }
    }
}
