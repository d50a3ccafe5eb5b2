package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.AggregateCache;
import io.fenlu.ledger.eventstore.InFlight;
import io.fenlu.ledger.eventstore.LivingPictures;
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
import org.axonframework.serialization.Serializer;
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

    /** What is still on its way to disk; nothing ever is where there is no journal of our own. */
    @Bean
    InFlight inFlight(ObjectProvider<SerialAppender> journal) {
        var appender = journal.getIfAvailable();
        return appender == null ? new InFlight() : appender.inFlight();
    }

    /** The whole history of a thing, where the latest part of it does not do. */
    @Bean
    Past past(EventStore events, InFlight inFlight) {
        return new Past(events, inFlight);
    }

    @Bean
    SpringAggregateSnapshotter.Builder snapshotterParts(
            Configuration axon,
            EventStore events,
            TransactionManager transactions,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            SnapshotterSpanFactory spans) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(events)
                .transactionManager(transactions)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .spanFactory(spans);
    }

    /** With a journal of our own pictures are taken from memory; otherwise as the framework does, from all facts read again. */
    @Bean
    SpringAggregateSnapshotter snapshotter(
            SpringAggregateSnapshotter.Builder parts,
            Configuration axon,
            ObjectProvider<SerialAppender> journal,
            InFlight inFlight,
            @Qualifier("generalSerializer") Serializer form,
            @Qualifier("snapshotThread") ExecutorService thread,
            Past past) {
        return journal.getIfAvailable() == null
                ? parts.executor(task -> thread.execute(() -> past.lend(task))).build()
                : new LivingPictures(parts.executor(thread), axon::repository, past, inFlight, form);
    }
}
