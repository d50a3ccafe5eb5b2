package io.fenlu.ledger.bench;

import io.fenlu.ledger.kernel.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of those that are compared: aggregates behind a command bus, on a store of their own. */
final class Contender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Contender.class);
    private static final int FACTS_AT_ONCE = 3_000;
    private static final Duration REST_AT_MOST = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final CommandBus bus;

    private Contender(ConfigurableApplicationContext context) {
        this.context = context;
        bus = context.getBean(CommandBus.class);
    }

    static Contender open(Class<?> parts, Path directory, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--ledger.data=" + directory);
        all.add("--management.endpoint.health.validate-group-membership=false");
        return new Contender(new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(all.toArray(String[]::new)));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** A part of another module, by the name under which it offers itself. */
    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Gives an order and waits for the answer. */
    boolean obeys(Order order) {
        return !answer(order).isExceptional();
    }

    /** Gives an order and waits for what is answered. */
    CommandResultMessage<?> answer(Order order) {
        var message = GenericCommandMessage.<Order>asCommandMessage(order).withMetaData(Portfolio.newRequest());
        var answer = new FutureCallback<Order, Object>();
        bus.dispatch(message, answer);
        return answer.getResult();
    }

    /** Brings loans in, with some repayments each, beside the command bus. */
    void bring(List<UUID> loans, int repayments) {
        var batch = new ArrayList<DomainEventMessage<?>>(FACTS_AT_ONCE);
        for (var loan : loans) {
            batch.addAll(Portfolio.history(loan, repayments));
            if (batch.size() >= FACTS_AT_ONCE) {
                append(batch);
            }
        }
        append(batch);
    }

    private void append(List<DomainEventMessage<?>> batch) {
        if (!batch.isEmpty()) {
            var facts = List.copyOf(batch);
            var engine = part(EventStorageEngine.class);
            part(TransactionManager.class).executeInTransaction(() -> engine.appendEvents(facts));
            batch.clear();
        }
    }

    /** Waits until all pictures are taken that were asked for, so that nobody takes his during another's turn. */
    void rest() {
        try {
            part("snapshotThread", ExecutorService.class)
                    .submit(() -> {})
                    .get(REST_AT_MOST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException restless) {
            LOG.warn("pictures are still being taken after {}", REST_AT_MOST, restless);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
