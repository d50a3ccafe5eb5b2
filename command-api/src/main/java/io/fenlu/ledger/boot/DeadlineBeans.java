package io.fenlu.ledger.boot;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Reminders that survive a restart, set in the same transaction as the process that asks for them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class DeadlineBeans {
    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource database, ObjectProvider<DbSchedulerDeadlineManager> deadlines) {
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        DbSchedulerDeadlineManager.binaryTask(deadlines::getObject))
                .threads(2)
                .pollingInterval(Duration.ofSeconds(1))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    @Bean
    DeadlineManager deadlineManager(
            Scheduler scheduler, Configuration axon, Serializer general, TransactionManager transactions) {
        return DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(general)
                .transactionManager(transactions)
                .build();
    }
}
