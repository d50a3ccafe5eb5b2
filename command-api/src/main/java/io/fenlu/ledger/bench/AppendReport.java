package io.fenlu.ledger.bench;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All measurements of one call, as a table and as figures. */
record AppendReport(AppendSetting setting, Map<String, Object> machine, List<AppendResult> results) {
    private static final long USUAL_CLIENTS = 256;

    /** The usual number of clients, when it was measured, else the one with which the ledger was fastest. */
    private AppendResult first() {
        return results.stream()
                .filter(result -> result.figure("clients") == USUAL_CLIENTS)
                .findFirst()
                .orElseGet(() -> results.stream()
                        .max(Comparator.comparingLong(result -> result.figure("ledger_per_second")))
                        .orElseThrow());
    }

    private long stocksBest() {
        return results.stream()
                .mapToLong(result -> result.figure("stock_per_second"))
                .max()
                .orElse(0);
    }

    private BigDecimal toStocksBest(AppendResult result) {
        return Thousandths.ratio(result.figure("ledger_per_second"), stocksBest());
    }

    Map<String, Object> figures() {
        var all = new LinkedHashMap<>(first().figures());
        all.put("stock_best_per_second", stocksBest());
        all.put("ratio_to_stock_best", toStocksBest(first()));
        var settings = new LinkedHashMap<String, Object>();
        settings.put("pairs", setting.pairs());
        settings.put("seconds", setting.window().toSeconds());
        settings.put("warm_up_seconds", setting.warmUp().toSeconds());
        settings.put("ledger", "durability disk: one flush for each group before it is answered");
        settings.put(
                "stock",
                setting.store() == Store.H2
                        ? "a transaction for each command, then a flush to disk before it is answered"
                        : "a transaction for each command, synchronous_commit=on");
        settings.put("stock_plain_columns", setting.stock().plainColumns());
        settings.put("stock_connections", setting.stock().connections());
        settings.put("stock_unsynced", "a transaction for each command, WRITE_DELAY=0, no sync");
        settings.put("bytes", "the closed file after SHUTDOWN COMPACT, divided by all events in it");
        all.put("settings", settings);
        all.put("machine", machine);
        if (results.size() > 1) {
            all.put("by_clients", results.stream().map(AppendResult::figures).toList());
        }
        return all;
    }

    String table() {
        var table = new StringBuilder("%n%s %s%n".formatted(setting.store(), setting.scenario()));
        table.append("%7s %9s %8s %9s %7s %8s %8s %9s %6s %8s %8s %7s %6s %6s%n"
                .formatted(
                        "clients",
                        "ledger/s",
                        "stock/s",
                        "unsynced",
                        "ratio",
                        "to best",
                        "uns.",
                        "ceiling/s",
                        "share",
                        "p50 ms",
                        "p99 ms",
                        "batch",
                        "B/ev",
                        "lost"));
        for (var result : results) {
            var of = result.figures();
            table.append("%7s %9s %8s %9s %7s %8s %8s %9s %6s %8s %8s %7s %6s %6s%n"
                    .formatted(
                            of.get("clients"),
                            of.get("ledger_per_second"),
                            of.get("stock_per_second"),
                            of.getOrDefault("stock_unsynced_per_second", "-"),
                            of.get("ratio_median"),
                            toStocksBest(result),
                            of.getOrDefault("ratio_unsynced_median", "-"),
                            of.get("ceiling_per_second"),
                            of.get("ceiling_share"),
                            of.get("p50_ms"),
                            of.get("p99_ms"),
                            of.get("batch_mean"),
                            of.get("bytes_per_event"),
                            of.get("lost")));
        }
        return table.toString();
    }
}
