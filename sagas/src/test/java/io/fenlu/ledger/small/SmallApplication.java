package io.fenlu.ledger.small;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantCommand;
import io.fenlu.ledger.merchant.MerchantDecider;
import io.fenlu.ledger.merchant.MerchantEvent;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** This module's beans among Axon's on one database. */
@SpringBootApplication(
        scanBasePackages = {"io.fenlu.ledger.process", "io.fenlu.ledger.bank"},
        exclude = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonDbSchedulerAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class,
            XStreamAutoConfiguration.class
        })
class SmallApplication {
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(@Value("${test.database}") String url) {
        return SmallDatabase.open(url);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    @Primary
    Serializer serializer() {
        var known = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType(Object.class)
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.activateDefaultTyping(known, DefaultTyping.OBJECT_AND_NON_CONCRETE)
                                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .build();
    }

    @Bean
    EventStorageEngine eventStorage(ConnectionProvider connections, TransactionManager transactions, Serializer json) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
    }

    @Bean
    EventStore eventStore(EventStorageEngine engine) {
        return new TickingEventStore(EmbeddedEventStore.builder().storageEngine(engine));
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer json) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(json)
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer json) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .serializer(json)
                .build();
    }

    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource database, ObjectProvider<DbSchedulerDeadlineManager> deadlines) {
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        DbSchedulerDeadlineManager.binaryTask(deadlines::getObject))
                .threads(2)
                .pollingInterval(Duration.ofMillis(200))
                .build();
    }

    @Bean
    DeadlineManager deadlineManager(
            Scheduler scheduler,
            org.axonframework.config.Configuration axon,
            Serializer json,
            TransactionManager transactions) {
        return DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(json)
                .transactionManager(transactions)
                .build();
    }

    @Bean
    Deciding deciding(EventStore events, CommandBus bus) {
        var deciding = new Deciding(events);
        deciding.opens(bus, new LoanDecider(), LoanCommand.class, LoanEvent.class);
        deciding.opens(bus, new CreditLineDecider(), CreditLineCommand.class, CreditLineEvent.class);
        deciding.opens(bus, new DisbursementDecider(), DisbursementCommand.class, DisbursementEvent.class);
        deciding.opens(bus, new AccountDecider(), AccountCommand.class, AccountEvent.class);
        deciding.opens(bus, new MerchantDecider(), MerchantCommand.class, MerchantEvent.class);
        return deciding;
    }

    @Bean
    ConfigurerModule dozing() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        (_, processor) -> processor.tokenClaimInterval(500));
    }
}
