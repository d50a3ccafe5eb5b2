package io.fenlu.ledger.eventstore;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The latest picture of each aggregate, to save reading its whole past; it may be thrown away at any time. */
public final class SnapshotTable {
    private static final String UPDATE = """
        update ledger_snapshot
        set event_id = ?, type = ?, revision = ?, aggregate_type = ?, sequence = ?, recorded_at = ?, metadata = ?, payload = ?
        where aggregate_id = ? and sequence <= ?
        """;
    private static final String INSERT = """
        insert into ledger_snapshot
            (event_id, type, revision, aggregate_type, sequence, recorded_at, metadata, payload, aggregate_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String SELECT = """
        select aggregate_type, sequence, event_id, recorded_at, type, revision, payload, metadata
        from ledger_snapshot where aggregate_id = ?
        """;

    /** In PostgreSQL a violated constraint would spoil the whole transaction. */
    private static final String OR_LEAVE_IT = " on conflict do nothing";

    private final JdbcClient jdbc;
    private final String insert;

    public SnapshotTable(JdbcClient jdbc, JournalStore store) {
        this.jdbc = jdbc;
        insert = store == JournalStore.POSTGRES ? INSERT + OR_LEAVE_IT : INSERT;
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        var metadata = snapshot.serializeMetaData(serializer, String.class);
        Object[] row = {
            snapshot.getIdentifier(),
            payload.getType().getName(),
            payload.getType().getRevision(),
            snapshot.getType(),
            snapshot.getSequenceNumber(),
            snapshot.getTimestamp().atOffset(ZoneOffset.UTC),
            metadata.getData(),
            payload.getData(),
            snapshot.getAggregateIdentifier()
        };
        if (jdbc.sql(UPDATE).params(row).param(snapshot.getSequenceNumber()).update() == 0) {
            insert(row);
        }
    }

    private void insert(Object[] row) {
        try {
            jdbc.sql(insert).params(row).update();
        } catch (DuplicateKeyException _) {
            // a later picture is there already
        }
    }

    Optional<DomainEventData<String>> read(String aggregateId) {
        return jdbc.sql(SELECT)
                .param(aggregateId)
                .query((row, _) -> (DomainEventData<String>) new GenericDomainEventEntry<>(
                        row.getString(1),
                        aggregateId,
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .optional();
    }
}
