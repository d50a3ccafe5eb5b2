package io.fenlu.ledger.view;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jooq.SQLDialect;

/**
 * Axon's token store of one set of views, beside its tables.
 *
 * <p>A claim that nobody renews is free after three seconds. Should its owner only have been slow, both stand at a position that can be
 * moved once: the slower one fails and steps back.
 *
 * <p>An embedded database is open in one process only. There a claim that was left by a killed process is nobody's, and the next
 * process need not wait for it to run out.
 */
public final class ReaderTokens {
    private static final Duration CLAIMED_FOR = Duration.ofSeconds(3);

    private ReaderTokens() {}

    public static TokenStore of(ViewTables tables, DataSource database) {
        var columns = TokenSchema.builder()
                .setTokenTable(tables.schema() + ".reader_token")
                .setProcessorNameColumn("processor")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .setOwnerColumn("owner")
                .build();
        var store = JdbcTokenStore.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database)))
                .serializer(Jackson3Serializer.builder().build())
                .claimTimeout(CLAIMED_FOR)
                .schema(columns);
        if (tables.sql().family() == SQLDialect.H2) {
            store.nodeId("the only process");
        }
        return store.build();
    }
}
