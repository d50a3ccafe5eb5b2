package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The journal's table on PostgreSQL, where several processes may write, one after the other.
 *
 * <p>A lock on the database that ends with the transaction gives them turns. Whoever has the turn looks, in a statement of its own and
 * therefore after the lock was given, where the journal ends; both travel in one message.
 */
final class PostgresTable implements JournalTable {
    private static final String TAKE_TURN = """
        select pg_advisory_xact_lock(439804652661);
        select position, recorded_at, hash from ledger_event order by position desc limit 1
        """;
    private static final String INSERT = """
        with line as (
            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                    ?::bytea[], ?::bigint[])
                as line (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, metadata, payload, hash, place)
        ),
        first as (
            insert into aggregate_number (aggregate_id, number)
            select aggregate_id, position from line where sequence = 0
        ),
        place as (
            insert into aggregate_line (place, line) select place, position from line
        )
        insert into ledger_event
            (position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata, payload, hash)
        select position, event_id, name, revision, aggregate_type, aggregate_id, sequence, ?, metadata, payload, hash from line
        """;
    private static final String LAST_SEQUENCES = """
        select asked.id, (
            select max(place) from aggregate_line where place >= number * 16777216 and place < (number + 1) * 16777216
        ) - number * 16777216
        from unnest(?::text[]) as asked (id)
        join aggregate_number on aggregate_id = asked.id
        """;
    private static final String LAST_SEQUENCES_AFTER =
            "select aggregate_id, max(sequence) from ledger_event where position > ? group by aggregate_id";

    private final Connection connection;
    private final PreparedStatement takeTurn;
    private final PreparedStatement insert;
    private final PreparedStatement lastSequences;
    private final PreparedStatement lastSequencesAfter;
    private final LatePlaces late = LatePlaces.none();
    private final AggregatePlaces places;

    PostgresTable(Connection connection) throws SQLException {
        this.connection = connection;
        takeTurn = connection.prepareStatement(TAKE_TURN);
        insert = connection.prepareStatement(INSERT);
        lastSequences = connection.prepareStatement(LAST_SEQUENCES);
        lastSequencesAfter = connection.prepareStatement(LAST_SEQUENCES_AFTER);
        places = new AggregatePlaces(connection, late, new TreeMap<>());
    }

    @Override
    public JournalEnd takeTurn(JournalEnd known) throws SQLException {
        takeTurn.execute();
        takeTurn.getMoreResults();
        try (var result = takeTurn.getResultSet()) {
            return result.next()
                    ? new JournalEnd(
                            result.getLong(1),
                            result.getObject(2, OffsetDateTime.class).toInstant(),
                            result.getBytes(3))
                    : JournalEnd.OF_NOTHING;
        }
    }

    @Override
    public void insert(List<HashedLine> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        bind(1, "int8", lines, StoredEvent::position, Long[]::new);
        bind(2, "text", lines, StoredEvent::eventId, String[]::new);
        bind(3, "text", lines, StoredEvent::name, String[]::new);
        bind(4, "int4", lines, StoredEvent::revision, Integer[]::new);
        bind(5, "text", lines, StoredEvent::aggregateType, String[]::new);
        bind(6, "text", lines, StoredEvent::aggregateId, String[]::new);
        bind(7, "int8", lines, StoredEvent::sequence, Long[]::new);
        bind(8, "text", lines, StoredEvent::metadata, String[]::new);
        bind(9, "text", lines, StoredEvent::payload, String[]::new);
        var hashes = lines.stream().map(HashedLine::hash).toArray(byte[][]::new);
        insert.setArray(10, connection.createArrayOf("bytea", hashes));
        insert.setArray(
                11,
                connection.createArrayOf(
                        "int8", Arrays.stream(places.of(lines)).boxed().toArray(Long[]::new)));
        insert.setObject(12, lines.getFirst().event().recordedAt().atOffset(ZoneOffset.UTC));
        try {
            insert.executeUpdate();
        } catch (SQLException failure) {
            places.forget();
            throw failure;
        }
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    /** Other processes look into the table, so everything is put there at once. */
    @Override
    public LatePlaces latePlaces() {
        return late;
    }

    private <T> void bind(
            int parameter, String type, List<HashedLine> lines, Function<StoredEvent, T> column, IntFunction<T[]> array)
            throws SQLException {
        var values = lines.stream().map(HashedLine::event).map(column).toArray(array);
        insert.setArray(parameter, connection.createArrayOf(type, values));
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> aggregateIds) throws SQLException {
        lastSequences.setArray(1, connection.createArrayOf("text", aggregateIds.toArray(String[]::new)));
        return sequences(lastSequences);
    }

    @Override
    public Map<String, Long> lastSequencesAfter(long position) throws SQLException {
        lastSequencesAfter.setLong(1, position);
        return sequences(lastSequencesAfter);
    }

    private static Map<String, Long> sequences(PreparedStatement statement) throws SQLException {
        var sequences = new HashMap<String, Long>();
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                var last = result.getLong(2);
                if (!result.wasNull()) {
                    sequences.put(result.getString(1), last);
                }
            }
        }
        return sequences;
    }

    @Override
    public void close() throws SQLException {
        try (takeTurn;
                insert;
                lastSequences;
                lastSequencesAfter;
                places) {
            // closes all five
        }
    }
}
