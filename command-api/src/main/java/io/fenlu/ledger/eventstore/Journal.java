package io.fenlu.ledger.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Where the journal is kept and how, so that it can be opened, and opened again. */
record Journal(DataSource database, DiskFlush disk, Clock clock) {
    /**
     * Opens it on a connection of its own.
     *
     * @throws JournalDamaged when its last lines are not what was written
     */
    GroupCommit open(OtherWriters others) throws SQLException {
        var connection = database.getConnection();
        try {
            return new GroupCommit(connection, disk, clock, others);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }
}
