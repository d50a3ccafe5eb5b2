package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one group of requests: check, number, insert, commit, flush. Only the writer's thread touches it.
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
    private long lastPosition;
    private Instant lastRecordedAt;

    /** Takes over the connection; what it finds in the table is made durable first. */
    GroupCommit(Connection connection, DiskFlush disk, Clock clock) throws SQLException {
        this.connection = connection;
        this.disk = disk;
        this.clock = clock;
        connection.setAutoCommit(false);
        inserts = new EventInserts(connection);
        heads = new SequenceHeads(inserts::lastSequence);
        var last = inserts.lastLine();
        connection.commit();
        disk.flush(connection);
        lastPosition = last.firstPosition();
        lastRecordedAt = last.recordedAt();
    }

    long lastPosition() {
        return lastPosition;
    }

    /** Returns what is on disk now; requests that are not among it have been refused. */
    List<Written> commit(List<AppendRequest> group) throws SQLException {
        var recordedAt = now();
        var written = insertTogether(group, recordedAt);
        connection.commit();
        disk.flush(connection);
        heads.keep();
        if (!written.isEmpty()) {
            var last = written.getLast();
            lastPosition =
                    last.appended().firstPosition() + last.request().events().size() - 1;
            lastRecordedAt = recordedAt;
        }
        return written;
    }

    private List<Written> insertTogether(List<AppendRequest> group, Instant recordedAt) throws SQLException {
        var admitted = new ArrayList<AppendRequest>();
        for (var request : group) {
            if (heads.admit(request)) {
                admitted.add(request);
            }
        }
        var written = new ArrayList<Written>();
        var rows = new ArrayList<StoredEvent>();
        for (var request : admitted) {
            var place = new Appended(lastPosition + rows.size() + 1, recordedAt);
            rows.addAll(rows(request, place));
            written.add(new Written(request, place));
        }
        try {
            if (!rows.isEmpty()) {
                inserts.insert(rows);
            }
            return written;
        } catch (SQLException failure) {
            if (!isFaultOfOneRequest(failure)) {
                throw failure;
            }
            connection.rollback();
            heads.forgetTentative();
            return insertOneByOne(admitted, recordedAt);
        }
    }

    private List<Written> insertOneByOne(List<AppendRequest> admitted, Instant recordedAt) throws SQLException {
        var written = new ArrayList<Written>();
        var next = lastPosition + 1;
        for (var request : admitted) {
            if (!heads.admit(request)) {
                continue;
            }
            var place = new Appended(next, recordedAt);
            var savepoint = connection.setSavepoint();
            try {
                inserts.insert(rows(request, place));
                connection.releaseSavepoint(savepoint);
                written.add(new Written(request, place));
                next += request.events().size();
            } catch (SQLException failure) {
                if (!isFaultOfOneRequest(failure)) {
                    throw failure;
                }
                connection.rollback(savepoint);
                heads.takeBack(request);
                request.refused(reason(request, failure));
            }
        }
        return written;
    }

    private static List<StoredEvent> rows(AppendRequest request, Appended place) {
        var rows = new ArrayList<StoredEvent>(request.events().size());
        for (var event : request.events()) {
            rows.add(event.at(place.firstPosition() + rows.size(), place.recordedAt()));
        }
        return rows;
    }

    private static RuntimeException reason(AppendRequest request, SQLException failure) {
        var first = request.events().getFirst();
        var reason = isConflict(failure)
                ? SequenceHeads.conflict(first)
                : new UnwritableFact("the journal cannot hold " + first.name() + " of " + first.aggregateId());
        reason.addSuppressed(failure);
        return reason;
    }

    /** SQLSTATE 22 is a value that does not fit its column, 23 a violated constraint; anything else is the store itself. */
    private static boolean isFaultOfOneRequest(SQLException failure) {
        return isConflict(failure) || hasClass(failure, "22");
    }

    private static boolean isConflict(SQLException failure) {
        return hasClass(failure, "23");
    }

    private static boolean hasClass(SQLException failure, String sqlStateClass) {
        for (var each : failure) {
            if (each instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(sqlStateClass)) {
                return true;
            }
        }
        return false;
    }

    private Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(lastRecordedAt) ? lastRecordedAt : now;
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
}
