package io.fenlu.ledger.view;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** The right to write a set of views, which one process has at a time; whoever dies holding it loses it after a while. */
final class Claim {
    private static final long RENEWED_AFTER = Duration.ofMillis(800).toNanos();

    private final TokenStore tokens;
    private final TransactionManager transactions;
    private long renewed;

    Claim(ViewTables tables, DataSource database, TransactionManager transactions) {
        this.tokens = ReaderTokens.of(tables, database);
        this.transactions = transactions;
    }

    /** Whether it is ours now. */
    boolean take() {
        try {
            transactions.executeInTransaction(() -> {
                if (tokens.fetchSegments(ViewReaders.NAME).length == 0) {
                    tokens.initializeTokenSegments(ViewReaders.NAME, 1);
                }
                tokens.fetchToken(ViewReaders.NAME, 0);
            });
            renewed = System.nanoTime();
            return true;
        } catch (UnableToClaimTokenException _) {
            return false;
        }
    }

    /** Whether it is still ours. */
    boolean keep() {
        if (System.nanoTime() - renewed < RENEWED_AFTER) {
            return true;
        }
        try {
            transactions.executeInTransaction(() -> tokens.extendClaim(ViewReaders.NAME, 0));
            renewed = System.nanoTime();
            return true;
        } catch (UnableToClaimTokenException _) {
            return false;
        }
    }

    void release() {
        transactions.executeInTransaction(() -> tokens.releaseClaim(ViewReaders.NAME, 0));
    }
}
