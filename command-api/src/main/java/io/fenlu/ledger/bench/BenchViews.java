package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.WithoutLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
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

/** How fast all views are made from the journal, against the framework out of the box on the same views. */
@Command(
        name = "views",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how fast all views are made from the first fact: the ledger's reader and the framework's in turn,",
            "on a journal of its own. Ends with 0 when the views say the same in every number of segments, 1 when they"
                    + " do not."
        })
final class BenchViews implements Callable<Integer>, WithoutLedger {
    @Option(names = "--events", paramLabel = "N", description = "facts in the journal (default: 1000000)")
    private long events = 1_000_000;

    @Option(
            names = "--segments",
            paramLabel = "N",
            split = ",",
            description = "numbers of segments to compare (default: 1,2,4,8)")
    private List<Integer> segments = List.of(1, 2, 4, 8);

    @Option(
            names = "--compare",
            paramLabel = "N",
            description = "facts that are read in each number of segments (default: 100000)")
    private long compared = 100_000;

    @Option(
            names = "--stock-events",
            paramLabel = "N",
            description = "facts for the framework, whose rate is what counts (default: 20000)")
    private long stockEvents = 20_000;

    @Option(names = "--pairs", paramLabel = "K", description = "how often both take turns (default: 1)")
    private int pairs = 1;

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
        Where.require(spec, events >= 100 && events <= 100_000_000, "--events is 100 to 100000000");
        Where.require(spec, segments.stream().allMatch(number -> number >= 1 && number <= 64), "--segments is 1 to 64");
        Where.require(spec, compared >= 0, "--compare is 0 or more");
        Where.require(spec, stockEvents >= 1, "--stock-events is 1 or more");
        Where.require(spec, pairs >= 1 && pairs <= 1_000, "--pairs is 1 to 1000");
        var out = spec.commandLine().getOut();
        var figures = new LinkedHashMap<String, Object>();
        try (var ground = where.ground();
                var ledger = Views.open(ground, Side.LEDGER)) {
            figures.put("store", where.store().toString());
            figures.putAll(Views.of(ledger).replay(plan(), line -> {
                out.println(line);
                out.flush();
            }));
            figures.put("machine", Machine.described(ground.directory()));
        }
        print(figures, out);
        where.write(figures);
        return Boolean.TRUE.equals(figures.get("digests_equal")) ? 0 : 1;
    }

    private Map<String, Object> plan() {
        return Map.of(
                "events",
                events,
                "compared",
                Math.min(compared, events),
                "stock_events",
                Math.min(stockEvents, events),
                "pairs",
                pairs,
                "segments",
                segments);
    }

    private static void print(Map<String, Object> figures, PrintWriter out) {
        out.printf("%nall views of %,d facts%n", (Long) figures.get("events"));
        for (var name : List.of(
                "ledger_per_second",
                "stock_per_second",
                "ratio_median",
                "stock_together_per_second",
                "ratio_together_median",
                "digests_equal")) {
            out.printf("%-28s %s%n", name, figures.get(name));
        }
        out.printf("%-28s %s%n", "by segments", figures.get("segments_per_second"));
        out.flush();
    }
}
