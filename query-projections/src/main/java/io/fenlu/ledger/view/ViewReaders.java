package io.fenlu.ledger.view;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jooq.SQLDialect;

/**
 * How the live views read the journal: each by itself, in the order of positions, many facts per transaction, and never past a fact
 * that it cannot digest.
 */
public final class ViewReaders implements ConfigurerModule {
    private final List<Projection> projections;
    private final ViewTables live;
    private final DataSource database;
    private final TransactionManager transactions;
    private final ViewFailures failures;
    private final int batchSize;

    ViewReaders(
            List<Projection> projections,
            ViewTables live,
            DataSource database,
            TransactionManager transactions,
            ViewFailures failures,
            int batchSize) {
        this.projections = List.copyOf(projections);
        this.live = live;
        this.database = database;
        this.transactions = transactions;
        this.failures = failures;
        this.batchSize = batchSize;
    }

    /** The name of the event processor that feeds a view. */
    public static String processor(Projection projection) {
        return Projection.GROUP + projection.view();
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.eventProcessing(processing -> projections.forEach(view -> configure(processing, view)));
    }

    private void configure(EventProcessingConfigurer processing, Projection projection) {
        var name = processor(projection);
        processing
                .registerPooledStreamingEventProcessor(
                        name,
                        configuration -> configuration.eventStore(),
                        (_, reader) -> reader.initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .batchSize(batchSize))
                .registerTokenStore(name, _ -> tokens(live))
                .registerListenerInvocationErrorHandler(name, _ -> PropagatingErrorHandler.INSTANCE)
                .registerErrorHandler(name, _ -> failure -> {
                    var view = projection.view();
                    failures.note(view, live.positions().of(view), failure.error());
                    PropagatingErrorHandler.INSTANCE.handleError(failure);
                });
    }

    /** Leaves marks in a set of views so that readers go on after the position that each of its views has reached. */
    public void takePlaces(ViewTables tables, Map<String, Long> positions) {
        var marks = tokens(tables);
        for (var projection : projections) {
            var position = positions.getOrDefault(projection.view(), 0L);
            transactions.executeInTransaction(() -> marks.initializeTokenSegments(
                    processor(projection), 1, position == 0 ? null : new GlobalSequenceTrackingToken(position)));
        }
    }

    /**
     * Where readers of a set of views remember their place: beside the views, in the same transaction.
     *
     * <p>An embedded database is open in one process only. There a claim that was left by a killed process is nobody's, and the next
     * process need not wait for it to run out.
     */
    private TokenStore tokens(ViewTables tables) {
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
                .schema(columns);
        if (tables.sql().family() == SQLDialect.H2) {
            store.nodeId("the only process");
        }
        return store.build();
    }
}
