package io.fenlu.ledger.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the journal: writing goes through the one pen, reading sees what is on disk.
 *
 * <p>The facts of a command are only queued here; its answer waits for the disk ({@link DurableCommandBus}). Whoever appends without a
 * command waits here.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {
    private static final int LINES_PER_READ = 500;

    private final SerialAppender appender;
    private final LedgerReader reader;
    private final SnapshotTable snapshots;

    public LedgerEventStorageEngine(
            SerialAppender appender, LedgerReader reader, SnapshotTable snapshots, Forms forms) {
        super(forms.builder());
        this.appender = appender;
        this.reader = reader;
        this.snapshots = snapshots;
    }

    /** How facts and snapshots are written, how older revisions are read, and which snapshots are still good. */
    public record Forms(Serializer events, Serializer snapshots, EventUpcaster upcasters, SnapshotFilter filter) {
        private BatchingEventStorageEngine.Builder builder() {
            return new Builder() {}.batchSize(LINES_PER_READ)
                    .eventSerializer(events)
                    .snapshotSerializer(snapshots)
                    .upcasterChain(upcasters)
                    .snapshotFilter(filter);
        }
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var pending =
                events.stream().map(event -> PendingEvent.of(event, serializer)).toList();
        Ticket.ofThisCommand()
                .ifPresentOrElse(
                        ticket -> ticket.queued(
                                appender.queue(pending),
                                List.copyOf(events),
                                CurrentUnitOfWork.get().root().resources()),
                        () -> appender.append(pending));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return reader.after(position(lastToken), batchSize);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return reader.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return reader.lastSequence(aggregateIdentifier);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.durablePosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(instant));
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (token == null ? null : WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken place -> place.getGlobalIndex();
            case TrackingToken other -> throw new IllegalArgumentException("no place in this journal: " + other);
        };
    }
}
