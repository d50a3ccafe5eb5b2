package io.fenlu.ledger.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.h2.mvstore.MVStoreException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Whether a fault is only that the store is away: closed after a failure of its disk, gone, or full.
 *
 * <p>By SQLSTATE: class 08 a connection, 53 resources, 57 an operator's hand, 58 the system below PostgreSQL; H2 has numbers of its own
 * for a file that cannot be read or written and for a database that was closed upon it.
 */
final class StoreAway {
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
    private static final Set<Integer> CLOSED_IN_H2 = Set.of(90_028, 90_030, 90_031, 90_098, 90_121);

    private StoreAway() {}

    static boolean isWhy(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException sql) {
        var state = sql.getSQLState();
        return CLOSED_IN_H2.contains(sql.getErrorCode())
                || state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
