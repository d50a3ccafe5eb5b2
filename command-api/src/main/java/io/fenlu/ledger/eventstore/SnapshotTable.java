package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.integrity.ChainedEvent;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The latest picture of each aggregate, to save reading its whole past; it may be thrown away at any time. */
public final class SnapshotTable {
    private static final String UPDATE = """
        update ledger_snapshot
        set event_id = ?, type = ?, revision = ?, aggregate_type = ?, sequence = ?, recorded_at = ?, metadata = ?, payload = ?,
            hash = ?
        where aggregate_id = ? and sequence <= ?
        """;
    private static final String INSERT = """
        insert into ledger_snapshot
            (event_id, type, revision, aggregate_type, sequence, recorded_at, metadata, payload, hash, aggregate_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String SELECT = """
        select aggregate_type, sequence, event_id, recorded_at, type, revision, payload, metadata, hash
        from ledger_snapshot where aggregate_id = ?
        """;

    /** In PostgreSQL a violated constraint would spoil the whole transaction. */
    private static final String OR_LEAVE_IT = " on conflict do nothing";

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTable.class);

    private final JdbcClient jdbc;
    private final String insert;
    private final KnownIds pictured;

    /** @param pictured of whom there may be pictures */
    public SnapshotTable(JdbcClient jdbc, JournalStore store, KnownIds pictured) {
        this.jdbc = jdbc;
        this.pictured = pictured;
        insert = store == JournalStore.POSTGRES ? INSERT + OR_LEAVE_IT : INSERT;
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        var metadata = snapshot.serializeMetaData(serializer, String.class);
        var picture = new GenericDomainEventEntry<>(
                snapshot.getType(),
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getIdentifier(),
                snapshot.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
        Object[] row = {
            snapshot.getIdentifier(),
            payload.getType().getName(),
            payload.getType().getRevision(),
            snapshot.getType(),
            snapshot.getSequenceNumber(),
            snapshot.getTimestamp().atOffset(ZoneOffset.UTC),
            metadata.getData(),
            payload.getData(),
            seal(picture),
            snapshot.getAggregateIdentifier()
        };
        pictured.add(snapshot.getAggregateIdentifier());
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

    /** The picture of an aggregate; none when it is not what was stored. */
    Optional<DomainEventData<String>> read(String aggregateId) {
        if (!pictured.mayHave(aggregateId)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT)
                .param(aggregateId)
                .query((row, _) -> sealed(picture(aggregateId, row), row.getBytes(9)))
                .optional()
                .flatMap(Function.identity());
    }

    private static GenericDomainEventEntry<String> picture(String aggregateId, ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(1),
                aggregateId,
                row.getLong(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static Optional<DomainEventData<String>> sealed(GenericDomainEventEntry<String> picture, byte[] hash) {
        if (MessageDigest.isEqual(seal(picture), hash)) {
            return Optional.of(picture);
        }
        LOG.warn(
                "the picture of {} is not what was stored; its facts are read instead",
                picture.getAggregateIdentifier());
        return Optional.empty();
    }

    /** Nobody may decide on a picture in which a bit has tipped over. */
    private static byte[] seal(GenericDomainEventEntry<String> picture) {
        var type = picture.getPayload().getType();
        return new ChainedEvent(
                        0,
                        picture.getSequenceNumber(),
                        0,
                        picture.getEventIdentifier(),
                        type.getName() + "/" + type.getRevision(),
                        0,
                        picture.getType(),
                        picture.getAggregateIdentifier(),
                        picture.getMetaData().getData(),
                        picture.getPayload().getData())
                .hash(ChainedEvent.genesis());
    }
}
