package io.fenlu.ledger.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run through a book of accounts has done.
 *
 * @param refused rows that cannot be read
 * @param failed rows that could be read and did not get in
 * @param position of the ledger's last fact
 */
record CardBillsReport(
        Counts counts,
        List<ImportReport.Row> refused,
        List<ImportReport.Row> failed,
        Bills bills,
        Arrears arrears,
        ImportReport.Pace pace,
        ImportReport.TrialBalance trialBalance,
        long position)
        implements ImportOptions.Done {
    private static final String WHY_NOT_ALL =
            "The file does not say what its lender asked for at least: the ledger asks for one part of every bill"
                + " (--least-payment) and counts bills of which that is unpaid on the next bill day. Lenders whose"
                + " least payment is another formula, and status that was given on another day, come out otherwise.";

    /** Rows by what became of them. */
    record Counts(long rows, long imported, long alreadyThere) {}

    /** Issued bills: how many are those of the file, above the limit, and in credit; and how many accounts had such a bill. */
    record Bills(
            long issued, long matched, long overLimit, long inCredit, long accountsOverLimit, long accountsInCredit) {}

    /**
     * Months after the first: in how many the ledger's months in arrears are the file's status.
     *
     * @param bothLate months in which both say late or both say not late
     */
    record Arrears(long months, long agreed, long bothLate) {
        BigDecimal share(long of) {
            return months == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(months), 4, RoundingMode.HALF_UP);
        }
    }

    /** Writes the report as JSON; whoever reads the file sees all of it or none. */
    @Override
    public void write(Path file) throws IOException {
        ImportReport.write(file, content());
    }

    private Map<String, Object> content() {
        var content = new LinkedHashMap<String, Object>();
        content.put("rows", counts.rows);
        content.put("imported", counts.imported);
        content.put("already_there", counts.alreadyThere);
        content.put("refused", ImportReport.rows(refused));
        content.put("failed", ImportReport.rows(failed));
        content.put("bills", bills.issued);
        content.put("bills_matched", bills.matched);
        content.put("bills_over_limit", bills.overLimit);
        content.put("bills_in_credit", bills.inCredit);
        content.put("accounts_over_limit", bills.accountsOverLimit);
        content.put("accounts_in_credit", bills.accountsInCredit);
        content.put("months_compared", arrears.months);
        content.put("arrears_agreement", arrears.share(arrears.agreed));
        content.put("late_or_not_agreement", arrears.share(arrears.bothLate));
        content.put("arrears_explanation", WHY_NOT_ALL);
        content.put("events", pace.events());
        content.put("seconds", pace.seconds());
        content.put("events_per_second", pace.eventsPerSecond());
        content.put("trial_balance", trialBalance.content());
        content.put("ledger_position", position);
        return content;
    }

    /** Prints a summary for people. */
    @Override
    public void print(PrintWriter out) {
        out.printf("rows                      %,d%n", counts.rows);
        out.printf("imported                  %,d (%,d were there before)%n", counts.imported, counts.alreadyThere);
        ImportReport.list(out, "refused", refused);
        ImportReport.list(out, "failed", failed);
        out.printf("bills                     %,d, %,d as in the file%n", bills.issued, bills.matched);
        out.printf("over the limit            %,d bills of %,d accounts%n", bills.overLimit, bills.accountsOverLimit);
        out.printf("in credit                 %,d bills of %,d accounts%n", bills.inCredit, bills.accountsInCredit);
        out.printf(
                "months in arrears         %s of %,d as in the file; late or not: %s%n",
                arrears.share(arrears.agreed), arrears.months, arrears.share(arrears.bothLate));
        out.printf(
                "facts                     %,d in %s s, %s a second%n",
                pace.events(), pace.seconds(), pace.eventsPerSecond());
        out.printf(
                "trial balance             debits %s %s, credits %s %s%n",
                trialBalance.currency(), trialBalance.debits(), trialBalance.currency(), trialBalance.credits());
        out.printf("ledger position           %d%n", position);
        out.flush();
    }

    @Override
    public boolean isComplete() {
        return failed.isEmpty() && trialBalance.balanced();
    }
}
