package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ParameterizedClass
@EnumSource(JournalStore.class)
class LedgerEventStorageEngineTest {
    private final SamplePlace place;

    private SampleJournal journal;

    LedgerEventStorageEngineTest(JournalStore kind, @TempDir Path directory) {
        place = SamplePlace.of(kind, directory);
    }

    @BeforeEach
    void open() {
        journal = SampleJournal.in(place);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void reopen() {
        journal.close();
        journal = SampleJournal.in(place);
    }

    private static Sample saved(String amount) {
        return new Sample.Saved(Money.of(amount, Currency.CNY), LocalDate.of(2026, 1, 5));
    }

    @Test
    void facts_are_stored_under_catalogue_names_and_never_under_class_names() {
        journal.engine.appendEvents(new GenericDomainEventMessage<>(
                "Sample", "pig", 0, saved("10.00"), Map.of("request_id", "K", "cause", "c")));

        var row = journal.jdbc.sql("select * from ledger_event").query().singleRow();
        assertThat(row)
                .containsEntry("position", 1L)
                .containsEntry("name", "sample.saved")
                .containsEntry("revision", 2)
                .containsEntry("aggregate_type", "Sample")
                .containsEntry("aggregate_id", "pig")
                .containsEntry("sequence", 0L)
                .containsEntry("metadata", "{\"cause\":\"c\",\"request_id\":\"K\"}")
                .containsEntry("payload", "{\"amount\":\"CNY 10.00\",\"saved_on\":\"2026-01-05\"}");
        assertThat(row.values().toString()).doesNotContain("io.fenlu");
    }

    @Test
    void what_was_appended_is_read_back_also_after_closing_and_opening() throws Exception {
        journal.engine.appendEvents(event("pig", 0), event("pig", 1, saved("1.00")));
        journal.engine.appendEvents(event("cow", 0));
        reopen();
        journal.engine.appendEvents(event("pig", 2, saved("2.00")));

        assertThat(journal.facts("pig")).containsExactly(new Sample.Opened("pig/0"), saved("1.00"), saved("2.00"));
        assertThat(journal.readAfter(null))
                .extracting(each -> each.trackingToken())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 4)
                        .mapToObj(GlobalSequenceTrackingToken::new)
                        .toList());
        assertThat(journal.engine.lastSequenceNumberFor("pig")).contains(2L);
        assertThat(journal.engine.lastSequenceNumberFor("dog")).isEmpty();
    }

    @Test
    void a_conflict_fails_only_the_command_that_caused_it() {
        journal.engine.appendEvents(event("pig", 0), event("pig", 1));

        assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 5))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        journal.engine.appendEvents(event("pig", 2));

        assertThat(journal.readAfter(null)).hasSize(3);
    }

    @Test
    void an_aggregate_that_existed_before_the_start_cannot_be_created_again() throws Exception {
        journal.engine.appendEvents(event("pig", 0));
        reopen();

        assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        journal.engine.appendEvents(event("cow", 0));
        assertThat(journal.appender.durablePosition()).isEqualTo(2);
    }

    @Test
    void a_fact_that_the_table_cannot_hold_fails_alone() {
        assertThatThrownBy(() -> journal.engine.appendEvents(event("x".repeat(500), 0)))
                .isInstanceOf(UnwritableFact.class);
        journal.engine.appendEvents(event("pig", 0));

        assertThat(journal.readAfter(null)).hasSize(1);
    }

    @Test
    void a_fact_that_could_not_be_read_again_is_refused_by_what_is_missing_in_it() {
        assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 0, new Sample.Opened(nothing()))))
                .isInstanceOf(UnwritableFact.class)
                .hasMessage("a Opened without owner could not be read again");
        journal.engine.appendEvents(event("pig", 0));

        assertThat(journal.readAfter(null)).hasSize(1);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a careless decider may bring
    private static <T> T nothing() {
        return null;
    }

    @Test
    void a_fact_outside_the_catalogue_is_refused_before_it_is_written() {
        assertThatThrownBy(() ->
                        journal.engine.appendEvents(new GenericDomainEventMessage<>("Sample", "pig", 0, "gossip")))
                .isInstanceOf(UnknownFact.class);
    }

    @Test
    void a_stored_name_that_nobody_knows_is_an_error_and_not_silence() {
        journal.engine.appendEvents(event("pig", 0));
        journal.jdbc.sql("update ledger_event set name = 'sample.forgotten'").update();

        assertThatThrownBy(() -> journal.facts("pig")).isInstanceOf(UnknownFact.class);
    }

    @Test
    void a_fact_of_no_aggregate_finds_its_place_too() {
        journal.engine.appendEvents(GenericEventMessage.asEventMessage(new Sample.Opened("somebody")));

        assertThat(journal.readAfter(null))
                .extracting(each -> (Object) each.getPayload())
                .containsExactly(new Sample.Opened("somebody"));
    }

    @Test
    void a_token_of_a_moment_stands_before_the_first_fact_recorded_since() {
        journal.engine.appendEvents(event("pig", 0));
        journal.engine.appendEvents(event("pig", 1));
        var second = journal.readAfter(null).getLast().getTimestamp();

        assertThat(journal.engine.createTokenAt(second)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(journal.engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(journal.engine.createTokenAt(second.plusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(journal.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
    }

    @Test
    void the_latest_snapshot_is_kept_and_an_older_one_does_not_replace_it() {
        journal.engine.storeSnapshot(event("pig", 3));
        journal.engine.storeSnapshot(event("pig", 7));
        journal.engine.storeSnapshot(event("pig", 5));

        assertThat(journal.engine.readSnapshot("pig")).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.getSequenceNumber()).isEqualTo(7);
            assertThat(snapshot.getPayload()).isEqualTo(new Sample.Opened("pig/7"));
        });
        assertThat(journal.engine.readSnapshot("cow")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload = replace(payload, 'pig', 'pug')", "sequence = 8", "metadata = '{\"a\":1}'"})
    void a_picture_that_is_not_what_was_stored_is_not_looked_at(String change) {
        journal.engine.storeSnapshot(event("pig", 7));
        journal.jdbc.sql("update ledger_snapshot set " + change).update();

        assertThat(journal.engine.readSnapshot("pig")).isEmpty();
    }

    @Test
    void a_fact_of_an_older_revision_is_read_through_its_upcaster() throws Exception {
        journal.close();
        journal = SampleJournal.in(place, new EventUpcasterChain(List.of(new FenToMoney())));
        journal.engine.appendEvents(event("pig", 0, saved("10.00")));
        journal.jdbc
                .sql("update ledger_event set revision = 1, payload = '{\"fen\":1000,\"saved_on\":\"2026-01-05\"}'")
                .update();

        assertThat(journal.facts("pig")).containsExactly(saved("10.00"));
        assertThat(journal.readAfter(null))
                .extracting(each -> each.getPayload())
                .isEqualTo(List.of(saved("10.00")));
    }

    private static final class FenToMoney extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return Stream.of("sample.saved/1")
                    .anyMatch((event.getType().getName() + "/" + event.getType().getRevision())::equals);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("sample.saved", "2"), JsonNode.class, old -> {
                var renewed = (ObjectNode) old;
                renewed.put("amount", new Money(renewed.remove("fen").asLong(), Currency.CNY).toString());
                return renewed;
            });
        }
    }
}
