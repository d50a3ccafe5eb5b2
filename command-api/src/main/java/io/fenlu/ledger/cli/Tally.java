package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.money.Currency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run has done so far; many hands write into it. */
final class Tally {
    private final Stretch stretch;
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
        stretch = new Stretch(firstPosition);
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
        return "%,d rows in, %,d refused, %,d failed; %s"
                .formatted(imported, refused.size(), failed.size(), stretch.progress(position));
    }

    synchronized ImportReport report(History history, WholeBooks books, Currency currency) {
        var position = history.lastPosition();
        failed.sort(Comparator.comparingLong(ImportReport.Row::line));
        return new ImportReport(
                new ImportReport.Counts(rows, imported, alreadyThere, notCurrent, instalmentsMatched, balancesMatched),
                List.copyOf(refused),
                List.copyOf(failed),
                List.copyOf(unexplained),
                stretch.pace(position),
                ImportReport.TrialBalance.of(books, currency),
                position);
    }
}
