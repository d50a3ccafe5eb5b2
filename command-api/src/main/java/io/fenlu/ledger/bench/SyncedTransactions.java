package io.fenlu.ledger.bench;

import io.fenlu.ledger.eventstore.DiskFlush;
import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.JournalStore;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ordinary transactions of H2, after each of which its file is synced to disk, on the same connection, before anybody is answered. */
record SyncedTransactions(TransactionManager transactions, DataSource database) implements TransactionManager {
    private static final DiskFlush FLUSH = Durability.DISK.on(JournalStore.H2);

    @Override
    public Transaction startTransaction() {
        var isWithin = TransactionSynchronizationManager.isActualTransactionActive();
        var transaction = transactions.startTransaction();
        if (!isWithin) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sync();
                }
            });
        }
        return transaction;
    }

    private void sync() {
        try {
            FLUSH.flush(DataSourceUtils.getConnection(database));
        } catch (SQLException failure) {
            throw new IllegalStateException("the file could not be synced", failure);
        }
    }
}
