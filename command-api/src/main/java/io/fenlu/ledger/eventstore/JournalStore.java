package io.fenlu.ledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The kinds of database that can keep the journal. */
public enum JournalStore {
    /** A file below the data directory, open in one process only. */
    H2,
    /** A server, which several processes may write to in turn, and which may go away and come back. */
    POSTGRES;

    /** The kind that a database is. */
    public static JournalStore of(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return of(connection);
        }
    }

    static JournalStore of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRES : H2;
    }

    JournalTable table(Connection connection, int placesAtHand) throws SQLException {
        return switch (this) {
            case H2 -> new H2Table(connection, placesAtHand);
            case POSTGRES -> new PostgresTable(connection);
        };
    }

    /** Whether a journal that could not be written may be opened again without a restart. */
    boolean mayComeBack() {
        return this == POSTGRES;
    }

    /** Whether other processes may write to the same journal. */
    public boolean isShared() {
        return this == POSTGRES;
    }
}
