package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one group of requests: check, number, seal, insert, commit, flush. Only the writer's thread touches it.
 *
 * <p>What is wrong with one request (a conflict, a value the table refuses) fails that request alone. What is wrong with the disk
 * is thrown, and nothing of the group may then be called written.
 */
final class GroupCommit implements AutoCloseable {
    /** A request that is in the table, and where. */
    record Written(AppendRequest request, Appended appended) {}

    private final Connection connection;
    private final EventInserts inserts;
    private final DiskFlush disk;
    private final Clock clock;
    private final SequenceHeads heads;
    private JournalEnd end;

    /**
     * Takes over the connection; what it finds in the table is checked and made durable first.
     *
     * @throws JournalDamaged when the last lines are not what was written
     */
    GroupCommit(Connection connection, DiskFlush disk, Clock clock) throws SQLException {
        this.connection = connection;
        this.disk = disk;
        this.clock = clock;
        connection.setAutoCommit(false);
        inserts = new EventInserts(connection);
        heads = new SequenceHeads(inserts::lastSequence);
        end = JournalTail.verified(connection);
        connection.commit();
        disk.flush(connection);
    }

    long lastPosition() {
        return end.position();
    }

    /** Returns what is on disk now; requests that are not among it have been refused. */
    List<Written> commit(List<AppendRequest> group) throws SQLException {
        var draft = insertTogether(group, now());
        connection.commit();
        disk.flush(connection);
        heads.keep();
        end = draft.end();
        return draft.written();
    }

    private Draft insertTogether(List<AppendRequest> group, Instant recordedAt) throws SQLException {
        var admitted = new ArrayList<AppendRequest>(group.size());
        for (var request : group) {
            if (heads.admit(request)) {
                admitted.add(request);
            }
        }
        var draft = new Draft(end, recordedAt);
        admitted.forEach(draft::add);
        try {
            inserts.insert(draft.lines());
            return draft;
        } catch (SQLException failure) {
            if (!SqlFault.isOfOneRequest(failure)) {
                throw failure;
            }
            connection.rollback();
            heads.forgetTentative();
            return insertOneByOne(admitted, recordedAt);
        }
    }

    private Draft insertOneByOne(List<AppendRequest> admitted, Instant recordedAt) throws SQLException {
        var draft = new Draft(end, recordedAt);
        for (var request : admitted) {
            if (!heads.admit(request)) {
                continue;
            }
            var alone = new Draft(draft.end(), recordedAt);
            alone.add(request);
            var savepoint = connection.setSavepoint();
            try {
                inserts.insert(alone.lines());
                connection.releaseSavepoint(savepoint);
                draft.add(request);
            } catch (SQLException failure) {
                if (!SqlFault.isOfOneRequest(failure)) {
                    throw failure;
                }
                connection.rollback(savepoint);
                heads.takeBack(request);
                request.refused(reason(request, failure));
            }
        }
        return draft;
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

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (connection;
                inserts) {
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
