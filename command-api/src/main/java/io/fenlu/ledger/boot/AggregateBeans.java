package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.AggregateCache;
import io.fenlu.ledger.eventstore.InFlight;
import io.fenlu.ledger.eventstore.Past;
import io.fenlu.ledger.eventstore.SerialAppender;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** What keeps the cost of a command from growing with an aggregate's history. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AggregateBeans {
    @Bean
    Cache aggregateCache(@Value("${ledger.cached-aggregates:20000}") long atMost) {
        return new AggregateCache(atMost);
    }

    @Bean
    SnapshotTriggerDefinition aggregateSnapshots(
            Snapshotter snapshotter, @Value("${ledger.events-per-snapshot:1000}") int events) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, events);
    }

    /** Snapshots are taken beside the commands, never on their threads. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotThread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ledger-snapshots").daemon().factory());
    }

    /** The whole history of a thing, where the latest part of it does not do. */
    @Bean
    Past past(EventStore events, ObjectProvider<SerialAppender> journal) {
        var appender = journal.getIfAvailable();
        return new Past(events, appender == null ? new InFlight() : appender.inFlight());
    }

    @Bean
    SpringAggregateSnapshotter snapshotter(
            Configuration axon,
            EventStore events,
            TransactionManager transactions,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            SnapshotterSpanFactory spans,
            @Qualifier("snapshotThread") ExecutorService thread,
            Past past) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(events)
                .transactionManager(transactions)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .spanFactory(spans)
                .executor(task -> thread.execute(() -> past.lend(task)))
                .build();
    }
}
