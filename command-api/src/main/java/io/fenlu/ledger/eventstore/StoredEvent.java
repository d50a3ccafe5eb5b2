package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.integrity.ChainedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, exactly as it is kept.
 *
 * @param position its place in the one order of all facts, from 1 without gaps
 * @param aggregateType what it happened to, for example {@code Loan}; empty when it belongs to no aggregate
 * @param sequence its place among the facts of one aggregate, from 0 without gaps
 * @param recordedAt when the ledger learned of it, never earlier than the line before
 * @param metadata JSON
 * @param payload JSON
 */
public record StoredEvent(
        long position,
        String eventId,
        String name,
        int revision,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant recordedAt,
        String metadata,
        String payload)
        implements TrackedEventData<String>, DomainEventData<String> {
    /** What of it is hashed: everything. */
    public ChainedEvent chained() {
        return new ChainedEvent(
                position,
                sequence,
                ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt),
                eventId,
                name,
                revision,
                aggregateType,
                aggregateId,
                metadata,
                payload);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(metadata, String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(payload, String.class, name, Integer.toString(revision));
    }

    @Override
    public @Nullable String getType() {
        return aggregateType.isEmpty() ? null : aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
