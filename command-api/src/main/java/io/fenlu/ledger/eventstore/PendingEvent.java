package io.fenlu.ledger.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/** A fact that is written down but has no place in the journal yet. */
record PendingEvent(
        String eventId,
        String name,
        int revision,
        String aggregateType,
        String aggregateId,
        long sequence,
        String metadata,
        String payload) {

    /** What belongs to no aggregate stands alone, under its own id. */
    static PendingEvent of(EventMessage<?> message, Serializer serializer) {
        var payload = message.serializePayload(serializer, String.class);
        var metadata = message.serializeMetaData(serializer, String.class);
        var domain = message instanceof DomainEventMessage<?> of ? of : null;
        return new PendingEvent(
                message.getIdentifier(),
                payload.getType().getName(),
                Integer.parseInt(payload.getType().getRevision()),
                domain == null ? "" : domain.getType(),
                domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                metadata.getData(),
                payload.getData());
    }

    StoredEvent at(long position, Instant recordedAt) {
        return new StoredEvent(
                position, eventId, name, revision, aggregateType, aggregateId, sequence, recordedAt, metadata, payload);
    }
}
