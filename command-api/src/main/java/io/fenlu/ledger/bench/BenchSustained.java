package io.fenlu.ledger.bench;

import io.fenlu.ledger.bench.ViewedLane.Stretch;
import io.fenlu.ledger.boot.WithoutLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many orders a second are obeyed while every view keeps up, against the framework out of the box. */
@Command(
        name = "sustained",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how many orders a second are obeyed while every view keeps up: the ledger and the framework out of"
                    + " the box",
            "in turn, on stores of their own; then, at half that load, how soon the ledger's views show what was"
                    + " acknowledged."
        })
final class BenchSustained implements Callable<Integer>, WithoutLedger {
    private static final int CALMING_DOWN_AT_MOST = 20;

    @Option(names = "--clients", paramLabel = "N", description = "how many ask at once (default: 256)")
    private int clients = 256;

    @Option(names = "--pairs", paramLabel = "K", description = "how often the sides take turns (default: 1)")
    private int pairs = 1;

    @Option(names = "--seconds", paramLabel = "S", description = "how long a turn is (default: 60)")
    private int seconds = 60;

    @Option(names = "--warm-up", paramLabel = "S", description = "how long each side runs before (default: 90)")
    private int warmUp = 90;

    @Option(names = "--half-seconds", paramLabel = "S", description = "how long at half that load (default: 20)")
    private int halfSeconds = 20;

    @Mixin
    private Where where = new Where();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("not called by words");
        }
        where.requireSense(spec);
        Where.require(spec, clients >= 1 && clients <= 10_000, "--clients is 1 to 10000");
        Where.require(spec, pairs >= 1 && pairs <= 1_000, "--pairs is 1 to 1000");
        Where.require(spec, seconds >= 1 && seconds <= 3_600, "--seconds is 1 to 3600");
        Where.require(spec, warmUp >= 0 && warmUp <= 3_600, "--warm-up is 0 to 3600");
        Where.require(spec, halfSeconds >= 1 && halfSeconds <= 3_600, "--half-seconds is 1 to 3600");
        var out = spec.commandLine().getOut();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("store", where.store().toString());
        figures.put("clients", clients);
        try (var ground = where.ground()) {
            figures.putAll(measure(ground, out));
            figures.put("settings", settings());
            figures.put("machine", Machine.described(ground.directory()));
        }
        out.println(Folder.indented(figures));
        out.flush();
        where.write(figures);
        return figures.get("errors") instanceof Long errors && errors == 0 ? 0 : 1;
    }

    private Map<String, Object> measure(Ground ground, PrintWriter out) {
        var stretches = new EnumMap<Side, List<Stretch>>(Side.class);
        Stretch half;
        try (var ledger = ViewedLane.open(ground, Side.LEDGER, clients)) {
            try (var stock = ViewedLane.open(ground, Side.STOCK, clients)) {
                takeTurns(List.of(ledger, stock), stretches, out);
            }
            var load = median(stretches, Side.LEDGER) / 2;
            if (warmUp > 0) {
                ledger.pace(load, Duration.ofSeconds(Math.min(warmUp, CALMING_DOWN_AT_MOST)));
            }
            half = ledger.pace(load, Duration.ofSeconds(halfSeconds));
            tell(out, "ledger at half that load, stock closed:", half);
        }
        return figures(stretches, half);
    }

    private void takeTurns(List<ViewedLane> lanes, Map<Side, List<Stretch>> stretches, PrintWriter out) {
        for (var round = 0; warmUp > 0 && round < AppendRun.WARM_UP_ROUNDS; round++) {
            lanes.forEach(lane -> lane.sustain(Duration.ofSeconds(warmUp).dividedBy(AppendRun.WARM_UP_ROUNDS)));
        }
        for (var pair = 1; pair <= pairs; pair++) {
            for (var lane : lanes) {
                var stretch = lane.sustain(Duration.ofSeconds(seconds));
                stretches.computeIfAbsent(lane.side(), _ -> new ArrayList<>()).add(stretch);
                tell(out, "pair %d: %s".formatted(pair, lane.side()), stretch);
            }
        }
    }

    private static Map<String, Object> figures(Map<Side, List<Stretch>> stretches, Stretch half) {
        var figures = new LinkedHashMap<String, Object>();
        var ours = stretches.getOrDefault(Side.LEDGER, List.of());
        var theirs = stretches.getOrDefault(Side.STOCK, List.of());
        var ratios = new ArrayList<BigDecimal>();
        var raw = new ArrayList<Map<String, Object>>();
        for (var pair = 0; pair < ours.size(); pair++) {
            ratios.add(Thousandths.ratio(
                    ours.get(pair).perSecond(), theirs.get(pair).perSecond()));
            raw.add(Map.of(
                    "ledger", ours.get(pair).perSecond(),
                    "ledger_caught_up_ms", ours.get(pair).caughtUpMillis(),
                    "stock", theirs.get(pair).perSecond(),
                    "stock_caught_up_ms", theirs.get(pair).caughtUpMillis()));
        }
        figures.put("ledger_per_second", median(stretches, Side.LEDGER));
        figures.put("stock_per_second", median(stretches, Side.STOCK));
        figures.put("ratio_median", Thousandths.median(ratios));
        figures.put("caught_up_ms", slowest(ours));
        figures.put("stock_caught_up_ms", slowest(theirs));
        figures.put("half_per_second", half.perSecond());
        figures.put("half_p50_ms", Thousandths.ratio(half.acknowledged().micros(500), 1_000));
        figures.put("half_p99_ms", Thousandths.ratio(half.acknowledged().micros(990), 1_000));
        figures.put("seen_p50_ms", Thousandths.ratio(half.seen().micros(500), 1_000));
        figures.put("seen_p99_ms", Thousandths.ratio(half.seen().micros(990), 1_000));
        figures.put("half_caught_up_ms", half.caughtUpMillis());
        figures.put(
                "errors",
                half.errors() + ours.stream().mapToLong(Stretch::errors).sum());
        figures.put("stock_errors", theirs.stream().mapToLong(Stretch::errors).sum());
        figures.put("raw_pairs", raw);
        return figures;
    }

    private Map<String, Object> settings() {
        return Map.of(
                "pairs",
                pairs,
                "seconds",
                seconds,
                "warm_up_seconds",
                warmUp,
                "half_seconds",
                halfSeconds,
                "stock_plain_columns",
                where.stock().plainColumns(),
                "stock_connections",
                where.stock().connections(),
                "back_pressure",
                "nobody asks while more is unseen than the views read within the last second",
                "stock_views",
                "a tracking processor for each view, one fact for each transaction, not synced");
    }

    private static long median(Map<Side, List<Stretch>> stretches, Side side) {
        return Thousandths.median(stretches.getOrDefault(side, List.of()).stream()
                .map(Stretch::perSecond)
                .toList());
    }

    private static long slowest(List<Stretch> stretches) {
        return stretches.stream().mapToLong(Stretch::caughtUpMillis).max().orElse(0);
    }

    private static void tell(PrintWriter out, String what, Stretch stretch) {
        out.printf(
                "%s %,d/s, all views caught up %,d ms after the end, %d errors%n",
                what, stretch.perSecond(), stretch.caughtUpMillis(), stretch.errors());
        out.flush();
    }
}
