package io.fenlu.ledger.cli;

import io.fenlu.ledger.cli.MerchantLoanRow.End;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Currency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run through merchant loans has done so far; many hands write into it. */
final class MerchantLoanTally {
    private final Stretch stretch;
    private final List<ImportReport.Row> refused = new ArrayList<>();
    private final List<ImportReport.Row> warned = new ArrayList<>();
    private final List<ImportReport.Row> failed = new ArrayList<>();
    private final List<Long> unmatched = new ArrayList<>();
    private long rows;
    private long imported;
    private long alreadyThere;
    private long paidInFull;
    private long chargeOffs;
    private boolean hopeless;

    MerchantLoanTally(long firstPosition) {
        stretch = new Stretch(firstPosition);
    }

    synchronized void row() {
        rows++;
    }

    synchronized void brought(PlannedMerchantLoan loan, boolean isNew) {
        imported++;
        alreadyThere += isNew ? 0 : 1;
        var row = loan.row();
        if (!row.warnings().isEmpty()) {
            warned.add(new ImportReport.Row(row.line(), String.join("; ", row.warnings())));
        }
        switch (row.end()) {
            case End.PaidInFull _ -> paidInFull++;
            case End.ChargedOff _ -> {
                chargeOffs++;
                if (!loan.chargeOffMatches()) {
                    unmatched.add(row.line());
                }
            }
            case End.Unknown _ -> {}
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
        return "%,d rows in, %,d warned of, %,d refused, %,d failed; %s"
                .formatted(imported, warned.size(), refused.size(), failed.size(), stretch.progress(position));
    }

    synchronized MerchantLoanReport report(History history, WholeBooks books, Rate rate, Currency currency) {
        var position = history.lastPosition();
        for (var list : List.of(refused, warned, failed)) {
            list.sort(Comparator.comparingLong(ImportReport.Row::line));
        }
        unmatched.sort(Comparator.naturalOrder());
        return new MerchantLoanReport(
                rate,
                new MerchantLoanReport.Counts(
                        rows, imported, alreadyThere, paidInFull, chargeOffs, chargeOffs - unmatched.size()),
                List.copyOf(refused),
                List.copyOf(warned),
                List.copyOf(failed),
                List.copyOf(unmatched),
                stretch.pace(position),
                ImportReport.TrialBalance.of(books, currency),
                position);
    }
}
