package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The journal's table in an H2 file, which is open in one process only: it is always this writer's turn. */
final class H2Table implements JournalTable {
    private static final String INSERT = """
        insert into ledger_event
            (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata, payload, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String BEGIN = "insert into aggregate_number (aggregate_id, number) values (?, ?)";
    private static final String PLACE = "insert into aggregate_line (place, line) values (?, ?)";
    private static final String MARK = "insert into aggregate_line (place, line) values (0, 0)";
    private static final String NEWEST = "select coalesce(max(position), 0) from ledger_event";
    private static final String MOVE_MARK = "update aggregate_line set line = ? where place = 0";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement begin;
    private final PreparedStatement put;
    private final PreparedStatement moveMark;
    private final LatePlaces late;
    private final AggregatePlaces places;
    private final NavigableMap<Long, Long> written = new TreeMap<>();

    H2Table(Connection connection, int placesAtHand) throws SQLException {
        this.connection = connection;
        insert = connection.prepareStatement(INSERT);
        begin = connection.prepareStatement(BEGIN);
        put = connection.prepareStatement(PLACE);
        moveMark = connection.prepareStatement(MOVE_MARK);
        late = new LatePlaces(placesAtHand, putAllIntoTheTable());
        places = new AggregatePlaces(connection, late, written);
    }

    /**
     * Begins with nothing that waits, and returns the newest line: else lives that end before their first round would leave more and more
     * behind the mark. A journal without a mark is new, or from before there was one; then all its places are in the table.
     */
    private long putAllIntoTheTable() throws SQLException {
        put(LatePlaces.of(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
                .all());
        try (var statement = connection.createStatement();
                var last = statement.executeQuery(NEWEST)) {
            last.next();
            var newest = last.getLong(1);
            if (!moveMark(newest)) {
                statement.executeUpdate(MARK);
                moveMark(newest);
            }
            return newest;
        }
    }

    private void put(List<LatePlaces.Place> some) throws SQLException {
        for (var each : some) {
            put.setLong(1, each.place());
            put.setLong(2, each.line());
            put.addBatch();
        }
        put.executeBatch();
    }

    private boolean moveMark(long line) throws SQLException {
        moveMark.setLong(1, line);
        return moveMark.executeUpdate() == 1;
    }

    @Override
    public <T> T undivided(Turn<T> turn) throws SQLException {
        return H2Flush.undivided(connection, turn);
    }

    @Override
    public JournalEnd takeTurn(JournalEnd known) {
        written.clear();
        return known;
    }

    @Override
    public void insert(List<HashedLine> lines) throws SQLException {
        try {
            var at = places.of(lines);
            requireFree(at);
            for (var line = 0; line < at.length; line++) {
                add(lines.get(line));
            }
            insert.executeBatch();
            begin.executeBatch();
            for (var line = 0; line < at.length; line++) {
                written.put(at[line], lines.get(line).event().position());
            }
        } catch (SQLException | RuntimeException failure) {
            places.forget();
            throw failure;
        } finally {
            insert.clearBatch();
            begin.clearBatch();
        }
    }

    /** What the table's key refuses where places are put there at once. */
    private void requireFree(long[] at) throws SQLException {
        for (var each : at) {
            if (late.has(each) || written.containsKey(each)) {
                throw new SQLException("a line has the place " + each + " already", UNIQUE_VIOLATION);
            }
        }
    }

    @Override
    public void commit() throws SQLException {
        var portion = late.portion();
        put(portion.places());
        if (portion.mark().isPresent()) {
            moveMark(portion.mark().getAsLong());
        }
        connection.commit();
        late.add(written.entrySet().stream()
                .map(each -> new LatePlaces.Place(each.getKey(), each.getValue()))
                .toList());
        late.moved(portion);
        written.clear();
    }

    @Override
    public LatePlaces latePlaces() {
        return late;
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

    private void add(HashedLine line) throws SQLException {
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
    }

    @Override
    public void close() throws SQLException {
        try (insert;
                begin;
                put;
                moveMark;
                places) {
            // closes all five
        }
    }
}
