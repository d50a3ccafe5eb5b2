package io.fenlu.ledger.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** The columns of the journal that make up a line, in the order in which they are always read. */
final class LineColumns {
    static final String ALL =
            "position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata,"
                    + " payload";

    /** How many they are; a column selected after them has the next number. */
    static final int COUNT = 10;

    private LineColumns() {}

    /**
     * The line.
     *
     * @throws JournalDamaged when its time is finer than a microsecond: so it was never written, and its hash would not cover the rest
     */
    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                recordedAt(row),
                row.getString(9),
                row.getString(10));
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        var instant = row.getObject(8, OffsetDateTime.class).toInstant();
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new JournalDamaged(row.getLong(1), "its time is finer than what is hashed of it");
        }
        return instant;
    }
}
