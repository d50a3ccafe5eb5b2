package io.fenlu.ledger.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.aggregate.CommandRefused;
import io.fenlu.ledger.eventstore.CatalogueSerializer;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.sample.FeedPig;
import io.fenlu.sample.Pig;
import io.fenlu.sample.PigBook;
import io.fenlu.sample.PiggyFact.PigBought;
import io.fenlu.sample.PiggyFact.PigFed;
import io.fenlu.sample.Praising;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
class LedgerApplicationTest {
    @TempDir
    Path data;

    private RunningLedger ledger;

    @BeforeEach
    void open() {
        Praising.POSITIONS.clear();
        ledger = RunningLedger.in(data);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Receipt feed(String pig, String amount) {
        return ledger.part(CommandGateway.class).sendAndWait(new FeedPig(pig, Money.of(amount, Currency.CNY)));
    }

    private StreamingEventProcessor processor(String group) {
        return ledger.part(EventProcessingConfiguration.class)
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Test
    void the_parts_are_those_that_keep_and_the_doors_answer() throws Exception {
        assertThat(ledger.part(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
        assertThat(ledger.part(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(ledger.part(CommandBus.class)).isInstanceOf(AsynchronousCommandBus.class);
        assertThat(ledger.part(org.axonframework.config.Configuration.class).eventSerializer())
                .isInstanceOf(CatalogueSerializer.class);

        assertThat(ledger.get("/actuator/health").body()).contains("\"journal\":{\"details\":{\"position\":1}");
        assertThat(ledger.get("/actuator/health/readiness/journal").statusCode())
                .isEqualTo(200);
        assertThat(ledger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(ledger.get("/v3/api-docs").body()).startsWith("{\"openapi\":\"3.1");
        assertThat(ledger.get("/docs").body()).contains("Swagger UI");
        assertThat(ledger.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void the_answer_to_a_command_tells_what_was_written_and_where() {
        var first = feed("pig", "1.00");
        var second = feed("pig", "2.00");

        assertThat(first.recorded()).extracting(Receipt.Recorded::position).containsExactly(2L, 3L);
        assertThat(first.fact(PigBought.class)).contains(new PigBought("pig"));
        assertThat(second.position().orElseThrow()).isGreaterThan(3);
        assertThat(second.fact(PigFed.class))
                .hasValueSatisfying(fed -> assertThat(fed.total()).hasToString("CNY 3.00"));
    }

    @Test
    void a_refusal_is_an_answer_and_leaves_the_aggregate_in_memory() {
        feed("pig", "1.00");
        await().until(() -> Praising.POSITIONS.size() == 2);
        var applied = Pig.APPLIED.get();

        assertThatThrownBy(() -> feed("pig", "-1.00"))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("a pig is fed");
        feed("pig", "1.00");

        assertThat(Pig.APPLIED.get() - applied)
                .as("one new fact, nothing read again")
                .isEqualTo(1);
    }

    @Test
    void a_command_of_a_process_is_on_disk_when_the_process_has_its_answer() {
        feed("pig", "1.00");
        await().until(() -> Praising.POSITIONS.size() == 2);

        assertThat(Praising.POSITIONS).isSorted().doesNotHaveDuplicates();
        assertThat(ledger.part(LedgerReader.class).durablePosition()).isEqualTo(5);
        assertThat(ledger.part(LedgerReader.class).after(3, 10))
                .extracting(StoredEvent::name)
                .containsExactly("piggy.praised", "piggy.praised");
        await().untilAsserted(() -> assertThat(ledger.part(JdbcClient.class)
                        .sql("select (select count(*) from SagaEntry) + (select count(*) from scheduled_tasks)")
                        .query(Long.class)
                        .single())
                .isZero());
    }

    @Test
    void a_fact_remembers_its_request_and_what_it_causes_remembers_the_fact() {
        ledger.part(CommandGateway.class)
                .sendAndWait(GenericCommandMessage.asCommandMessage(new FeedPig("pig", Money.of("1.00", Currency.CNY)))
                        .andMetaData(Map.of("request_id", "K", "request_fingerprint", "F", "token", "secret")));
        await().until(() -> Praising.POSITIONS.size() >= 1);

        var lines = ledger.part(LedgerReader.class).after(1, 3);
        assertThat(lines.get(0).metadata()).isEqualTo("{\"request_fingerprint\":\"F\",\"request_id\":\"K\"}");
        assertThat(lines.get(2).metadata())
                .isEqualTo("{\"cause\":\"" + lines.get(0).eventId() + "\"}");
    }

    @Test
    void a_view_sees_all_facts_once_and_again_after_a_reset_and_after_a_restart() {
        IntStream.rangeClosed(1, 20).forEach(number -> feed("pig-" + number % 4, "1.00"));
        await().until(() -> Praising.POSITIONS.size() == 8);
        var all = ledger.part(LedgerReader.class).durablePosition() - 1;
        var book = ledger.part(PigBook.class);
        await().untilAsserted(() -> assertThat(book.notes()).hasSize((int) all));

        var processor = processor("pig-book");
        processor.shutDown();
        processor.resetTokens();
        assertThat(book.notes()).isEmpty();
        processor.start();
        await().untilAsserted(() -> assertThat(book.notes()).hasSize((int) all));

        ledger.close();
        ledger = RunningLedger.in(data);
        feed("pig-1", "1.00");
        await().untilAsserted(() -> assertThat(ledger.part(PigBook.class).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.fact()).isInstanceOf(PigFed.class)));
    }

    @Test
    void what_a_view_cannot_digest_is_parked_in_order_and_the_others_go_on() {
        feed("bad", "1.00");
        feed("bad", "2.00");
        feed("good", "1.00");
        await().untilAsserted(() -> assertThat(ledger.part(PigBook.class).notes())
                .extracting(note -> note.fact().pig())
                .contains("good")
                .doesNotContain("bad"));

        SequencedDeadLetterQueue<EventMessage<?>> parked = ledger.part(EventProcessingConfiguration.class)
                .deadLetterQueue("pig-book")
                .orElseThrow();
        await().untilAsserted(() -> assertThat(parked.sequenceSize("bad")).isGreaterThanOrEqualTo(3));
        assertThat(parked.deadLetterSequence("bad").iterator().next().message().getPayload())
                .isEqualTo(new PigBought("bad"));
    }

    @Test
    void an_aggregate_with_a_long_past_is_read_from_its_snapshot_after_a_restart() {
        ledger.close();
        ledger = RunningLedger.in(data, "--ledger.events-per-snapshot=10");
        // Axon takes no second picture while it is still at the first; a picture shows what is on disk, not yet the
        // last fact.
        IntStream.rangeClosed(1, 12).forEach(_ -> feed("pig", "1.00"));
        await().until(() -> hasPictureAfter(7));
        IntStream.rangeClosed(13, 25).forEach(_ -> feed("pig", "1.00"));
        await().until(() -> Praising.POSITIONS.size() == 2);
        await().until(() -> hasPictureAfter(16));
        ledger.close();
        ledger = RunningLedger.in(data);
        var applied = Pig.APPLIED.get();

        assertThat(feed("pig", "1.00").fact(PigFed.class))
                .hasValueSatisfying(fed -> assertThat(fed.total()).hasToString("CNY 26.00"));
        assertThat(Pig.APPLIED.get() - applied).isLessThan(15);
    }

    private boolean hasPictureAfter(long sequence) {
        return JdbcClient.create(ledger.part("journal", DataSource.class))
                        .sql("select count(*) from ledger_snapshot where sequence > ?")
                        .param(sequence)
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Test
    void commands_of_many_senders_leave_no_gap() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender = 0; sender < 64; sender++) {
                var pig = "pig-" + sender % 16;
                senders.submit(() -> IntStream.range(0, 20).forEach(_ -> feed(pig, "1.00")));
            }
        }
        await().until(() -> Praising.POSITIONS.size() == 32);
        var expected = 64 * 20 + 16 + 32;
        assertThat(ledger.part(LedgerReader.class).after(0, 5_000))
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected + 1).boxed().toList());
        await().untilAsserted(
                        () -> assertThat(ledger.part(PigBook.class).notes()).hasSize(expected));
    }
}
