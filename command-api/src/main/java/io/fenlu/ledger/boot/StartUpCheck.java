package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.CatalogueSerializer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Refuses to start with a part that was silently left out or replaced; nothing that forgets may take the place of what keeps. */
@Component
final class StartUpCheck implements SmartInitializingSingleton {
    private final Configuration axon;
    private final boolean axonServer;

    StartUpCheck(Configuration axon, @Value("${axon.axonserver.enabled}") boolean axonServer) {
        this.axon = axon;
        this.axonServer = axonServer;
    }

    @Override
    public void afterSingletonsInstantiated() {
        expected().forEach((part, type) -> {
            var actual = axon.getComponent(part);
            if (!type.isInstance(actual)) {
                throw new IllegalStateException(part.getSimpleName() + " is a "
                        + (actual == null ? "missing part" : actual.getClass().getName()) + " and not a "
                        + type.getName());
            }
        });
        if (!(axon.eventSerializer() instanceof CatalogueSerializer)) {
            throw new IllegalStateException("facts would not be written under their catalogue names");
        }
    }

    private Map<Class<?>, Class<?>> expected() {
        var expected = new LinkedHashMap<Class<?>, Class<?>>();
        expected.put(TransactionManager.class, SpringTransactionManager.class);
        expected.put(TokenStore.class, JdbcTokenStore.class);
        expected.put(SagaStore.class, JdbcSagaStore.class);
        if (!axonServer) {
            expected.put(EventStore.class, EmbeddedEventStore.class);
            expected.put(CommandBus.class, AsynchronousCommandBus.class);
        }
        return expected;
    }
}
