package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.CatalogueSerializer;
import io.fenlu.ledger.eventstore.DiskFlush;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.PromptEventStore;
import io.fenlu.ledger.eventstore.SerialAppender;
import io.fenlu.ledger.eventstore.SnapshotTable;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of this process; absent when Axon Server keeps the facts. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class JournalBeans {
    @Bean(destroyMethod = "close")
    SerialAppender serialAppender(DataSource database) {
        return SerialAppender.open(database, DiskFlush.H2, Clock.systemUTC());
    }

    @Bean
    LedgerReader ledgerReader(JdbcClient jdbc, SerialAppender appender) {
        return new LedgerReader(jdbc, appender::durablePosition);
    }

    @Bean
    LedgerEventStorageEngine eventStorageEngine(
            SerialAppender appender,
            LedgerReader reader,
            JdbcClient jdbc,
            CatalogueSerializer facts,
            @Qualifier("generalSerializer") Serializer pictures,
            Configuration axon) {
        return new LedgerEventStorageEngine(
                appender,
                reader,
                new SnapshotTable(jdbc),
                new LedgerEventStorageEngine.Forms(facts, pictures, axon.upcasterChain(), axon.snapshotFilter()));
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(LedgerEventStorageEngine engine, Configuration axon) {
        return new PromptEventStore(EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean
    JournalHealth journalHealthIndicator(SerialAppender appender) {
        return new JournalHealth(appender);
    }
}
