package io.fenlu.ledger.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

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
    private static final long NO_END = Long.MAX_VALUE;

    /** H2 compares every row with every one of them. */
    private static final int ASKED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final LongSupplier durablePosition;
    private final Supplier<LatePlaces> late;
    private final Predicate<String> mayKnow;

    /** A number on disk is given once and never changes. */
    private final Cache<String, Long> numbers =
            Caffeine.newBuilder().maximumSize(NUMBERS_REMEMBERED).build();

    private final DamageMet damage = new DamageMet();

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
        return new LedgerReader(jdbc, () -> NO_END, SingletonSupplier.of(() -> LatePlaces.of(jdbc))::obtain, _ -> true);
    }

    /** The last position that may be shown: 0 in an empty journal, no bound where nobody writes. */
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
            var first = Math.max(0, position) + 1;
            damage.requireAll(
                    lines.stream().mapToLong(positionOf).toArray(),
                    LongStream.rangeClosed(first, durable).limit(limit).toArray());
        }
        return lines;
    }

    /** The first damage that this reader met; empty as long as all that was asked for was there. */
    public Optional<JournalDamaged> damage() {
        return damage.first();
    }

    /**
     * The lines of one aggregate from a sequence number on, in their order.
     *
     * <p>What is known of them is the first, and that each place in the index has its line. Whether the index has lost the last places, or that
     * there is such an aggregate, is told by {@link #isWhole} only.
     *
     * @throws JournalDamaged when one of them is not found; nothing may be decided on half a history
     */
    public List<StoredEvent> ofAggregate(String aggregateId, long firstSequence, int limit) {
        var durable = durablePosition();
        var number = number(aggregateId);
        if (number.isEmpty() || limit == 0) {
            return List.of();
        }
        var first = AggregatePlaces.first(number.get());
        var lines = between(first + firstSequence, first + AggregatePlaces.LINES, limit);
        if (lines.isEmpty() && firstSequence == 0 && number.get() <= durable) {
            throw damage.notFound(number.get());
        }
        var expected = firstSequence;
        for (var line : lines) {
            if (line.sequence() != expected || !line.aggregateId().equals(aggregateId)) {
                throw damage.met(
                        new JournalDamaged("the journal is damaged: sequence " + expected + " of " + aggregateId
                                + " is not found, " + line.sequence() + " at position " + line.position() + " is"));
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
                    .query(this::lineOfPlace)
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
        damage.requireAll(
                lines.stream().mapToLong(StoredEvent::position).toArray(),
                Stream.of(positions).mapToLong(each -> each).toArray());
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
        return number(aggregateId).map(AggregatePlaces::first);
    }

    /** What is not on disk yet is not remembered: after a loss of power the number may be another's. */
    private Optional<Long> number(String aggregateId) {
        var remembered = numbers.getIfPresent(aggregateId);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = jdbc.sql(NUMBER).param(aggregateId).query(Long.class).optional();
        found.filter(number -> number <= durablePosition()).ifPresent(number -> numbers.put(aggregateId, number));
        return found;
    }

    /** Whether an aggregate has lines. */
    public boolean knows(String aggregateId) {
        return mayKnow.test(aggregateId) && firstPlace(aggregateId).isPresent();
    }

    /** Whether so many facts of an aggregate are found up to a position by the way on which it is read. */
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
                + IntStream.iterate(0, from -> from < positions.length, from -> from + ASKED_AT_ONCE)
                        .mapToObj(from ->
                                Arrays.copyOfRange(positions, from, Math.min(positions.length, from + ASKED_AT_ONCE)))
                        .mapToLong(some -> jdbc.sql(FOUND_AT)
                                .params(some, aggregateId)
                                .query(Long.class)
                                .single())
                        .sum();
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
                .orElseThrow(() -> damage.notFound(position))
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private static StoredEvent line(ResultSet row, int number) throws SQLException {
        return LineColumns.read(row);
    }

    /** A place in the table names a line that was committed with it or before. */
    private StoredEvent lineOfPlace(ResultSet row, int number) throws SQLException {
        if (row.getString(2) == null) {
            throw damage.notFound(row.getLong(LineColumns.COUNT + 1));
        }
        return LineColumns.read(row);
    }

    private static HashedLine hashedLine(ResultSet row, int number) throws SQLException {
        return new HashedLine(LineColumns.read(row), row.getBytes(LineColumns.COUNT + 1));
    }
}
