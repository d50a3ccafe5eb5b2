package io.fenlu.ledger.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Where the journal is kept and how, so that it can be opened, and opened again.
 *
 * @param placesAtHand how many of the latest lines are found by aggregate from memory, in a file
 */
record Journal(DataSource database, DiskFlush disk, Clock clock, int placesAtHand) {
    /**
     * Opens it on connections of its own.
     *
     * @throws JournalDamaged when its last lines are not what was written
     */
    GroupCommit open(OtherWriters others) throws SQLException {
        var connection = database.getConnection();
        try {
            var flushing = disk.comesWithCommit() ? connection : database.getConnection();
            try {
                return new GroupCommit(connection, flushing, this, others);
            } catch (SQLException | RuntimeException failure) {
                flushing.close();
                throw failure;
            }
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }
}
