package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;

/**
 * Where the lines of each aggregate stand: the number of an aggregate is the position of its first line, and the place of a line is made of
 * that number and the line's sequence.
 *
 * <p>One short key for each line, in a table of its own, costs a third of an index over ids and sequences. Only the writer uses this;
 * what it remembers may be more than is committed, so it forgets when an insert failed.
 */
final class AggregatePlaces implements AutoCloseable {
    /** So many lines can an aggregate have. */
    static final long LINES = 1L << 24;

    private static final int REMEMBERED = 100_000;

    private final PreparedStatement number;
    private final PreparedStatement last;
    private final LatePlaces late;
    private final NavigableMap<Long, Long> written;
    private final Map<String, Long> numbers = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param late places that are committed and not in the table
     * @param written places that are neither, of lines written in this turn
     */
    AggregatePlaces(Connection connection, LatePlaces late, NavigableMap<Long, Long> written) throws SQLException {
        this.late = late;
        this.written = written;
        number = connection.prepareStatement("select number from aggregate_number where aggregate_id = ?");
        last = connection.prepareStatement("select max(place) from aggregate_line where place >= ? and place < ?");
    }

    /** The first place of an aggregate with this number. */
    static long first(long number) {
        return number * LINES;
    }

    /** The places of lines about to be written, in their order; a first line gives its aggregate a number. */
    long[] of(List<HashedLine> lines) throws SQLException {
        var places = new long[lines.size()];
        for (var line = 0; line < places.length; line++) {
            places[line] = place(lines.get(line).event());
        }
        return places;
    }

    private long place(StoredEvent line) throws SQLException {
        if (line.sequence() >= LINES) {
            throw new UnwritableFact(line.aggregateId() + " has as many facts as the journal can hold of one");
        }
        if (line.sequence() == 0) {
            numbers.put(line.aggregateId(), line.position());
        }
        return first(number(line.aggregateId())
                        .orElseThrow(
                                () -> new JournalDamaged("the first line of " + line.aggregateId() + " is not found")))
                + line.sequence();
    }

    /** What was remembered of lines that are not written after all. */
    void forget() {
        numbers.clear();
    }

    /** The last sequence number of an aggregate; empty when it has no lines. */
    OptionalLong lastSequence(String aggregateId) throws SQLException {
        var found = number(aggregateId);
        if (found.isEmpty()) {
            return found;
        }
        var first = first(found.getAsLong());
        var newest = written.lowerKey(first + LINES);
        if (newest != null && newest >= first) {
            return OptionalLong.of(newest - first);
        }
        var waiting = late.last(first, first + LINES, Long.MAX_VALUE);
        if (waiting.isPresent()) {
            return OptionalLong.of(waiting.getAsLong() - first);
        }
        last.setLong(1, first);
        last.setLong(2, first + LINES);
        try (var result = last.executeQuery()) {
            result.next();
            return OptionalLong.of(result.getLong(1) - first);
        }
    }

    private OptionalLong number(String aggregateId) throws SQLException {
        var known = numbers.get(aggregateId);
        if (known != null) {
            return OptionalLong.of(known);
        }
        number.setString(1, aggregateId);
        try (var result = number.executeQuery()) {
            if (!result.next()) {
                return OptionalLong.empty();
            }
            numbers.put(aggregateId, result.getLong(1));
            return OptionalLong.of(result.getLong(1));
        }
    }

    @Override
    public void close() throws SQLException {
        try (number;
                last) {
            // closes both
        }
    }
}
