package io.fenlu.ledger.proofs;

import io.fenlu.ledger.aggregate.LoanAggregate;
import io.fenlu.ledger.boot.LedgerDatabase;
import io.fenlu.ledger.boot.ServerDatabase;
import io.fenlu.ledger.eventstore.AggregateCache;
import io.fenlu.ledger.eventstore.AggregateLocks;
import io.fenlu.ledger.eventstore.CatalogueSerializer;
import io.fenlu.ledger.eventstore.DiskFlush;
import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.DurableCommandBus;
import io.fenlu.ledger.eventstore.EventCatalogue;
import io.fenlu.ledger.eventstore.JournalMark;
import io.fenlu.ledger.eventstore.JournalStore;
import io.fenlu.ledger.eventstore.KnownIds;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.Past;
import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.eventstore.SerialAppender;
import io.fenlu.ledger.eventstore.SnapshotTable;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.loan.LoanEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The write side as it is shipped (loans, locks, command bus, the one pen, the journal's file) without doors, views and processes, so
 * that it is open in two seconds and can be killed many times.
 *
 * <p>Arguments: a directory or the address of a database on a server, and {@code unflushed} for a ledger that acknowledges without
 * flushing; that one must be caught.
 */
final class LeanLedger {
    static final int LOANS = 200;

    private static final EventCatalogue FACTS = EventCatalogue.of(List.of(LoanEvent.class));

    private static final JsonMapper JSON = LedgerJson.mapper();

    private final LedgerReader reader;
    private final CommandGateway orders;

    private LeanLedger(DataSource journal, JournalStore store, SerialAppender appender) {
        var jdbc = JdbcClient.create(journal);
        reader = LedgerReader.of(appender, jdbc);
        var serializer = new CatalogueSerializer(FACTS, JSON);
        var engine = new LedgerEventStorageEngine(
                appender,
                reader,
                new SnapshotTable(jdbc, store, KnownIds.pictured(jdbc, appender)),
                new LedgerEventStorageEngine.Forms(
                        serializer, serializer, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll()));
        var cache = new AggregateCache(LOANS);
        var axon = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureCommandBus(_ ->
                        new DurableCommandBus(AsynchronousCommandBus.builder().executor(Runnable::run)))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(LoanAggregate.class)
                        .configureCommandTargetResolver(_ -> LeanLedger::subject)
                        .configureCache(_ -> cache)
                        .configureLockFactory(_ -> new AggregateLocks(appender.inFlight(), cache)))
                .start();
        axon.commandBus()
                .registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                        new SimpleCorrelationDataProvider("request_id", "request_fingerprint")));
        axon.commandBus().registerHandlerInterceptor(new Past(axon.eventStore(), appender.inFlight()));
        orders = DefaultCommandGateway.builder().commandBus(axon.commandBus()).build();
    }

    static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var ledger = arguments[0].startsWith("jdbc:")
                ? onAServer(arguments[0])
                : inADirectory(Path.of(arguments[0]), !List.of(arguments).contains("unflushed"));
        ledger.openLoans();
        var kept = new ArrayList<Kept>();
        var chain =
                JournalAudit.audit(ledger.reader, line -> JournalAudit.repayments(line, LeanLedger::key, kept::add));
        Pipe.opened(kept, chain);
        Pipe.serve(ledger::repay);
        Runtime.getRuntime().halt(0);
    }

    private static LeanLedger inADirectory(Path directory, boolean flushed) {
        var journal = LedgerDatabase.journal(directory);
        var disk = flushed ? Durability.DISK.on(JournalStore.H2) : (DiskFlush) _ -> {};
        var appender = SerialAppender.open(journal, disk, Clock.systemUTC());
        if (flushed) {
            JournalMark.keep(directory, appender, Durability.DISK);
        }
        return new LeanLedger(journal, JournalStore.H2, appender);
    }

    private static LeanLedger onAServer(String url) {
        var journal = new ServerDatabase(url, "", "", 16).open(Durability.DISK);
        var disk = Durability.DISK.on(JournalStore.POSTGRES);
        return new LeanLedger(journal, JournalStore.POSTGRES, SerialAppender.open(journal, disk, Clock.systemUTC()));
    }

    private static VersionedAggregateIdentifier subject(CommandMessage<?> command) {
        var subject = ((Order) command.getPayload()).subject().toString();
        return new VersionedAggregateIdentifier((Object) subject, null);
    }

    /** Requests are named by their keys themselves here. */
    private static String key(String request) {
        return request;
    }

    private void openLoans() {
        if (reader.durablePosition() == 0) {
            IntStream.range(0, LOANS)
                    .parallel()
                    .forEach(loan -> SampleLoans.opening(loan)
                            .forEach(order -> send(order, SampleLoans.openingKey(loan, order))));
        }
    }

    private Kept repay(int loan, String key) {
        var receipt = send(SampleLoans.repayment(loan, key), key);
        if (receipt.recorded().isEmpty()) {
            return keptBefore(loan, key);
        }
        var first = receipt.recorded().getFirst();
        return new Kept(key, first.position(), JournalAudit.fingerprint(JSON.writeValueAsString(first.fact())));
    }

    /** The same order was obeyed before: its answer stands in the journal. */
    private Kept keptBefore(int loan, String key) {
        var found = new ArrayList<Kept>();
        for (StoredEvent line : reader.ofAggregate(SampleLoans.id(loan).toString(), 0, Integer.MAX_VALUE)) {
            JournalAudit.repayments(line, LeanLedger::key, found::add);
        }
        return found.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(key + " is said to be kept and is not there"));
    }

    private Receipt send(Order order, String key) {
        return orders.sendAndWait(GenericCommandMessage.asCommandMessage(order)
                .withMetaData(Map.of("request_id", key, "request_fingerprint", "proof")));
    }
}
