package io.fenlu.ledger.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The first bill day of some accounts, some of them in use, on a ledger of its own with all views.
 *
 * @param errors orders that were not obeyed before the bill day
 * @param bills that are out
 * @param billMillis from the first question to the diary to the last answered order
 * @param viewedMillis from then until every view has read everything
 * @param whole whether each account in use has its bill and nobody else was asked
 */
record BillDayRun(
        int accounts,
        int inUse,
        long errors,
        long openMillis,
        long useMillis,
        long bills,
        long billMillis,
        long viewedMillis,
        boolean whole) {
    private static final String SOURCES = "--spring.main.sources=io.fenlu.ledger.view.bench.LedgerViews,"
            + "io.fenlu.ledger.process.billday.MeasuredBillDay";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static BillDayRun of(Ground ground, int accounts, int inUse, int clients) {
        try (var ledger = ground.open(Side.LEDGER, SOURCES)) {
            var book = AccountBook.of(accounts);
            var begun = System.nanoTime();
            var errors = book.open(ledger, clients);
            var opened = System.nanoTime();
            errors += book.use(ledger, inUse, clients);
            var used = System.nanoTime();
            var views = Views.of(ledger);
            views.await(views.head(), PATIENCE.toNanos());
            requireRead(ledger);
            var before = System.nanoTime();
            var done = billed(ledger, clients);
            var after = System.nanoTime();
            var seen = views.await(views.head(), PATIENCE.toNanos());
            var bills = number(done, "bills");
            return new BillDayRun(
                    accounts,
                    inUse,
                    errors,
                    millis(begun, opened),
                    millis(opened, used),
                    bills,
                    millis(before, after),
                    millis(after, seen),
                    bills == inUse && number(done, "due") == inUse && number(done, "unanswered") == 0);
        }
    }

    private static void requireRead(Contender ledger) {
        @SuppressWarnings("unchecked")
        Predicate<Duration> read = ledger.part("diaryRead", Predicate.class);
        if (!read.test(PATIENCE)) {
            throw new IllegalStateException("the diary of bills has not read everything within " + PATIENCE);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> billed(Contender ledger, int clients) {
        BiFunction<LocalDate, Integer, Map<String, Object>> run = ledger.part("billed", BiFunction.class);
        return run.apply(AccountBook.BILL_DAY, clients);
    }

    private static long number(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Number number ? number.longValue() : -1;
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    long billsPerSecond() {
        return bills * 1_000 / Math.max(1, billMillis);
    }

    /** With the views' way to the end. */
    long billsSeenPerSecond() {
        return bills * 1_000 / Math.max(1, billMillis + viewedMillis);
    }

    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("accounts", accounts);
        figures.put("in_use", inUse);
        figures.put("errors", errors);
        figures.put("opened_per_second", accounts * 1_000L / Math.max(1, openMillis));
        figures.put("purchases_per_second", inUse * 1_000L * AccountBook.PURCHASES / Math.max(1, useMillis));
        figures.put("bills", bills);
        figures.put("bill_day_ms", billMillis);
        figures.put("bills_per_second", billsPerSecond());
        figures.put("views_caught_up_ms", viewedMillis);
        figures.put("bills_seen_per_second", billsSeenPerSecond());
        figures.put("whole", whole);
        return figures;
    }
}
