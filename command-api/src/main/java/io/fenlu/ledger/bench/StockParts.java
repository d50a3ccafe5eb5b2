package io.fenlu.ledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.boot.Foundation;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The same aggregates on the framework's own event store: its own engine, tables and statements, one database transaction for each
 * command, the lock held until it is committed.
 *
 * <p>What is not compared is the same as in the ledger: the aggregates and their cache, snapshots, how facts are written, what metadata
 * they keep, the database's settings.
 */
@Import(Foundation.class)
final class StockParts {
    @Bean(destroyMethod = "close")
    HikariDataSource stock(
            @Value("${bench.url}") String url,
            @Value("${bench.user}") String user,
            @Value("${bench.password}") String password,
            @Value("${bench.connections}") int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    @Bean
    TransactionManager axonTransactionManager(
            PlatformTransactionManager transactions,
            DataSource stock,
            @Value("${bench.checkpoint}") boolean checkpoint) {
        var manager = new SpringTransactionManager(transactions);
        return checkpoint ? new SyncedTransactions(manager, stock) : manager;
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource stock) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(stock));
    }

    @Bean
    JdbcEventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer facts,
            @Qualifier("generalSerializer") Serializer pictures,
            Configuration axon,
            @Value("${bench.url}") String url,
            @Value("${bench.plain-columns}") boolean plainColumns) {
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(facts)
                .snapshotSerializer(pictures)
                .snapshotFilter(axon.snapshotFilter())
                .upcasterChain(axon.upcasterChain())
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .build();
        engine.createSchema(StockTables.of(url, plainColumns));
        return engine;
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(JdbcEventStorageEngine engine, Configuration axon) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .build();
    }

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(TransactionManager transactions, Configuration axon) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    CorrelationDataProvider origin() {
        return new SimpleCorrelationDataProvider("request_id", "request_fingerprint", "cause");
    }

    @Bean
    LockFactory aggregateLocks() {
        return PessimisticLockFactory.usingDefaults();
    }
}
