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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes all views from the first fact, our way and stock's in turn, in tables of its own that are thrown away. */
@Component
public final class ViewsBench {
    private static final String TABLES = "views_bench";

    private final List<Projection> projections;
    private final ViewSchemas schemas;
    private final ViewReaders readers;
    private final ViewWatch watch;
    private final Configuration axon;
    private final StockReading stock;

    public ViewsBench(
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
        this.stock = new StockReading(axon.eventStore(), transactions, database);
    }

    /**
     * What to measure.
     *
     * @param events all facts, for ours
     * @param sample how many of them for stock
     * @param compared how many of them for each number of segments
     */
    record Plan(long events, long sample, long compared, int pairs, List<Integer> segments) {}

    /** What is in the journal now, and who could go on telling; nobody when the facts were there before. */
    record Populated(long events, @Nullable PreparedBook book) {}

    /** Puts prepared facts into an empty journal; what is there otherwise is measured as it is. */
    Populated populate(long events, Consumer<String> say) {
        axon.eventProcessingConfiguration().eventProcessors().values().forEach(EventProcessor::shutDown);
        if (watch.head() > 0) {
            say.accept("the journal has facts already; they are measured, and none are added");
            return new Populated(Math.min(events, watch.head()), null);
        }
        var begun = System.nanoTime();
        var tenth = Math.max(1, events / 10);
        var book = new PreparedBook(events);
        book.tell(axon.eventStore(), told -> {
            if (told % tenth < 1_000) {
                say.accept("%,d of %,d facts told".formatted(told, events));
            }
        });
        say.accept(
                "%,d facts in the journal, %,d/s".formatted(events, Rate.perSecond(events, System.nanoTime() - begun)));
        return new Populated(events, book);
    }

    ViewsFigures measure(Plan plan, Consumer<String> say) throws InterruptedException {
        var digests = new HashSet<String>();
        var rates = new LinkedHashMap<Integer, Long>();
        for (var segments : plan.segments) {
            var tables = fresh();
            rates.put(segments, ours(tables, segments, plan.compared));
            digests.add(ViewContent.digest(projections, tables));
            say.accept("%d segments: %,d facts at %,d/s, %d different digests"
                    .formatted(segments, plan.compared, rates.get(segments), digests.size()));
        }
        var ours = new ArrayList<Long>();
        var theirs = new ArrayList<Long>();
        for (var pair = 0; pair < plan.pairs; pair++) {
            ours.add(ours(fresh(), readers.segments(), plan.events));
            theirs.add(Math.max(stock(plan.sample, each()), stock(plan.sample, List.of(projections))));
            say.accept("ours %,d/s over %,d facts; stock %,d/s over %,d"
                    .formatted(ours.getLast(), plan.events, theirs.getLast(), plan.sample));
        }
        schemas.drop(TABLES);
        return figures(plan, ours, theirs, rates, digests.size() == 1);
    }

    private static ViewsFigures figures(
            Plan plan, List<Long> ours, List<Long> theirs, Map<Integer, Long> rates, boolean equal) {
        return new ViewsFigures(
                plan.events,
                Rate.median(ours),
                Rate.median(theirs),
                ViewsFigures.ratio(Rate.median(ours), Rate.median(theirs)),
                equal,
                ours,
                theirs,
                plan.sample,
                plan.compared,
                rates);
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

    private long stock(long events, List<List<Projection>> groups) throws InterruptedException {
        return stock.perSecond(fresh(), groups, events);
    }

    private List<List<Projection>> each() {
        return projections.stream().map(List::of).toList();
    }
}
