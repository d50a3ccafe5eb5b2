package io.fenlu.ledger.boot;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Knows a violated constraint by its SQLSTATE (class 23), whichever database says it. */
final class ConstraintViolations implements PersistenceExceptionResolver {
    @Override
    public boolean isDuplicateKeyViolation(@Nullable Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }
}
