package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.money.Currency;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has done.
 *
 * @param refused rows that cannot be read
 * @param failed rows that could be read and did not get in
 * @param unexplained lines of current loans that no number of instalments on time explains; they are in, without repayments
 * @param position of the ledger's last fact
 */
record ImportReport(
        Counts counts,
        List<Row> refused,
        List<Row> failed,
        List<Long> unexplained,
        Pace pace,
        TrialBalance trialBalance,
        long position)
        implements ImportOptions.Done {
    private static final int SHOWN = 10;

    /** A row that is not in, and why. */
    record Row(long line, String reason) {}

    /**
     * Rows by what became of them.
     *
     * @param alreadyThere imported rows of which nothing was missing before
     * @param notCurrent loans that are late, repaid or given up: in, without repayments
     */
    record Counts(
            long rows,
            long imported,
            long alreadyThere,
            long notCurrent,
            long instalmentsMatched,
            long onTimeBalancesMatched) {}

    /** What this run has added, and how fast. */
    record Pace(long events, BigDecimal seconds, BigDecimal eventsPerSecond) {}

    /**
     * Both sides of the books over the whole ledger.
     *
     * @param balanced in every currency, not only in that of the file
     */
    record TrialBalance(String currency, String debits, String credits, boolean balanced) {
        static TrialBalance of(WholeBooks books, Currency currency) {
            var sides = books.in(currency);
            return new TrialBalance(
                    currency.name(), sides.debits().amount(), sides.credits().amount(), books.isBalanced());
        }

        Map<String, Object> content() {
            var content = new LinkedHashMap<String, Object>();
            content.put("currency", currency);
            content.put("debits", debits);
            content.put("credits", credits);
            return content;
        }
    }

    /**
     * Sees to it that a report can be written, before hours of work that it is to report on.
     *
     * @throws BadSetup when it cannot
     */
    static void makePlace(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new BadSetup("the report cannot be written: " + file + " is a directory");
            }
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(part(file), "");
        } catch (IOException failure) {
            throw new BadSetup("the report cannot be written to " + file, failure);
        }
    }

    /** Writes the report as JSON; whoever reads the file sees all of it or none. */
    @Override
    public void write(Path file) throws IOException {
        write(file, content());
    }

    /** Writes what a run has done as JSON; whoever reads the file sees all of it or none. */
    static void write(Path file, Map<String, Object> content) throws IOException {
        var written = Files.writeString(part(file), json(content) + "\n");
        Files.move(written, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path part(Path file) {
        var target = file.toAbsolutePath();
        return target.resolveSibling(target.getFileName() + ".part");
    }

    String json() {
        return json(content());
    }

    private static String json(Map<String, Object> content) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(content);
    }

    private Map<String, Object> content() {
        var content = new LinkedHashMap<String, Object>();
        content.put("rows", counts.rows);
        content.put("imported", counts.imported);
        content.put("already_there", counts.alreadyThere);
        content.put("refused", rows(refused));
        content.put("failed", rows(failed));
        content.put("not_current", counts.notCurrent);
        content.put("unexplained", unexplained);
        content.put("instalments_matched", counts.instalmentsMatched);
        content.put("on_time_balances_matched", counts.onTimeBalancesMatched);
        content.put("events", pace.events);
        content.put("seconds", pace.seconds);
        content.put("events_per_second", pace.eventsPerSecond);
        content.put("trial_balance", trialBalance.content());
        content.put("ledger_position", position);
        return content;
    }

    static List<Map<String, Object>> rows(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    var content = new LinkedHashMap<String, Object>();
                    content.put("line", row.line);
                    content.put("reason", row.reason);
                    return (Map<String, Object>) content;
                })
                .toList();
    }

    /** Prints a summary for people. */
    @Override
    public void print(PrintWriter out) {
        out.printf("rows                      %,d%n", counts.rows);
        out.printf("imported                  %,d (%,d were there before)%n", counts.imported, counts.alreadyThere);
        list(out, "refused", refused);
        list(out, "failed", failed);
        out.printf("instalments matched       %,d%n", counts.instalmentsMatched);
        out.printf("on-time balances matched  %,d%n", counts.onTimeBalancesMatched);
        out.printf("unexplained               %,d (and %,d not current)%n", unexplained.size(), counts.notCurrent);
        out.printf(
                "facts                     %,d in %s s, %s a second%n",
                pace.events, pace.seconds, pace.eventsPerSecond);
        out.printf(
                "trial balance             debits %s %s, credits %s %s%n",
                trialBalance.currency, trialBalance.debits, trialBalance.currency, trialBalance.credits);
        out.printf("ledger position           %d%n", position);
        out.flush();
    }

    static void list(PrintWriter out, String what, List<Row> rows) {
        out.printf("%-25s %,d%n", what, rows.size());
        rows.stream().limit(SHOWN).forEach(row -> out.printf("  line %d: %s%n", row.line, row.reason));
        if (rows.size() > SHOWN) {
            out.printf("  … and %,d more%n", rows.size() - SHOWN);
        }
    }

    @Override
    public boolean isComplete() {
        return failed.isEmpty() && trialBalance.balanced();
    }
}
