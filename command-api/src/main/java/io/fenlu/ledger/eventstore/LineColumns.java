package io.fenlu.ledger.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** The columns of the journal that make up a line, in the order in which they are always read. */
final class LineColumns {
    static final String ALL =
            "position, event_id, name, revision, aggregate_type, aggregate_id, sequence, recorded_at, metadata,"
                    + " payload";

    /** How many they are; a column selected after them has the next number. */
    static final int COUNT = 10;

    private LineColumns() {}

    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10));
    }
}
