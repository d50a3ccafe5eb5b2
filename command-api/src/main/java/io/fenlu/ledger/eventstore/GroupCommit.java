package io.fenlu.ledger.eventstore;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one group of requests: take the turn, check, number, seal, insert, commit. Only the writer's thread touches it; a flush of
 * what was committed may run beside it, on a connection of its own.
 *
 * <p>What is wrong with one request (a conflict, a value the table refuses) fails that request alone. What is wrong with the disk
 * is thrown, and nothing of the group may then be called written.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** A request that is in the table, and where. */
    record Written(AppendRequest request, Appended appended) {}

    /** A request that will not be written, and why. */
    record Refused(AppendRequest request, RuntimeException reason) {}

    /**
     * What is in the table and not yet promised to anybody, whom to refuse then, and where the journal ended with it.
     *
     * <p>A refusal rests on what was written before. Were it told earlier, its sender could look and not find that on disk.
     */
    record Committed(List<Written> written, List<Refused> refused, long lastPosition) {
        int requests() {
            return written.size() + refused.size();
        }

        void tell() {
            written.forEach(each -> each.request().written(each.appended()));
            tellRefused();
        }

        void tellRefused() {
            refused.forEach(each -> each.request().told(each.reason()));
        }
    }

    /** More than this many lines of other processes at once are not followed one by one. */
    private static final long FOLLOWED_AT_MOST = 10_000;

    private final Connection connection;
    private final Connection flushing;
    private final JournalStore store;
    private final JournalTable table;
    private final DiskFlush disk;
    private final Clock clock;
    private final OtherWriters others;
    private final SequenceHeads heads;
    private final List<Refused> refused = new ArrayList<>();
    private JournalEnd end = JournalEnd.OF_NOTHING;

    /**
     * Takes over the connections, which may be one; what it finds in the table is checked and made durable first.
     *
     * @throws JournalDamaged when the last lines are not what was written
     */
    GroupCommit(Connection connection, Connection flushing, Journal journal, OtherWriters others) throws SQLException {
        this.connection = connection;
        this.flushing = flushing;
        disk = journal.disk();
        clock = journal.clock();
        this.others = others;
        disk.prepare(connection);
        connection.setAutoCommit(false);
        store = JournalStore.of(connection);
        table = store.table(connection, journal.placesAtHand());
        heads = new SequenceHeads(table::lastSequences);
        table.takeTurn(end);
        end = JournalTail.verified(connection);
        connection.commit();
        disk.flush(connection);
    }

    long lastPosition() {
        return end.position();
    }

    LatePlaces latePlaces() {
        return table.latePlaces();
    }

    /** Whether the journal may be opened again, without a restart, after it could not be written. */
    boolean mayComeBack() {
        return store.mayComeBack();
    }

    /** Returns what is committed now, and what will not be. */
    Committed commit(List<AppendRequest> group) throws SQLException {
        refused.clear();
        var draft = table.undivided(() -> {
            takeTurn();
            var inserted = insertTogether(group);
            table.commit();
            return inserted;
        });
        heads.keep();
        end = draft.end();
        return new Committed(draft.written(), List.copyOf(refused), end.position());
    }

    /** Makes durable whatever was committed before this is called. */
    void flush() throws SQLException {
        disk.flush(flushing);
    }

    /** Whether it was durable already when it was committed. */
    boolean flushesInCommit() {
        return disk.comesWithCommit();
    }

    private void takeTurn() throws SQLException {
        var found = table.takeTurn(end);
        if (found.position() > end.position()) {
            follow(found);
        } else if (found.position() < end.position() || !MessageDigest.isEqual(found.hash(), end.hash())) {
            throw new JournalDamaged(end.position(), "what was written before is not there any more");
        }
        end = found;
    }

    private void follow(JournalEnd found) throws SQLException {
        if (found.position() - end.position() > FOLLOWED_AT_MOST) {
            heads.forget();
            others.wroteMuch();
        } else {
            var moved = table.lastSequencesAfter(end.position());
            heads.moved(moved);
            others.wroteTo(moved.keySet());
        }
    }

    private Draft insertTogether(List<AppendRequest> group) throws SQLException {
        heads.learn(group);
        var admitted = new ArrayList<AppendRequest>(group.size());
        for (var request : group) {
            if (admits(request)) {
                admitted.add(request);
            }
        }
        var draft = new Draft(end, now());
        admitted.forEach(draft::add);
        try {
            table.insert(draft.lines());
            return draft;
        } catch (SQLException failure) {
            if (!SqlFault.isOfOneRequest(failure)) {
                throw failure;
            }
            connection.rollback();
            heads.forgetTentative();
            takeTurn();
            return insertOneByOne(admitted);
        }
    }

    private Draft insertOneByOne(List<AppendRequest> admitted) throws SQLException {
        var recordedAt = now();
        var draft = new Draft(end, recordedAt);
        for (var request : admitted) {
            if (!admits(request)) {
                continue;
            }
            var alone = new Draft(draft.end(), recordedAt);
            alone.add(request);
            var savepoint = connection.setSavepoint();
            try {
                table.insert(alone.lines());
                connection.releaseSavepoint(savepoint);
                draft.add(request);
            } catch (SQLException failure) {
                if (!SqlFault.isOfOneRequest(failure)) {
                    throw failure;
                }
                connection.rollback(savepoint);
                heads.takeBack(request);
                refuse(request, reason(request, failure));
            }
        }
        return draft;
    }

    private boolean admits(AppendRequest request) throws SQLException {
        var conflict = heads.admit(request);
        conflict.ifPresent(reason -> refuse(request, reason));
        return conflict.isEmpty();
    }

    private void refuse(AppendRequest request, RuntimeException reason) {
        request.lost();
        refused.add(new Refused(request, reason));
    }

    private static RuntimeException reason(AppendRequest request, SQLException failure) {
        var first = request.events().getFirst();
        var reason = SqlFault.isConflict(failure)
                ? SequenceHeads.conflict(first)
                : new UnwritableFact("the journal cannot hold " + first.name() + " of " + first.aggregateId());
        reason.addSuppressed(failure);
        return reason;
    }

    private Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(end.recordedAt()) ? end.recordedAt() : now;
    }

    /** Lets go of a connection that may be broken. */
    void abandon() {
        try {
            close();
        } catch (SQLException broken) {
            LOG.debug("the connection was broken", broken);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (connection;
                flushing;
                table) {
            connection.rollback();
        }
    }

    /** Lines that continue the journal, numbered and sealed, not yet written. */
    private static final class Draft {
        private final Instant recordedAt;
        private final List<HashedLine> lines = new ArrayList<>();
        private final List<Written> written = new ArrayList<>();
        private JournalEnd end;

        Draft(JournalEnd end, Instant recordedAt) {
            this.end = end;
            this.recordedAt = recordedAt;
        }

        void add(AppendRequest request) {
            written.add(new Written(request, new Appended(end.position() + 1, recordedAt)));
            for (var event : request.events()) {
                var line = end.next(event, recordedAt);
                lines.add(line);
                end = JournalEnd.at(line);
            }
        }

        List<HashedLine> lines() {
            return lines;
        }

        List<Written> written() {
            return written;
        }

        JournalEnd end() {
            return end;
        }
    }
}
