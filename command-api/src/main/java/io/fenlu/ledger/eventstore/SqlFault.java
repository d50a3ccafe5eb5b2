package io.fenlu.ledger.eventstore;

import java.sql.SQLException;

/** Whose fault a failed statement is: one request's, or the store's. */
final class SqlFault {
    private SqlFault() {}

    /** SQLSTATE class 22 is a value that does not fit its column, 23 a violated constraint; anything else is the store itself. */
    static boolean isOfOneRequest(SQLException failure) {
        return isConflict(failure) || hasClass(failure, "22");
    }

    static boolean isConflict(SQLException failure) {
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
}
