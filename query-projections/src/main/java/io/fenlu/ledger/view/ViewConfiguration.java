package io.fenlu.ledger.view;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all views share. */
@Configuration(proxyBeanMethods = false)
public class ViewConfiguration {
    @Bean
    ViewSchemas viewSchemas(DataSource database, DSLContext sql) {
        return new ViewSchemas(database, sql);
    }

    @Bean
    ViewTables liveViews(ViewSchemas schemas) {
        return schemas.open(ViewSchemas.LIVE);
    }

    @Bean
    ViewFailures viewFailures() {
        return new ViewFailures();
    }

    @Bean(destroyMethod = "close")
    ViewReaders viewReaders(
            List<Projection> projections,
            ViewTables live,
            DataSource database,
            TransactionManager transactions,
            ViewFailures failures,
            @Value("${ledger.view.batch:2000}") int batch,
            @Value("${ledger.view.segments:2}") int segments) {
        return new ViewReaders(
                projections, live, database, transactions, failures, new ViewReaders.Pace(batch, segments));
    }
}
