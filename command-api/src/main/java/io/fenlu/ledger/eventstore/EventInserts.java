package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The writer's statements on the journal's table, prepared once on its own connection. */
final class EventInserts implements AutoCloseable {
    private static final String INSERT = """
        insert into ledger_event
            (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata, payload, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String LAST_SEQUENCE = "select max(sequence) from ledger_event where aggregate_id = ?";
    private static final String LAST_LINE =
            "select position, recorded_at, hash from ledger_event order by position desc fetch first 1 row only";

    private final PreparedStatement insert;
    private final PreparedStatement lastSequence;
    private final PreparedStatement lastLine;

    EventInserts(Connection connection) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        lastSequence = connection.prepareStatement(LAST_SEQUENCE);
        lastLine = connection.prepareStatement(LAST_LINE);
    }

    void insert(List<HashedLine> lines) throws SQLException {
        try {
            for (var line : lines) {
                bind(line);
                insert.addBatch();
            }
            insert.executeBatch();
        } finally {
            insert.clearBatch();
        }
    }

    @Nullable
    Long lastSequence(String aggregateId) throws SQLException {
        lastSequence.setString(1, aggregateId);
        try (var result = lastSequence.executeQuery()) {
            result.next();
            var last = result.getLong(1);
            return result.wasNull() ? null : last;
        }
    }

    /** Where the journal ends. */
    JournalEnd end() throws SQLException {
        try (var result = lastLine.executeQuery()) {
            return result.next()
                    ? new JournalEnd(
                            result.getLong(1),
                            result.getObject(2, OffsetDateTime.class).toInstant(),
                            result.getBytes(3))
                    : JournalEnd.OF_NOTHING;
        }
    }

    private void bind(HashedLine line) throws SQLException {
        var event = line.event();
        insert.setLong(1, event.position());
        insert.setString(2, event.eventId());
        insert.setString(3, event.name());
        insert.setInt(4, event.revision());
        insert.setString(5, event.aggregateType());
        insert.setString(6, event.aggregateId());
        insert.setLong(7, event.sequence());
        insert.setObject(8, event.recordedAt().atOffset(ZoneOffset.UTC));
        insert.setString(9, event.metadata());
        insert.setString(10, event.payload());
        insert.setBytes(11, line.hash());
    }

    @Override
    public void close() throws SQLException {
        try (insert;
                lastSequence;
                lastLine) {
            // closes all three
        }
    }
}
