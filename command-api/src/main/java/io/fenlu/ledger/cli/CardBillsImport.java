package io.fenlu.ledger.cli;

import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.eventstore.LedgerUnavailable;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.gate.KeptFact;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** One run through a book of revolving accounts: many rows on their way at once, each by the orders that also come in over HTTP. */
@Component
final class CardBillsImport {
    private static final AccountDecider DECIDER = new AccountDecider();

    private final Gate gate;
    private final History history;

    CardBillsImport(Gate gate, History history) {
        this.gate = gate;
        this.history = history;
    }

    /**
     * What is the same for all rows.
     *
     * @param least part of a bill that is asked for at least; the file does not say
     * @param inFlight how many rows are on their way at once
     */
    record Setting(LenderId lender, Currency currency, Fraction least, int inFlight) {}

    /**
     * Brings all readable rows, and reckons what is in the ledger then.
     *
     * @throws BadSetup when the file has no usable header
     */
    CardBillsReport run(Path file, Setting setting, PrintWriter out) throws IOException {
        try (var lines = PhysicalLines.of(file)) {
            var columns = header(file, lines, setting);
            var tally = new CardBillsTally(history.lastPosition());
            bringAll(lines, columns, setting, tally);
            out.println(tally.progress());
            out.flush();
            return tally.report(history, WholeBooks.of(history), setting.currency());
        }
    }

    private static CardBillsColumns header(Path file, PhysicalLines lines, Setting setting) throws IOException {
        var first = lines.next();
        if (first.isEmpty() || first.get().text().isBlank()) {
            throw new BadSetup(file + " has no header");
        }
        try {
            return CardBillsColumns.of(first.get().text(), setting.currency());
        } catch (RowRefused refused) {
            throw new BadSetup(file + " cannot be used: " + refused.reason());
        }
    }

    private void bringAll(PhysicalLines lines, CardBillsColumns columns, Setting setting, CardBillsTally tally)
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
                    var account = new PlannedAccount(columns.read(line.get()), setting.lender(), setting.least());
                    places.acquireUninterruptibly();
                    hands.execute(() -> bring(account, tally, places));
                } catch (RowRefused refused) {
                    tally.refused(line.get().number(), refused.reason());
                }
            }
        }
    }

    private void bring(PlannedAccount account, CardBillsTally tally, Semaphore places) {
        try {
            var isNew = false;
            var facts = new TreeMap<Long, KeptFact>();
            for (var order : account.orders()) {
                var answer = gate.send(order, account.request(order));
                answer.facts().forEach(fact -> facts.put(fact.position(), fact));
                isNew |= !answer.repeated();
            }
            tally.brought(isNew);
            compare(account, new ArrayList<>(facts.values()), tally);
        } catch (LedgerUnavailable unavailable) {
            tally.failed(account.row().line(), String.valueOf(unavailable.getMessage()));
            if (unavailable.why() != LedgerUnavailable.Why.BUSY) {
                tally.giveUp();
            }
        } catch (RuntimeException failure) {
            tally.failed(account.row().line(), String.valueOf(failure.getMessage()));
        } finally {
            places.release();
        }
    }

    /** The ledger's bills beside those of the file, and its arrears on each bill day beside the file's status. */
    private static void compare(PlannedAccount account, Iterable<KeptFact> facts, CardBillsTally tally) {
        AccountState state = DECIDER.initial();
        for (var kept : facts) {
            if (kept.fact() instanceof AccountEvent fact) {
                state = DECIDER.evolve(state, fact);
                if (fact instanceof BillIssued issued) {
                    var place = issued.bill().number() - 1;
                    tally.bill(
                            account.row().line(),
                            issued.bill().totals().closing(),
                            account.row().bills().get(place),
                            account.row().limit());
                }
            }
        }
        if (state instanceof AccountState.Active active) {
            for (int place = 1; place < account.row().bills().size(); place++) {
                var ours = AccountStanding.of(active, PlannedAccount.billedOn(place))
                        .unpaidBills();
                tally.arrears(ours, account.row().status().get(place - 1));
            }
        }
    }
}
