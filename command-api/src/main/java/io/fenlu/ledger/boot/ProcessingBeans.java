package io.fenlu.ledger.boot;

import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * How views and processes follow the journal: in order, in transactions of their own, never walking on after a failure.
 *
 * <p>A failing view stops. A fact that any other reader cannot digest is parked with all that follow for the same aggregate, in a queue
 * per processing group, until somebody has mended the cause. Processes have no such queue in Axon; their failure stops them, and they
 * try again.
 */
@Configuration(proxyBeanMethods = false)
class ProcessingBeans {
    private static final int EVENTS_PER_BATCH = 200;

    private static final String VIEWS = "views";

    /** These park what they cannot do in a table of their own; a second place to look would only hide it. */
    private static final Set<String> PROCESSES = Set.of("processes", "payouts", "bill-diary");

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new ConstraintViolations();
    }

    @Bean
    JdbcTokenStore tokenStore(ConnectionProvider connections, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(general)
                .build();
    }

    @Bean
    JdbcSagaStore sagaStore(ConnectionProvider connections, Serializer general) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(new GenericSagaSqlSchema())
                .serializer(general)
                .build();
    }

    @Bean
    ConfigurerModule processing(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer facts) {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors(
                        (_, processor) -> processor.initialSegmentCount(1).batchSize(EVENTS_PER_BATCH))
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.INSTANCE)
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.INSTANCE)
                .registerDeadLetterQueueProvider(group -> stops(group)
                        ? null
                        : _ -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                                .processingGroup(group)
                                .connectionProvider(connections)
                                .transactionManager(transactions)
                                .schema(DeadLetterSchema.defaultSchema())
                                .genericSerializer(general)
                                .eventSerializer(facts)
                                .build());
    }

    /**
     * Views say up to which position they have read, so they leave nothing out: a fact that one cannot digest stops it. That also
     * spares a look into the queue for each fact.
     */
    private static boolean stops(String group) {
        return VIEWS.equals(group) || PROCESSES.contains(group);
    }
}
