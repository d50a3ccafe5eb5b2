package io.fenlu.ledger.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.postgres.PostgresServer;
import io.fenlu.sample.FeedPig;
import io.fenlu.sample.Pig;
import io.fenlu.sample.PigBook;
import io.fenlu.sample.PiggyFact.PigBought;
import io.fenlu.sample.PiggyFact.PigFed;
import io.fenlu.sample.Praising;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application with everything in one PostgreSQL database: what Axon keeps there works as it does in files. */
@Timeout(120)
class LedgerOnPostgresTest {
    private final String database = PostgresServer.emptyDatabase();

    @TempDir
    Path data;

    private RunningLedger ledger;

    @BeforeEach
    void open() {
        Praising.POSITIONS.clear();
        ledger = onPostgres();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private RunningLedger onPostgres() {
        return RunningLedger.in(
                data,
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=" + database,
                "--ledger.events-per-snapshot=10");
    }

    private Receipt feed(String pig) {
        return ledger.part(CommandGateway.class).sendAndWait(new FeedPig(pig, Money.of("1.00", Currency.CNY)));
    }

    private long count(String what) {
        return ledger.part(JdbcClient.class)
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    @Test
    void commands_snapshots_processes_and_reminders_live_in_one_database_and_outlive_a_restart() throws Exception {
        assertThat(ledger.part("journal", DataSource.class)).isSameAs(ledger.part(DataSource.class));
        assertThat(data).isDirectoryNotContaining("glob:**.mv.db");
        // Axon takes no second picture while it is still at the first; a picture shows what was on disk when it was
        // taken.
        IntStream.rangeClosed(1, 12).forEach(_ -> feed("pig"));
        await().until(() -> count("ledger_snapshot") == 1);
        IntStream.rangeClosed(13, 25).forEach(_ -> feed("pig"));
        await().until(() -> count("ledger_snapshot where sequence > 14") == 1);
        await().until(() -> Praising.POSITIONS.size() == 2);
        await().untilAsserted(() ->
                assertThat(count("SagaEntry") + count("scheduled_tasks")).isZero());

        ledger.close();
        ledger = onPostgres();
        var applied = Pig.APPLIED.get();
        assertThat(feed("pig").fact(PigFed.class))
                .hasValueSatisfying(fed -> assertThat(fed.total()).hasToString("CNY 26.00"));
        assertThat(Pig.APPLIED.get() - applied).isLessThan(18);
        assertThat(ledger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_digested_is_parked_the_rest_is_read_once_and_again_after_a_reset() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender = 0; sender < 32; sender++) {
                var pig = "pig-" + sender % 8;
                senders.submit(() -> IntStream.range(0, 10).forEach(_ -> feed(pig)));
            }
        }
        feed("bad");
        await().until(() -> Praising.POSITIONS.size() == 18);
        var expected = 1 + 32 * 10 + 8 + 16 + 4;
        assertThat(ledger.part(LedgerReader.class).after(0, 5_000))
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected).boxed().toList());
        var book = ledger.part(PigBook.class);
        var parked = ledger.part(EventProcessingConfiguration.class)
                .deadLetterQueue("pig-book")
                .orElseThrow();
        await().untilAsserted(() -> assertThat(parked.sequenceSize("bad")).isEqualTo(4));
        assertThat(parked.deadLetterSequence("bad").iterator().next().message().getPayload())
                .isEqualTo(new PigBought("bad"));
        await().untilAsserted(() -> assertThat(book.notes()).hasSize(expected - 5));

        var processor = ledger.part(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup("pig-book", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        assertThat(book.notes()).isEmpty();
        processor.start();
        await().untilAsserted(() -> assertThat(book.notes()).hasSize(expected - 5));
    }
}
