package io.fenlu.ledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** An aggregate of one fact: what was put in is in. */
public final class PiggyBank {
    @AggregateIdentifier
    private @Nullable String id;

    private final List<String> coins = new ArrayList<>();

    /** Put something in and tell what is in it then. */
    public record Put(@TargetAggregateIdentifier String id, String coin) {}

    /** Said no. */
    public static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow(int coins) {
            super("refused with " + coins + " coins");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<String> handle(Put order, AtomicInteger handled) {
        try {
            if (order.coin().equals("refuse me")) {
                throw new NotNow(coins.size());
            }
            AggregateLifecycle.apply(new Sample.Opened(order.id() + "/" + order.coin()));
            return List.copyOf(coins);
        } finally {
            org.axonframework.messaging.unitofwork.CurrentUnitOfWork.get().onCleanup(_ -> handled.incrementAndGet());
        }
    }

    @EventSourcingHandler
    void on(Sample.Opened fact) {
        var slash = fact.owner().indexOf('/');
        id = fact.owner().substring(0, slash);
        coins.add(fact.owner().substring(slash + 1));
    }

    /** Axon around a journal, as small as it can be. */
    static final class Shop implements AutoCloseable {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicInteger handled = new AtomicInteger();
        private final AggregateCache cache = new AggregateCache(100);
        private final Configuration axon;
        private final CommandGateway gateway;

        Shop(SampleJournal journal) {
            var locks = new AggregateLocks(journal.appender.inFlight(), cache);
            journal.appender.whenOthersWrote(locks);
            axon = DefaultConfigurer.defaultConfiguration()
                    .configureSerializer(_ -> Jackson3Serializer.builder().build())
                    .configureEventStore(_ -> new PromptEventStore(
                            EmbeddedEventStore.builder().storageEngine(journal.engine), journal.reader::knows))
                    .configureCommandBus(_ -> new DurableCommandBus(AsynchronousCommandBus.builder()
                            .executor(Runnable::run)
                            .rollbackConfiguration(failure -> !(failure instanceof NotNow))))
                    .registerComponent(AtomicInteger.class, _ -> handled)
                    .configureAggregate(AggregateConfigurer.defaultConfiguration(PiggyBank.class)
                            .configureCache(_ -> cache)
                            .configureLockFactory(_ -> locks))
                    .start();
            gateway = DefaultCommandGateway.builder()
                    .commandBus(axon.commandBus())
                    .build();
        }

        CompletableFuture<List<String>> send(Put order) {
            return gateway.send(order);
        }

        CompletableFuture<List<String>> sendOnAThread(Put order) {
            return CompletableFuture.supplyAsync(() -> send(order), threads).thenCompose(answer -> answer);
        }

        int handled() {
            return handled.get();
        }

        void forget(String id) {
            cache.remove(id);
        }

        @Override
        public void close() {
            axon.shutdown();
            threads.shutdown();
        }
    }
}
