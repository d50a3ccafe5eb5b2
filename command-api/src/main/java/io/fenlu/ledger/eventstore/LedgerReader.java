package io.fenlu.ledger.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the journal, and nothing of it that is not on disk yet. */
public final class LedgerReader {
    private static final String AFTER = "select " + LineColumns.ALL
            + " from ledger_event where position > ? and position <= ? order by position fetch first ? rows only";
    private static final String HASHED_AFTER = "select " + LineColumns.ALL
            + ", hash from ledger_event where position > ? and position <= ? order by position fetch first ? rows only";
    private static final String OF_AGGREGATE = "select " + LineColumns.ALL
            + ", line from aggregate_line left join ledger_event on position = line"
            + " where place >= ? and place < ? and line <= ? order by place fetch first ? rows only";
    private static final String AT =
            "select " + LineColumns.ALL + " from ledger_event where position = any(?) order by position";
    private static final String NUMBER = "select number from aggregate_number where aggregate_id = ?";
    private static final String LAST_PLACE =
            "select max(place) from aggregate_line where place >= ? and place < ? and line <= ?";
    private static final String FOUND = "select count(*) from aggregate_line join ledger_event on position = line"
            + " where place >= ? and place < ? and line <= ? and aggregate_id = ? and sequence = place - ?";
    private static final String FOUND_AT =
            "select count(*) from ledger_event where position = any(?) and aggregate_id = ?";
    private static final String RECORDED_AT = "select recorded_at from ledger_event where position = ?";

    private static final long NUMBERS_REMEMBERED = 100_000;
    private static final String NOT_FOUND = "the line is not found";
    private static final long NO_END = Long.MAX_VALUE;

    private final JdbcClient jdbc;
    private final LongSupplier durablePosition;
    private final Supplier<LatePlaces> late;
    private final Predicate<String> mayKnow;

    /** A number is given once and never changes. */
    private final Cache<String, Long> numbers =
            Caffeine.newBuilder().maximumSize(NUMBERS_REMEMBERED).build();

    private LedgerReader(
            JdbcClient jdbc, LongSupplier durablePosition, Supplier<LatePlaces> late, Predicate<String> mayKnow) {
        this.jdbc = jdbc;
        this.durablePosition = durablePosition;
        this.late = late;
        this.mayKnow = mayKnow;
    }

    /** A reader of a journal to which this pen writes. */
    public static LedgerReader of(SerialAppender pen, JdbcClient jdbc) {
        return new LedgerReader(jdbc, pen::durablePosition, pen::latePlaces, _ -> true);
    }

    /** A reader that asks the database about those only who may have been written of. */
    public static LedgerReader knowing(KnownIds writtenOf, SerialAppender pen, JdbcClient jdbc) {
        return new LedgerReader(jdbc, pen::durablePosition, pen::latePlaces, writtenOf::mayHave);
    }

    /** A reader of a journal to which nobody writes; what should be in it, nobody tells this one. */
    public static LedgerReader ofAll(JdbcClient jdbc) {
        return new LedgerReader(jdbc, () -> NO_END, new Once(jdbc), _ -> true);
    }

    /** The last position that may be shown; 0 in an empty journal. */
    public long durablePosition() {
        return durablePosition.getAsLong();
    }

    /**
     * The lines after a position, in their order.
     *
     * @throws JournalDamaged when one that is on disk is not found
     */
    public List<StoredEvent> after(long position, int limit) {
        return after(position, limit, AFTER, LedgerReader::line, StoredEvent::position);
    }

    /**
     * The lines after a position with their hashes, in their order.
     *
     * @throws JournalDamaged when one that is on disk is not found
     */
    public List<HashedLine> hashedAfter(long position, int limit) {
        return after(
                position,
                limit,
                HASHED_AFTER,
                LedgerReader::hashedLine,
                line -> line.event().position());
    }

    private <T> List<T> after(
            long position, int limit, String question, RowMapper<T> form, ToLongFunction<T> positionOf) {
        var durable = durablePosition();
        if (position >= durable) {
            return List.of();
        }
        var lines =
                jdbc.sql(question).params(position, durable, limit).query(form).list();
        if (durable != NO_END) {
            requireAll(lines.stream().mapToLong(positionOf).toArray(), Math.max(0, position), durable, limit);
        }
        return lines;
    }

    /** Positions have no gaps, so it is known which lines there must be. */
    private static void requireAll(long[] positions, long after, long durable, int limit) {
        for (int line = 0; line < Math.min(limit, durable - after); line++) {
            if (line == positions.length || positions[line] != after + 1 + line) {
                throw new JournalDamaged(after + 1 + line, NOT_FOUND);
            }
        }
    }

    /**
     * The lines of one aggregate from a sequence number on, in their order.
     *
     * @throws JournalDamaged when one of them is not found; nothing may be decided on half a history
     */
    public List<StoredEvent> ofAggregate(String aggregateId, long firstSequence, int limit) {
        var first = firstPlace(aggregateId);
        if (first.isEmpty()) {
            return List.of();
        }
        var lines = between(first.get() + firstSequence, first.get() + AggregatePlaces.LINES, limit);
        var expected = firstSequence;
        for (var line : lines) {
            if (line.sequence() != expected || !line.aggregateId().equals(aggregateId)) {
                throw new JournalDamaged("the journal is damaged: sequence " + expected + " of " + aggregateId
                        + " is not found, " + line.sequence() + " at position " + line.position() + " is");
            }
            expected++;
        }
        return lines;
    }

    /** What waits is asked for first: what is moved into the table meanwhile is then found there. */
    private List<StoredEvent> between(long from, long end, int limit) {
        var durable = durablePosition();
        var waiting = late.get().between(from, end, durable, limit);
        var lines = new ArrayList<StoredEvent>();
        if (waiting.isEmpty() || waiting.firstKey() > from) {
            lines.addAll(jdbc.sql(OF_AGGREGATE)
                    .params(from, waiting.isEmpty() ? end : waiting.firstKey(), durable, limit)
                    .query(LedgerReader::lineOfPlace)
                    .list());
        }
        var positions = waiting.values().stream().limit(limit - lines.size()).toArray(Long[]::new);
        if (positions.length > 0) {
            lines.addAll(at(positions));
        }
        return lines;
    }

    private List<StoredEvent> at(Long[] positions) {
        var lines = jdbc.sql(AT).param(positions).query(LedgerReader::line).list();
        for (int line = 0; line < positions.length; line++) {
            if (line == lines.size() || lines.get(line).position() != positions[line]) {
                throw new JournalDamaged(positions[line], NOT_FOUND);
            }
        }
        return lines;
    }

    /** The sequence number of an aggregate's last fact. */
    public Optional<Long> lastSequence(String aggregateId) {
        return firstPlace(aggregateId).flatMap(this::lastPlace).map(place -> place % AggregatePlaces.LINES);
    }

    private Optional<Long> lastPlace(long first) {
        var durable = durablePosition();
        var waiting = late.get().last(first, first + AggregatePlaces.LINES, durable);
        return waiting.isEmpty()
                ? jdbc.sql(LAST_PLACE)
                        .params(first, first + AggregatePlaces.LINES, durable)
                        .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                        .single()
                : Optional.of(waiting.getAsLong());
    }

    /** Where the places of an aggregate begin; empty when it has no lines. */
    private Optional<Long> firstPlace(String aggregateId) {
        var remembered = numbers.getIfPresent(aggregateId);
        if (remembered != null) {
            return Optional.of(AggregatePlaces.first(remembered));
        }
        var found = jdbc.sql(NUMBER).param(aggregateId).query(Long.class).optional();
        found.ifPresent(number -> numbers.put(aggregateId, number));
        return found.map(AggregatePlaces::first);
    }

    /** Whether an aggregate has lines. */
    public boolean knows(String aggregateId) {
        return mayKnow.test(aggregateId) && firstPlace(aggregateId).isPresent();
    }

    /** Whether so many facts of an aggregate are found up to a position, from the first without a gap. */
    boolean isWhole(String aggregateId, long facts, long position) {
        return firstPlace(aggregateId)
                .filter(first -> found(aggregateId, first, position) == facts)
                .isPresent();
    }

    private long found(String aggregateId, long first, long position) {
        var waiting = late.get().between(first, first + AggregatePlaces.LINES, position, Integer.MAX_VALUE);
        var end = waiting.isEmpty() ? first + AggregatePlaces.LINES : waiting.firstKey();
        var positions = waiting.values().toArray(Long[]::new);
        return jdbc.sql(FOUND)
                        .params(first, end, position, aggregateId, first)
                        .query(Long.class)
                        .single()
                + (positions.length == 0
                        ? 0
                        : jdbc.sql(FOUND_AT)
                                .params(positions, aggregateId)
                                .query(Long.class)
                                .single());
    }

    /** The position of the last line recorded before an instant; 0 when there is none. Positions and instants rise together. */
    public long positionBefore(Instant instant) {
        var low = 0L;
        var high = durablePosition();
        while (low < high) {
            var middle = low + (high - low + 1) / 2;
            if (recordedAt(middle).isBefore(instant)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Instant recordedAt(long position) {
        return jdbc.sql(RECORDED_AT)
                .param(position)
                .query(OffsetDateTime.class)
                .optional()
                .orElseThrow(() -> new JournalDamaged(position, NOT_FOUND))
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private static StoredEvent line(ResultSet row, int number) throws SQLException {
        return LineColumns.read(row);
    }

    /** A place in the table names a line that was committed with it or before. */
    private static StoredEvent lineOfPlace(ResultSet row, int number) throws SQLException {
        if (row.getString(2) == null) {
            throw new JournalDamaged(row.getLong(LineColumns.COUNT + 1), NOT_FOUND);
        }
        return LineColumns.read(row);
    }

    private static HashedLine hashedLine(ResultSet row, int number) throws SQLException {
        return new HashedLine(LineColumns.read(row), row.getBytes(LineColumns.COUNT + 1));
    }

    /** Reads what a journal's table does not have when it is first asked for. */
    private static final class Once implements Supplier<LatePlaces> {
        private final JdbcClient jdbc;
        private @Nullable LatePlaces found;

        Once(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public synchronized LatePlaces get() {
            if (found == null) {
                found = LatePlaces.of(jdbc);
            }
            return found;
        }
    }
}
