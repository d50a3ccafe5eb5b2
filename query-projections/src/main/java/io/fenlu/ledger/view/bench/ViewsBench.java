package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewReaders;
import io.fenlu.ledger.view.ViewSchemas;
import io.fenlu.ledger.view.ViewTables;
import io.fenlu.ledger.view.ViewWatch;
import io.fenlu.ledger.view.replay.JournalPass;
import io.fenlu.ledger.view.replay.ViewContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;

/** Makes all views from the first fact, our way and stock's in turn, in tables of its own that are thrown away. */
final class ViewsBench {
    private static final String TABLES = "views_bench";
    private static final long LOOK_NANOS = 2_000_000;

    private final List<Projection> projections;
    private final ViewSchemas schemas;
    private final ViewReaders readers;
    private final ViewWatch watch;
    private final Configuration axon;
    private final StockReading.Store store;

    ViewsBench(
            List<Projection> projections,
            ViewSchemas schemas,
            ViewReaders readers,
            ViewWatch watch,
            Configuration axon,
            TransactionManager transactions,
            DataSource database) {
        this.projections = List.copyOf(projections);
        this.schemas = schemas;
        this.readers = readers;
        this.watch = watch;
        this.axon = axon;
        this.store = new StockReading.Store(database, transactions);
    }

    /** Fills the journal with facts of real loans, and makes all views from them as often as the plan says. */
    Map<String, Object> replay(Map<String, Object> plan, Consumer<String> tell) {
        try {
            axon.eventProcessingConfiguration().eventProcessors().values().forEach(EventProcessor::shutDown);
            populate(number(plan, "events"), tell);
            return measure(plan, watch.head(), tell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        } finally {
            schemas.drop(TABLES);
        }
    }

    private void populate(long events, Consumer<String> tell) {
        var begun = System.nanoTime();
        var tenth = Math.max(1, events / 10);
        new PreparedBook(events).tell(axon.eventStore(), told -> {
            if (told % tenth < PreparedBook.TOGETHER) {
                tell.accept("%,d of %,d facts told".formatted(told, events));
            }
        });
        tell.accept(
                "%,d facts in the journal, %,d/s".formatted(events, Rate.perSecond(events, System.nanoTime() - begun)));
    }

    private Map<String, Object> measure(Map<String, Object> plan, long head, Consumer<String> tell)
            throws InterruptedException {
        var compared = Math.min(head, number(plan, "compared"));
        var digests = new HashSet<String>();
        var rates = new LinkedHashMap<String, Long>();
        for (var segments : compared == 0 ? List.<Integer>of() : segments(plan)) {
            var tables = fresh();
            rates.put(String.valueOf(segments), ours(tables, segments, compared));
            var digest = ViewContent.digest(projections, tables);
            digests.add(digest);
            tell.accept("%d segments: %,d facts at %,d/s, content %s"
                    .formatted(segments, compared, rates.get(String.valueOf(segments)), digest));
        }
        var ours = new ArrayList<Long>();
        var theirs = new ArrayList<Long>();
        var together = new ArrayList<Long>();
        var sample = Math.min(head, number(plan, "stock_events"));
        for (var pair = 0; pair < number(plan, "pairs"); pair++) {
            ours.add(ours(fresh(), readers.segments(), head));
            theirs.add(stock(sample, each()));
            together.add(stock(sample, List.of(projections)));
            tell.accept("ledger %,d/s over %,d facts; stock %,d/s over %,d, with one processor for all views %,d/s"
                    .formatted(ours.getLast(), head, theirs.getLast(), sample, together.getLast()));
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("events", head);
        figures.put("ledger_per_second", Rate.median(ours));
        figures.put("stock_per_second", Rate.median(theirs));
        figures.put("ratio_median", Rate.ratio(Rate.median(ours), Rate.median(theirs)));
        figures.put("stock_together_per_second", Rate.median(together));
        figures.put("ratio_together_median", Rate.ratio(Rate.median(ours), Rate.median(together)));
        figures.put("digests_equal", digests.size() <= 1);
        figures.put("segments", readers.segments());
        figures.put("batch", readers.batch());
        figures.put("stock_events", sample);
        figures.put("compared_events", compared);
        figures.put("segments_per_second", rates);
        figures.put("ledger_runs", ours);
        figures.put("stock_runs", theirs);
        figures.put("stock_together_runs", together);
        return figures;
    }

    private ViewTables fresh() {
        schemas.drop(TABLES);
        return schemas.open(TABLES);
    }

    private long ours(ViewTables tables, int segments, long events) throws InterruptedException {
        var upTo = projections.stream().collect(Collectors.toMap(Projection::view, _ -> events));
        var pass = new JournalPass(axon.eventStore(), readers.digesting(tables, upTo, segments), readers.batch());
        var begun = System.nanoTime();
        var read = pass.run(events, (_, _) -> {});
        return Rate.perSecond(read, System.nanoTime() - begun);
    }

    private long stock(long events, List<List<Projection>> groups) {
        var tables = fresh();
        var begun = System.nanoTime();
        try (var reading = new StockReading(axon.eventStore(), store, tables, groups)) {
            while (reading.viewed() < events) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return Rate.perSecond(reading.viewed(), System.nanoTime() - begun);
        }
    }

    private List<List<Projection>> each() {
        return projections.stream().map(List::of).toList();
    }

    private static long number(Map<String, Object> plan, String name) {
        return plan.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static List<Integer> segments(Map<String, Object> plan) {
        return plan.get("segments") instanceof List<?> counts
                ? counts.stream().map(count -> (Integer) count).toList()
                : List.of();
    }
}
