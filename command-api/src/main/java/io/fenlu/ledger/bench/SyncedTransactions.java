package io.fenlu.ledger.bench;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ordinary transactions of H2, after each of which its file is synced to disk before anybody is answered. */
record SyncedTransactions(TransactionManager transactions, DataSource database) implements TransactionManager {
    @Override
    public Transaction startTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transactions.startTransaction();
        }
        var transaction = transactions.startTransaction();
        return new Transaction() {
            @Override
            public void commit() {
                transaction.commit();
                sync();
            }

            @Override
            public void rollback() {
                transaction.rollback();
            }
        };
    }

    private void sync() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException failure) {
            throw new IllegalStateException("the file could not be synced", failure);
        }
    }
}
