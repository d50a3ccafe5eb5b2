package io.fenlu.ledger.view.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewSchemas;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The same views beside the framework out of the box, read as it reads them: a tracking processor for each view, one fact for each
 * transaction.
 *
 * <p>A source for a Spring application, as {@link LedgerViews}. Rows and tokens have connections of their own, and are not synced.
 */
@ComponentScan(
        basePackages = "io.fenlu.ledger.view",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Projection.class))
public final class StockViews {
    private static final int CONNECTIONS = 16;

    /** The processors at work, and their connections. */
    record AtWork(HikariDataSource database, StockReading reading) implements AutoCloseable {
        @Override
        public void close() {
            reading.close();
            database.close();
        }
    }

    @Bean(destroyMethod = "close")
    AtWork atWork(
            List<Projection> projections,
            EmbeddedEventStore journal,
            @Value("${bench.views-url}") String url,
            @Value("${bench.user}") String user,
            @Value("${bench.password}") String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        var database = new HikariDataSource(config);
        var sql = DSL.using(new TransactionAwareDataSourceProxy(database), JDBCUtils.dialect(url));
        var store = new StockReading.Store(
                database, new SpringTransactionManager(new DataSourceTransactionManager(database)));
        return new AtWork(
                database,
                new StockReading(
                        journal,
                        store,
                        new ViewSchemas(database, sql).open(ViewSchemas.LIVE),
                        projections.stream().map(List::of).toList()));
    }

    /** Up to which position every view has read. */
    @Bean
    LongSupplier viewed(AtWork atWork) {
        return atWork.reading::viewed;
    }
}
