package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal's table in an H2 file, which is open in one process only: it is always this writer's turn. */
final class H2Table implements JournalTable {
    private static final String INSERT = """
        insert into ledger_event
            (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata, payload, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String LAST_SEQUENCE = "select max(sequence) from ledger_event where aggregate_id = ?";

    private final PreparedStatement insert;
    private final PreparedStatement lastSequence;

    H2Table(Connection connection) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        lastSequence = connection.prepareStatement(LAST_SEQUENCE);
    }

    @Override
    public JournalEnd takeTurn(JournalEnd known) {
        return known;
    }

    @Override
    public void insert(List<HashedLine> lines) throws SQLException {
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

    @Override
    public Map<String, Long> lastSequences(Collection<String> aggregateIds) throws SQLException {
        var sequences = new HashMap<String, Long>();
        for (var aggregateId : aggregateIds) {
            lastSequence.setString(1, aggregateId);
            try (var result = lastSequence.executeQuery()) {
                result.next();
                var last = result.getLong(1);
                if (!result.wasNull()) {
                    sequences.put(aggregateId, last);
                }
            }
        }
        return sequences;
    }

    /** Nobody else writes. */
    @Override
    public Map<String, Long> lastSequencesAfter(long position) {
        return Map.of();
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
                lastSequence) {
            // closes both
        }
    }
}
