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
    private static final String BEGIN = "insert into aggregate_number (aggregate_id, number) values (?, ?)";
    private static final String PLACE = "insert into aggregate_line (place, line) values (?, ?)";

    private final PreparedStatement insert;
    private final PreparedStatement begin;
    private final PreparedStatement put;
    private final AggregatePlaces places;

    H2Table(Connection connection) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        begin = connection.prepareStatement(BEGIN);
        put = connection.prepareStatement(PLACE);
        places = new AggregatePlaces(connection);
    }

    @Override
    public JournalEnd takeTurn(JournalEnd known) {
        return known;
    }

    @Override
    public void insert(List<HashedLine> lines) throws SQLException {
        try {
            var at = places.of(lines);
            for (var line = 0; line < at.length; line++) {
                add(lines.get(line), at[line]);
            }
            insert.executeBatch();
            begin.executeBatch();
            put.executeBatch();
        } catch (SQLException | RuntimeException failure) {
            places.forget();
            throw failure;
        } finally {
            insert.clearBatch();
            begin.clearBatch();
            put.clearBatch();
        }
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> aggregateIds) throws SQLException {
        var sequences = new HashMap<String, Long>();
        for (var aggregateId : aggregateIds) {
            places.lastSequence(aggregateId).ifPresent(last -> sequences.put(aggregateId, last));
        }
        return sequences;
    }

    /** Nobody else writes. */
    @Override
    public Map<String, Long> lastSequencesAfter(long position) {
        return Map.of();
    }

    private void add(HashedLine line, long place) throws SQLException {
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
        insert.addBatch();
        if (event.sequence() == 0) {
            begin.setString(1, event.aggregateId());
            begin.setLong(2, event.position());
            begin.addBatch();
        }
        put.setLong(1, place);
        put.setLong(2, event.position());
        put.addBatch();
    }

    @Override
    public void close() throws SQLException {
        try (insert;
                begin;
                put;
                places) {
            // closes all four
        }
    }
}
