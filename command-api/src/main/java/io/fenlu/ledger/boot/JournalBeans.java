package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.AggregateLocks;
import io.fenlu.ledger.eventstore.CatalogueSerializer;
import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.JournalFollower;
import io.fenlu.ledger.eventstore.JournalMark;
import io.fenlu.ledger.eventstore.JournalStore;
import io.fenlu.ledger.eventstore.KnownIds;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.PromptEventStore;
import io.fenlu.ledger.eventstore.SerialAppender;
import io.fenlu.ledger.eventstore.SnapshotTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of this process; absent when Axon Server keeps the facts. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class JournalBeans {
    @Bean
    JournalStore journalStore(@Qualifier("journal") DataSource journal) throws SQLException {
        return JournalStore.of(journal);
    }

    @Bean(destroyMethod = "close")
    @DependsOn("sealedPast")
    SerialAppender serialAppender(
            @Qualifier("journal") DataSource journal,
            JournalStore store,
            @Value("${ledger.data}") Path directory,
            @Value("${ledger.durability}") Durability durability) {
        var appender = SerialAppender.open(journal, durability.on(store), Clock.systemUTC());
        try {
            if (!store.isShared()) {
                JournalMark.keep(directory, appender, durability);
            }
            return appender;
        } catch (JournalDamaged damaged) {
            appender.close();
            throw damaged;
        }
    }

    /** Follows what other processes write; on an embedded database there are none. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("spring.datasource.url")
    JournalFollower journalFollower(@Qualifier("journal") DataSource journal, SerialAppender appender) {
        return JournalFollower.start(JdbcClient.create(journal), appender);
    }

    @Bean
    KnownIds writtenOf(@Qualifier("journal") DataSource journal, SerialAppender appender) {
        return KnownIds.writtenOf(JdbcClient.create(journal), appender);
    }

    @Bean
    KnownIds pictured(@Qualifier("journal") DataSource journal, SerialAppender appender) {
        return KnownIds.pictured(JdbcClient.create(journal), appender);
    }

    @Bean
    LedgerReader ledgerReader(
            @Qualifier("journal") DataSource journal,
            SerialAppender appender,
            @Qualifier("writtenOf") KnownIds writtenOf) {
        return LedgerReader.knowing(writtenOf, appender, JdbcClient.create(journal));
    }

    @Bean
    SnapshotTable snapshotTable(
            @Qualifier("journal") DataSource journal, JournalStore store, @Qualifier("pictured") KnownIds pictured) {
        return new SnapshotTable(JdbcClient.create(journal), store, pictured);
    }

    @Bean
    LedgerEventStorageEngine eventStorageEngine(
            SerialAppender appender,
            LedgerReader reader,
            SnapshotTable snapshots,
            CatalogueSerializer facts,
            @Qualifier("generalSerializer") Serializer pictures,
            Configuration axon) {
        return new LedgerEventStorageEngine(
                appender,
                reader,
                snapshots,
                new LedgerEventStorageEngine.Forms(facts, pictures, axon.upcasterChain(), axon.snapshotFilter()));
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(
            LedgerEventStorageEngine engine, LedgerReader reader, SerialAppender appender, Configuration axon) {
        var store = new PromptEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)),
                reader::knows);
        appender.whenDurable(store::announce);
        return store;
    }

    @Bean
    LockFactory aggregateLocks(SerialAppender appender, Cache aggregateCache) {
        var locks = new AggregateLocks(appender.inFlight(), aggregateCache);
        appender.whenOthersWrote(locks);
        return locks;
    }

    @Bean
    JournalHealth journalHealthIndicator(SerialAppender appender, LedgerReader reader) {
        return new JournalHealth(appender, reader);
    }
}
