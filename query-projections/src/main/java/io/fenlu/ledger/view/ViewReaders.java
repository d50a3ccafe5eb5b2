package io.fenlu.ledger.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * How the live views read the journal: once for all of them, many facts per transaction, in several segments, and never past a fact that
 * one of them cannot digest.
 */
public final class ViewReaders implements ConfigurerModule, AutoCloseable {
    /** The name of the event processor that feeds all views, and of its processing group. */
    public static final String NAME = "views";

    private final List<Projection> projections;
    private final ViewTables live;
    private final DataSource database;
    private final TransactionManager transactions;
    private final ViewFailures failures;
    private final Pace pace;
    private final ExecutorService hands;

    ViewReaders(
            List<Projection> projections,
            ViewTables live,
            DataSource database,
            TransactionManager transactions,
            ViewFailures failures,
            Pace pace) {
        this.projections = List.copyOf(projections);
        this.live = live;
        this.database = database;
        this.transactions = transactions;
        this.failures = failures;
        this.pace = pace;
        this.hands = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("views-hand-", 1).factory());
    }

    /**
     * How views are read.
     *
     * @param batch how many facts at once, at most
     * @param segments how many hands share them
     */
    public record Pace(int batch, int segments) {
        public Pace {
            if (batch < 1) {
                throw new IllegalArgumentException("ledger.view.batch is at least 1, not " + batch);
            }
            if (segments < 1) {
                throw new IllegalArgumentException("ledger.view.segments is at least 1, not " + segments);
            }
        }
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerEventProcessor(
                        NAME,
                        (_, axon, invoker) -> new ViewReader(
                                invoker,
                                axon.messageMonitor(EventProcessor.class, NAME),
                                feeding -> new ReadingShift(
                                        new LiveWork(axon, feeding),
                                        new Claim(live, database, transactions),
                                        failures)));
    }

    /** How many facts are digested at once. */
    public int batch() {
        return pace.batch;
    }

    /** How many hands share the reading. */
    public int segments() {
        return pace.segments;
    }

    /** Brings other tables forward, each view as far as is said, as the live readers would. */
    public Digesting digesting(ViewTables into, Map<String, Long> upTo) {
        return digesting(into, upTo, pace.segments);
    }

    /** The same in another number of segments. */
    public Digesting digesting(ViewTables into, Map<String, Long> upTo, int segments) {
        cut(into, projections, segments);
        return new Digesting(into, projections, upTo, new Segments(segments), means(ViewReaders::feed));
    }

    private Digesting.Means means(Digesting.Feeding feeding) {
        return new Digesting.Means(transactions, hands, feeding);
    }

    private void cut(ViewTables tables, List<Projection> views, int segments) {
        var before = tables.positions().bySegment(names(views));
        for (var view : names(views)) {
            if (before.getOrDefault(view, new long[0]).length != segments) {
                transactions.executeInTransaction(() -> tables.positions().cut(view, segments));
            }
        }
    }

    static void feed(List<TrackedEventMessage<?>> facts, UnitOfWork<TrackedEventMessage<?>> unit) throws Exception {
        var result = unit.executeWithResult(() -> {
            ViewBatch.of(unit).read(unit.getMessage());
            return facts;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException("the facts could not be read", result.exceptionResult());
        }
    }

    private static Set<String> names(List<Projection> views) {
        return views.stream().map(Projection::view).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        hands.shutdown();
    }

    private final class LiveWork implements ReadingShift.Work {
        private final Configuration axon;
        private final Digesting.Feeding feeding;

        LiveWork(Configuration axon, Digesting.Feeding feeding) {
            this.axon = axon;
            this.feeding = feeding;
        }

        @Override
        public List<Projection> projections() {
            return projections;
        }

        @Override
        public Lane lane(List<Projection> views, Stride stride, Wake wake) throws InterruptedException {
            for (var view : views) {
                level(view);
            }
            cut(live, views, pace.segments);
            var digesting = new Digesting(live, views, Map.of(), new Segments(pace.segments), means(feeding));
            return new Lane(axon.eventStore(), digesting, stride, wake);
        }

        /** Before a view is cut anew, brings all its old segments to where the foremost of them stands. */
        private void level(Projection view) throws InterruptedException {
            var before = live.positions().bySegment(Set.of(view.view())).getOrDefault(view.view(), new long[0]);
            if (before.length == pace.segments
                    || Arrays.stream(before).distinct().count() <= 1) {
                return;
            }
            var front = Arrays.stream(before).max().orElseThrow();
            var digesting = new Digesting(
                    live, List.of(view), Map.of(view.view(), front), new Segments(before.length), means(feeding));
            new Lane(axon.eventStore(), digesting, new Stride(pace.batch), new Wake())
                    .read(idle -> !idle && digesting.least() < front);
        }

        @Override
        public Map<String, Long> positions() {
            return names(projections).stream().collect(Collectors.toMap(Function.identity(), live.positions()::of));
        }

        @Override
        public int batch() {
            return pace.batch;
        }
    }
}
