package io.fenlu.ledger.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.json.LedgerJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journal somewhere, opened and closed by a test, whose disk may be told to wait or to fail. */
final class SampleJournal implements AutoCloseable {
    /** Few, so that every test of the journal also moves places. */
    static final int PLACES_AT_HAND = 16;

    final AtomicReference<DiskFlush> disk = new AtomicReference<>();
    final SerialAppender appender;
    final LedgerEventStorageEngine engine;
    final KnownIds writtenOf;
    final LedgerReader reader;
    final JdbcClient jdbc;
    private final KnownIds pictured;
    private final HikariDataSource database;

    private SampleJournal(SamplePlace place, EventUpcaster upcasters, int waitingAtMost) {
        this(place, Sample.class, upcasters, waitingAtMost);
    }

    private SampleJournal(SamplePlace place, Class<?> facts, EventUpcaster upcasters, int waitingAtMost) {
        database = place.open();
        disk.set(place.disk());
        jdbc = JdbcClient.create(database);
        appender = SerialAppender.open(
                new Journal(database, this::flush, Clock.systemUTC(), PLACES_AT_HAND), waitingAtMost);
        var serializer = new CatalogueSerializer(EventCatalogue.of(List.of(facts)), LedgerJson.mapper());
        writtenOf = KnownIds.writtenOf(jdbc, appender);
        pictured = KnownIds.pictured(jdbc, appender);
        reader = LedgerReader.knowing(writtenOf, appender, jdbc);
        engine = new LedgerEventStorageEngine(
                appender,
                reader,
                new SnapshotTable(jdbc, place.kind(), pictured),
                new LedgerEventStorageEngine.Forms(serializer, serializer, upcasters, SnapshotFilter.allowAll()));
    }

    static SampleJournal of(SamplePlace place, Class<?> facts, EventUpcaster upcasters) {
        return new SampleJournal(place, facts, upcasters, 4_096);
    }

    static SampleJournal in(SamplePlace place) {
        return in(place, NoOpEventUpcaster.INSTANCE);
    }

    static SampleJournal in(SamplePlace place, EventUpcaster upcasters) {
        return new SampleJournal(place, upcasters, 4_096);
    }

    static SampleJournal with(SamplePlace place, int waitingAtMost) {
        return new SampleJournal(place, NoOpEventUpcaster.INSTANCE, waitingAtMost);
    }

    /** Follows what others write to the same journal, until it is closed. */
    JournalFollower follow() {
        return JournalFollower.start(jdbc, appender);
    }

    static DomainEventMessage<?> event(String aggregate, long sequence, Sample fact) {
        return new GenericDomainEventMessage<>("Sample", aggregate, sequence, fact);
    }

    static DomainEventMessage<?> event(String aggregate, long sequence) {
        return event(aggregate, sequence, new Sample.Opened(aggregate + "/" + sequence));
    }

    List<TrackedEventMessage<?>> readAfter(@Nullable TrackingToken token) {
        var read = new ArrayList<TrackedEventMessage<?>>();
        engine.readEvents(token, false).forEach(read::add);
        return read;
    }

    List<Object> facts(String aggregate) {
        return engine.readEvents(aggregate, 0)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    private void flush(Connection connection) throws SQLException {
        disk.get().flush(connection);
    }

    @Override
    public void close() {
        appender.close();
        writtenOf.close();
        pictured.close();
        database.close();
    }
}
