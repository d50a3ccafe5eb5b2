package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ReaderTokens;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.ViewTables;
import java.util.ArrayList;
import java.util.List;
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
final class StockReading implements AutoCloseable {
    private final List<TrackingEventProcessor> processors = new ArrayList<>();

    /** One processor for each group of views. */
    StockReading(
            StreamableMessageSource<TrackedEventMessage<?>> journal,
            Store store,
            ViewTables tables,
            List<List<Projection>> groups) {
        for (var group : groups) {
            processors.add(processor(
                    "stock-" + processors.size(), journal, store, tables, new OneByOne(List.copyOf(group), tables)));
        }
        processors.forEach(TrackingEventProcessor::start);
    }

    /** Where rows and tokens are kept. */
    record Store(DataSource database, TransactionManager transactions) {}

    /**
     * What a processor hands its facts to.
     *
     * <p>They are numbered as they come: a fact of Axon's own store that was committed late has no place of its own in its token.
     */
    static final class OneByOne {
        private final List<Projection> projections;
        private final ViewTables tables;
        private long number;

        OneByOne(List<Projection> projections, ViewTables tables) {
            this.projections = projections;
            this.tables = tables;
        }

        @EventHandler
        void on(EventMessage<?> message) {
            number++;
            var recorded = Recorded.of(message).at(number);
            for (var projection : projections) {
                tables.write(projection, recorded);
            }
        }
    }

    /** Up to which position every view has read. */
    long viewed() {
        return processors.stream()
                .mapToLong(processor -> processor.processingStatus().values().stream()
                        .mapToLong(status -> status.getCurrentPosition().orElse(0))
                        .min()
                        .orElse(0))
                .min()
                .orElse(0);
    }

    @Override
    public void close() {
        processors.forEach(TrackingEventProcessor::shutDown);
    }

    private static TrackingEventProcessor processor(
            String name,
            StreamableMessageSource<TrackedEventMessage<?>> journal,
            Store store,
            ViewTables tables,
            OneByOne handler) {
        return TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(journal)
                .tokenStore(ReaderTokens.of(tables, store.database))
                .transactionManager(store.transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(1)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .build();
    }
}
