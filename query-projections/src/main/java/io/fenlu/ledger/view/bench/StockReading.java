package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ReaderTokens;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.ViewTables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Views fed as Axon feeds them when nothing is set: tracking processors, one fact per transaction, a statement per row; the same
 * projections, tables and database as ours.
 */
final class StockReading {
    private final StreamableMessageSource<TrackedEventMessage<?>> journal;
    private final TransactionManager transactions;
    private final DataSource database;

    StockReading(
            StreamableMessageSource<TrackedEventMessage<?>> journal,
            TransactionManager transactions,
            DataSource database) {
        this.journal = journal;
        this.transactions = transactions;
        this.database = database;
    }

    /** What a processor hands its facts to. */
    static final class Handlers {
        private final List<Projection> projections;
        private final ViewTables tables;
        private final CountDownLatch left;

        Handlers(List<Projection> projections, ViewTables tables, long facts) {
            this.projections = projections;
            this.tables = tables;
            this.left = new CountDownLatch(Math.toIntExact(facts));
        }

        @EventHandler
        void on(EventMessage<?> message) {
            var recorded = Recorded.of(message);
            for (var projection : projections) {
                tables.write(projection, recorded);
            }
            left.countDown();
        }
    }

    /** How many facts per second all views digest, one processor for each group of them. */
    long perSecond(ViewTables tables, List<List<Projection>> groups, long facts) throws InterruptedException {
        var handlers =
                groups.stream().map(group -> new Handlers(group, tables, facts)).toList();
        var processors = new ArrayList<TrackingEventProcessor>();
        for (var each : handlers) {
            processors.add(processor("stock-" + processors.size(), each, tables));
        }
        var begun = System.nanoTime();
        processors.forEach(TrackingEventProcessor::start);
        try {
            for (var each : handlers) {
                each.left.await();
            }
            return Rate.perSecond(facts, System.nanoTime() - begun);
        } finally {
            processors.forEach(TrackingEventProcessor::shutDown);
        }
    }

    private TrackingEventProcessor processor(String name, Handlers handlers, ViewTables tables) {
        return TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handlers)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(journal)
                .tokenStore(ReaderTokens.of(tables, database))
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(1)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .build();
    }
}
