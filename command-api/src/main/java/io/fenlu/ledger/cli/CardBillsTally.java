package io.fenlu.ledger.cli;

import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a run through a book of accounts has done so far; many hands write into it. */
final class CardBillsTally {
    private final long start = System.nanoTime();
    private final long firstPosition;
    private final List<ImportReport.Row> refused = new ArrayList<>();
    private final List<ImportReport.Row> failed = new ArrayList<>();
    private long rows;
    private long imported;
    private long alreadyThere;
    private long bills;
    private long billsMatched;
    private long billsOverLimit;
    private long billsInCredit;
    private final Set<Long> rowsOverLimit = new HashSet<>();
    private final Set<Long> rowsInCredit = new HashSet<>();
    private long months;
    private long monthsAgreed;
    private long monthsBothLate;
    private boolean hopeless;

    CardBillsTally(long firstPosition) {
        this.firstPosition = firstPosition;
    }

    synchronized void row() {
        rows++;
    }

    synchronized void brought(boolean isNew) {
        imported++;
        alreadyThere += isNew ? 0 : 1;
    }

    synchronized void bill(long row, Money ours, Money expected, Money limit) {
        bills++;
        billsMatched += ours.equals(expected) ? 1 : 0;
        if (ours.isMoreThan(limit)) {
            billsOverLimit++;
            rowsOverLimit.add(row);
        }
        if (ours.isNegative()) {
            billsInCredit++;
            rowsInCredit.add(row);
        }
    }

    /** Months in arrears at the bill day: unpaid least payments by the ledger, and the file's status. */
    synchronized void arrears(int ours, int status) {
        months++;
        monthsAgreed += ours == Math.max(0, status) ? 1 : 0;
        monthsBothLate += (ours > 0) == (status > 0) ? 1 : 0;
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

    synchronized String progress() {
        return "%,d rows in, %,d refused, %,d failed; %,d of %,d bills are the file's"
                .formatted(imported, refused.size(), failed.size(), billsMatched, bills);
    }

    synchronized CardBillsReport report(History history, WholeBooks books, Currency currency) {
        var position = history.lastPosition();
        var events = position - firstPosition;
        var seconds = BigDecimal.valueOf(elapsed().toMillis(), 3);
        var perSecond = seconds.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(events).divide(seconds, 1, RoundingMode.HALF_UP);
        var sides = books.in(currency);
        failed.sort(Comparator.comparingLong(ImportReport.Row::line));
        return new CardBillsReport(
                new CardBillsReport.Counts(rows, imported, alreadyThere),
                List.copyOf(refused),
                List.copyOf(failed),
                new CardBillsReport.Bills(
                        bills, billsMatched, billsOverLimit, billsInCredit, rowsOverLimit.size(), rowsInCredit.size()),
                new CardBillsReport.Arrears(months, monthsAgreed, monthsBothLate),
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
