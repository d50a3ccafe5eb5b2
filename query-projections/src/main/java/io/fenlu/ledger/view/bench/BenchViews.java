package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.view.bench.ViewsBench.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code fenlu bench views}: how fast are all views made from the journal? */
@Component
@Command(
        name = "views",
        mixinStandardHelpOptions = true,
        description = {
            "Fills an empty journal with facts of real loans, then makes all views from it, our way and stock's in"
                    + " turn.",
            "Give an empty directory as --data; a journal that has facts is measured as it is, and nothing of it is"
                    + " changed."
        })
public final class BenchViews implements Callable<Integer> {
    private final ViewsBench bench;
    private final LiveLag lag;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", paramLabel = "N", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
    private long events = 1_000_000;

    @Option(
            names = "--segments",
            split = ",",
            defaultValue = "1,2,4,8",
            description = "numbers of segments to compare (default: ${DEFAULT-VALUE})")
    private List<Integer> segments = List.of(1, 2, 4, 8);

    @Option(
            names = "--compare",
            paramLabel = "N",
            defaultValue = "100000",
            description = "facts for each number of segments (default: ${DEFAULT-VALUE})")
    private long compare = 100_000;

    @Option(
            names = "--stock-events",
            paramLabel = "N",
            defaultValue = "20000",
            description = "facts for stock, whose rate is what counts (default: ${DEFAULT-VALUE})")
    private long stockEvents = 20_000;

    @Option(names = "--pairs", defaultValue = "2", description = "how often, in turn (default: ${DEFAULT-VALUE})")
    private int pairs = 2;

    @Option(
            names = "--live-seconds",
            paramLabel = "S",
            defaultValue = "0",
            description = "also write for so long while the live views read: as fast as can be, then at half that rate")
    private int liveSeconds;

    @Option(names = "--json", paramLabel = "FILE", description = "also write the figures")
    private @Nullable Path json;

    public BenchViews(ViewsBench bench, LiveLag lag) {
        this.bench = bench;
        this.lag = lag;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var populated = bench.populate(events, line -> {
            out.println(line);
            out.flush();
        });
        var there = populated.events();
        var plan =
                new Plan(there, Math.min(stockEvents, there), Math.min(compare, there), Math.max(1, pairs), segments);
        var figures = bench.measure(plan, line -> {
            out.println(line);
            out.flush();
        });
        out.printf("%n%-28s %,12d facts/s  (%s)%n", "ours", figures.oursPerSecond(), figures.ours());
        out.printf("%-28s %,12d facts/s  (%s)%n", "stock", figures.stockPerSecond(), figures.stock());
        out.printf("%-28s %12s%n", "ratio", figures.ratio());
        figures.segments().forEach((count, rate) -> out.printf("%-28s %,12d facts/s%n", count + " segments", rate));
        out.printf("%-28s %12s%n", "digests", figures.digestsEqual() ? "equal" : "DIFFER");
        if (populated.book() != null && liveSeconds > 0) {
            live(populated.book(), out);
        }
        out.flush();
        if (json != null) {
            Files.writeString(
                    json,
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(figures));
        }
        return figures.digestsEqual() ? 0 : 1;
    }

    private void live(PreparedBook book, PrintWriter out) {
        lag.begin();
        var full = lag.measure(book, 0, liveSeconds);
        out.printf("%-28s %,12d facts/s  %s%n", "live, full load", full.perSecond(), full);
        var half = lag.measure(book, full.perSecond() / 2, liveSeconds);
        out.printf("%-28s %,12d facts/s  %s%n", "live, half load", half.perSecond(), half);
    }
}
