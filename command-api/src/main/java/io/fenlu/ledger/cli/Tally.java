package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.money.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run has done so far; many hands write into it. */
final class Tally {
    private final long start = System.nanoTime();
    private final long firstPosition;
    private final List<ImportReport.Row> refused = new ArrayList<>();
    private final List<ImportReport.Row> failed = new ArrayList<>();
    private final List<Long> unexplained = new ArrayList<>();
    private long rows;
    private long imported;
    private long alreadyThere;
    private long instalmentsMatched;
    private long balancesMatched;
    private long notCurrent;
    private boolean hopeless;

    Tally(long firstPosition) {
        this.firstPosition = firstPosition;
    }

    synchronized void row() {
        rows++;
    }

    synchronized void planned(PlannedLoan loan) {
        if (loan.matchesInstalment()) {
            instalmentsMatched++;
        }
        if (!loan.row().current()) {
            notCurrent++;
        } else if (loan.paidOnTime().isPresent()) {
            balancesMatched++;
        } else {
            unexplained.add(loan.row().line());
        }
    }

    synchronized void brought(boolean isNew) {
        imported++;
        if (!isNew) {
            alreadyThere++;
        }
    }

    synchronized void refused(long line, String reason) {
        refused.add(new ImportReport.Row(line, reason));
    }

    synchronized void failed(long line, String reason) {
        failed.add(new ImportReport.Row(line, reason));
    }

    /** Nothing can be written any more; to go on reading would only make the list longer. */
    synchronized void giveUp() {
        hopeless = true;
    }

    synchronized boolean isHopeless() {
        return hopeless;
    }

    synchronized String progress(long position) {
        var seconds = Math.max(1, elapsed().toSeconds());
        return "%,d rows in, %,d refused, %,d failed; %,d facts, %,d a second"
                .formatted(
                        imported,
                        refused.size(),
                        failed.size(),
                        position - firstPosition,
                        (position - firstPosition) / seconds);
    }

    synchronized ImportReport report(History history, WholeBooks books, Currency currency) {
        var position = history.lastPosition();
        var events = position - firstPosition;
        var seconds = BigDecimal.valueOf(elapsed().toMillis(), 3);
        var perSecond = seconds.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(events).divide(seconds, 1, RoundingMode.HALF_UP);
        var sides = books.in(currency);
        failed.sort(Comparator.comparingLong(ImportReport.Row::line));
        return new ImportReport(
                new ImportReport.Counts(rows, imported, alreadyThere, notCurrent, instalmentsMatched, balancesMatched),
                List.copyOf(refused),
                List.copyOf(failed),
                List.copyOf(unexplained),
                new ImportReport.Pace(events, seconds, perSecond),
                new ImportReport.TrialBalance(
                        currency.name(),
                        sides.debits().amount(),
                        sides.credits().amount(),
                        books.isBalanced()),
                position);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
