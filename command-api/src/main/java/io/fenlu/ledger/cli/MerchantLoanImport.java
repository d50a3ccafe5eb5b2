package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.eventstore.LedgerUnavailable;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** One run through a book of merchant loans: many rows on their way at once, each by the orders that also come in over HTTP. */
@Component
final class MerchantLoanImport {
    private final Bringing bringing;
    private final History history;

    MerchantLoanImport(Bringing bringing, History history) {
        this.bringing = bringing;
        this.history = history;
    }

    /**
     * What is the same for all rows.
     *
     * @param today no date after it can have happened
     * @param inFlight how many rows are on their way at once
     */
    record Setting(Rate rate, LenderId lender, Currency currency, LocalDate today, int inFlight) {}

    /**
     * Brings all readable rows, and reckons what is in the ledger then.
     *
     * @throws BadSetup when the file has no usable header
     */
    MerchantLoanReport run(Path file, Setting setting, PrintWriter out) throws IOException {
        try (var lines = PhysicalLines.of(file)) {
            var columns = header(file, lines, setting);
            var tally = new MerchantLoanTally(history.lastPosition());
            try (var _ = Progress.of(tally::progress, history, out)) {
                bringAll(lines, columns, setting, tally);
            }
            return tally.report(history, WholeBooks.of(history), setting.rate(), setting.currency());
        }
    }

    private static MerchantLoanColumns header(Path file, PhysicalLines lines, Setting setting) throws IOException {
        var first = lines.next();
        if (first.isEmpty() || first.get().text().isBlank()) {
            throw new BadSetup(file + " has no header");
        }
        try {
            return MerchantLoanColumns.of(first.get().text(), setting.currency(), setting.today());
        } catch (RowRefused refused) {
            throw new BadSetup(file + " cannot be used: " + refused.reason());
        }
    }

    private void bringAll(PhysicalLines lines, MerchantLoanColumns columns, Setting setting, MerchantLoanTally tally)
            throws IOException {
        var places = new Semaphore(setting.inFlight());
        try (var hands = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("import-", 0).factory())) {
            for (var line = lines.next(); line.isPresent() && !tally.isHopeless(); line = lines.next()) {
                if (line.get().fault() == null && line.get().text().isBlank()) {
                    continue;
                }
                tally.row();
                try {
                    var loan = PlannedMerchantLoan.of(
                            columns.read(line.get()), setting.rate(), setting.lender(), setting.today());
                    places.acquireUninterruptibly();
                    hands.execute(() -> bring(loan, tally, places));
                } catch (RowRefused refused) {
                    tally.refused(line.get().number(), refused.reason());
                } catch (InvalidValue | ArithmeticException _) {
                    tally.refused(
                            line.get().number(), "with its interest the loan is larger than the ledger can count");
                }
            }
        }
    }

    private void bring(PlannedMerchantLoan loan, MerchantLoanTally tally, Semaphore places) {
        try {
            tally.brought(loan, bringing.bring(loan));
        } catch (LedgerUnavailable unavailable) {
            tally.failed(loan.row().line(), String.valueOf(unavailable.getMessage()));
            if (unavailable.why() != LedgerUnavailable.Why.BUSY) {
                tally.giveUp();
            }
        } catch (RuntimeException failure) {
            tally.failed(loan.row().line(), String.valueOf(failure.getMessage()));
        } finally {
            places.release();
        }
    }
}
