package io.fenlu.ledger.bench;

import io.fenlu.ledger.eventstore.DiskFlush;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.integrity.ChainedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How fast plain JDBC writes the ledger's own rows, hashed, a thousand with each flush; nobody decides, nobody is answered. */
final class Ceiling implements AutoCloseable {
    private static final int ROWS_PER_FLUSH = 1_000;
    private static final String INSERT = """
        insert into ledger_event
            (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata, payload, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private final Connection connection;
    private final DiskFlush flush;
    private final List<StoredEvent> rows;
    private final boolean eachIsNew;
    private final PreparedStatement insert;
    private final Map<String, Long> sequences = new HashMap<>();
    private byte[] hash = ChainedEvent.genesis();
    private long position;

    /**
     * Prepares to write.
     *
     * @param rows to be written again and again, under new numbers
     * @param eachIsNew whether each row begins another aggregate
     */
    Ceiling(Connection connection, DiskFlush flush, List<StoredEvent> rows, boolean eachIsNew) throws SQLException {
        this.connection = connection;
        this.flush = flush;
        this.rows = rows;
        this.eachIsNew = eachIsNew;
        flush.prepare(connection);
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(INSERT);
    }

    /** Rows per second. */
    long perSecond(Duration length) throws SQLException {
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        var before = position;
        while (System.nanoTime() < end) {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            for (var row = 0; row < ROWS_PER_FLUSH; row++) {
                add(next(now));
            }
            insert.executeBatch();
            connection.commit();
            flush.flush(connection);
        }
        return (position - before) * 1_000_000_000L / (System.nanoTime() - begun);
    }

    private StoredEvent next(Instant now) {
        position++;
        var like = rows.get((int) (position % rows.size()));
        var aggregate = eachIsNew ? TimeOrderedIds.next().toString() : like.aggregateId();
        var sequence = eachIsNew ? 0L : sequences.merge(aggregate, 1L, Long::sum) - 1;
        return new StoredEvent(
                position,
                TimeOrderedIds.next().toString(),
                like.name(),
                like.revision(),
                like.aggregateType(),
                aggregate,
                sequence,
                now,
                like.metadata(),
                like.payload());
    }

    private void add(StoredEvent row) throws SQLException {
        hash = row.chained().hash(hash);
        insert.setLong(1, row.position());
        insert.setString(2, row.eventId());
        insert.setString(3, row.name());
        insert.setInt(4, row.revision());
        insert.setString(5, row.aggregateType());
        insert.setString(6, row.aggregateId());
        insert.setLong(7, row.sequence());
        insert.setObject(8, row.recordedAt().atOffset(ZoneOffset.UTC));
        insert.setString(9, row.metadata());
        insert.setString(10, row.payload());
        insert.setBytes(11, hash);
        insert.addBatch();
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                insert) {
            connection.rollback();
        }
    }
}
