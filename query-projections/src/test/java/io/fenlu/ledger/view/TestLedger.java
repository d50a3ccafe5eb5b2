package io.fenlu.ledger.view;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.kernel.Fact;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;

/** All views on a database, in memory if not told otherwise, fed by a journal in memory whose first position is 1. */
public final class TestLedger implements AutoCloseable {
    static {
        // As the journal does: databases round what is finer, each in its own way.
        GenericEventMessage.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    private final ConfigurableApplicationContext context;
    private final MockMvc http;
    private final Map<UUID, Long> sequences = new HashMap<>();
    private long position;

    public TestLedger(String... settings) {
        context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.main.banner-mode=off", "ledger.view.wait=PT10S", "logging.level.root=error")
                .properties(settings)
                .run();
        http = MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(Controller.class)
                        .values()
                        .toArray())
                .setControllerAdvice(context.getBean(ReadProblems.class))
                .addInterceptors(context.getBean(KnownParameters.class))
                .build();
        bean(Configuration.class).start();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Appends facts as one unit. */
    public void append(List<? extends Fact> facts) {
        bean(Configuration.class)
                .eventStore()
                .publish(facts.stream()
                        .map(fact -> new GenericDomainEventMessage<>(
                                "Test",
                                fact.subject().toString(),
                                sequences.merge(fact.subject(), 1L, Long::sum) - 1,
                                fact,
                                Map.of("request_id", fact.subject().toString())))
                        .toList());
        position += facts.size();
    }

    /** Appends the facts of another ledger, each with its own id and instant. */
    public void copy(TestLedger other) {
        try (var facts = other.bean(Configuration.class).eventStore().openStream(null)) {
            while (position < other.position) {
                bean(Configuration.class).eventStore().publish(facts.nextAvailable());
                position++;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The position of the last fact. */
    public long position() {
        return position;
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Waits until every view has read every fact. */
    public void catchUp() {
        catchUpTo(position);
    }

    /** Waits until every view has read up to a position, whoever put the facts there. */
    public void catchUpTo(long wanted) {
        var views = beans(Projection.class).stream().map(Projection::view).toList();
        var reached = bean(ViewTables.class).positions().await(views, wanted, Duration.ofSeconds(20));
        if (reached < wanted) {
            throw new AssertionError("the views stand at " + reached + " of " + wanted + ": "
                    + bean(ViewWatch.class).standings() + readers());
        }
    }

    /** Where those who read, and those who fetch for them, are at this moment. */
    private static String readers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().matches("view.*|.*Event(Store|Producer).*"))
                .map(each -> "\n" + each.getKey() + " " + each.getKey().getState() + "\n  "
                        + Stream.of(each.getValue())
                                .limit(25)
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining());
    }

    /** What the web answers. */
    public Answer ask(String path, Object... variables) {
        return askFor("application/json", path, variables);
    }

    public Answer askFor(String accept, String path, Object... variables) {
        try {
            var response = http.perform(get(path, variables).header("Accept", accept))
                    .andReturn()
                    .getResponse();
            response.setCharacterEncoding("UTF-8");
            return new Answer(
                    response.getStatus(),
                    String.valueOf(response.getHeader(ReadingDesk.POSITION)),
                    String.valueOf(response.getContentType()),
                    response.getContentAsString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        bean(Configuration.class).shutdown();
        context.close();
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ComponentScan("io.fenlu.ledger.view")
    static class Beans {
        @Bean(destroyMethod = "close")
        HikariDataSource database(@Value("${test.database:}") String url) {
            var database = new HikariDataSource();
            database.setJdbcUrl(
                    url.isEmpty()
                            ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;USER=sa"
                            : url);
            return database;
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        TransactionManager axonTransactions(PlatformTransactionManager transactions) {
            return new SpringTransactionManager(transactions);
        }

        @Bean
        DSLContext sql(HikariDataSource database) {
            return DSL.using(new TransactionAwareDataSourceProxy(database), JDBCUtils.dialect(database.getJdbcUrl()));
        }

        @Bean
        @Qualifier("eventSerializer")
        Serializer eventSerializer() {
            return StoredForm.create();
        }

        @Bean
        Configuration axon(ViewDoor door, ViewReaders readers, TransactionManager transactions) {
            var configurer = DefaultConfigurer.defaultConfiguration(false)
                    .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine(1))
                    .configureTransactionManager(_ -> transactions)
                    .configureSerializer(_ -> Jackson3Serializer.builder().build());
            configurer.eventProcessing(processing -> processing.registerEventHandler(_ -> door));
            readers.configureModule(configurer);
            return configurer.buildConfiguration();
        }
    }
}
