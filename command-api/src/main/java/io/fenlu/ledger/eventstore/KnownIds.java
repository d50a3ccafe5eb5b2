package io.fenlu.ledger.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which ids may have rows in a table, so that nothing is asked of the database about those that have none.
 *
 * <p>A Bloom filter of 16 MB: of ten million ids that have no row one in 200 is asked about all the same, of twenty million one in 20. Nobody is
 * ever missed: until all rows have been looked through, which begins with the first question, every id may have one; this process tells
 * of an id before it writes, and what other processes wrote is told before it may be read.
 */
public final class KnownIds implements OtherWriters, AutoCloseable {
    private static final String WRITTEN_OF =
            "select aggregate_id from aggregate_number where aggregate_id > ? order by aggregate_id fetch first ? rows"
                    + " only";
    private static final String PICTURED =
            "select aggregate_id from ledger_snapshot where aggregate_id > ? order by aggregate_id fetch first ? rows"
                    + " only";

    private static final Logger LOG = LoggerFactory.getLogger(KnownIds.class);
    private static final int BITS_LOG2 = 27;
    private static final int PLACES_OF_AN_ID = 4;
    private static final int IDS_PER_READ = 10_000;
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final String idsAfter;
    private volatile @Nullable AtomicLongArray bits;
    private volatile boolean complete;
    private volatile boolean closed;
    private @Nullable Thread reading;
    private boolean again;
    private long notBefore = System.nanoTime();

    /** @param idsAfter a question for the ids after one, in their order, so many at most */
    private KnownIds(JdbcClient jdbc, String idsAfter) {
        this.jdbc = jdbc;
        this.idsAfter = idsAfter;
    }

    /** The aggregates that have lines in the journal. */
    public static KnownIds writtenOf(JdbcClient jdbc, SerialAppender appender) {
        var known = new KnownIds(jdbc, WRITTEN_OF);
        appender.whenNew(known::add);
        appender.whenOthersWrote(known);
        return known;
    }

    /** The aggregates of which there are pictures; other processes may have taken one of whatever they wrote of. */
    public static KnownIds pictured(JdbcClient jdbc, SerialAppender appender) {
        var known = new KnownIds(jdbc, PICTURED);
        appender.whenOthersWrote(known);
        return known;
    }

    /** {@code false} only when an id certainly has no row. */
    boolean mayHave(String id) {
        if (!complete) {
            begin();
            return true;
        }
        var places = bits();
        var hash = IdHash.of(id);
        for (var number = 0; number < PLACES_OF_AN_ID; number++) {
            var place = place(hash, number);
            if ((places.get(place >>> 6) & 1L << place) == 0) {
                return false;
            }
        }
        return true;
    }

    /** An id has a row, or may have one soon. */
    void add(String id) {
        var places = bits();
        var hash = IdHash.of(id);
        for (var number = 0; number < PLACES_OF_AN_ID; number++) {
            var place = place(hash, number);
            places.accumulateAndGet(place >>> 6, 1L << place, (before, bit) -> before | bit);
        }
    }

    @Override
    public void wroteTo(Set<String> aggregateIds) {
        aggregateIds.forEach(this::add);
    }

    /** All rows are looked through once more. */
    @Override
    public synchronized void wroteMuch() {
        complete = false;
        again = true;
    }

    private AtomicLongArray bits() {
        var there = bits;
        return there == null ? make() : there;
    }

    private synchronized AtomicLongArray make() {
        var there = bits;
        if (there == null) {
            there = new AtomicLongArray(1 << BITS_LOG2 - 6);
            bits = there;
        }
        return there;
    }

    private static int place(long hash, int number) {
        return (int) (hash + number * (hash >>> 32 | 1)) & (1 << BITS_LOG2) - 1;
    }

    private synchronized void begin() {
        if (reading == null && !complete && !closed && System.nanoTime() - notBefore >= 0) {
            reading = Thread.ofPlatform().daemon().name("known-ids").start(this::readAll);
        }
    }

    private void readAll() {
        try {
            do {
                readOnce();
            } while (!closed && !isComplete());
        } catch (RuntimeException away) {
            LOG.debug("not all ids could be looked through", away);
        } finally {
            ended();
        }
    }

    private void readOnce() {
        var ids = List.of("");
        while (!ids.isEmpty() && !closed) {
            ids = jdbc.sql(idsAfter)
                    .params(ids.getLast(), IDS_PER_READ)
                    .query((row, _) -> row.getString(1))
                    .list();
            ids.forEach(this::add);
        }
    }

    private synchronized boolean isComplete() {
        complete = !again;
        again = false;
        return complete;
    }

    private synchronized void ended() {
        reading = null;
        notBefore = System.nanoTime() + BEFORE_TRYING_AGAIN.toNanos();
    }

    /** Looks through nothing any more, and returns when no question is under way. */
    @Override
    public void close() {
        closed = true;
        var last = reading();
        try {
            if (last != null) {
                last.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread reading() {
        return reading;
    }
}
