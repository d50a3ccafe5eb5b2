package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is on disk and not found, as in a damaged file, is never passed over in silence. */
@ParameterizedClass
@EnumSource(JournalStore.class)
class LedgerReaderTest {
    private static final int FACTS = 40;

    private final SamplePlace place;

    private SampleJournal journal;

    LedgerReaderTest(JournalStore kind, @TempDir Path directory) {
        place = SamplePlace.of(kind, directory);
    }

    /** In a file the places of the first lines are in the table, and those of the last are in memory. */
    @BeforeEach
    void write() {
        journal = SampleJournal.in(place);
        for (int sequence = 0; sequence < FACTS; sequence++) {
            journal.engine.appendEvents(event("pig", sequence));
        }
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void hide(int position) {
        assertThat(journal.jdbc
                        .sql("delete from ledger_event where position = ?")
                        .param(position)
                        .update())
                .isEqualTo(1);
    }

    private static void requireNoticed(int position, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("at position " + position + ": the line is not found");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 39, FACTS})
    void by_its_aggregate(int position) {
        hide(position);

        requireNoticed(position, () -> journal.reader.ofAggregate("pig", 0, position));
        requireNoticed(position, () -> journal.reader.ofAggregate("pig", position - 1, FACTS));
        assertThat(journal.reader.ofAggregate("pig", 0, position - 1)).hasSize(position - 1);
        assertThat(journal.reader.isWhole("pig", FACTS, FACTS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 39, FACTS})
    void by_its_position(int position) {
        hide(position);

        requireNoticed(position, () -> journal.reader.after(0, FACTS + 1));
        requireNoticed(position, () -> journal.reader.after(position - 1, 1));
        requireNoticed(position, () -> journal.reader.hashedAfter(0, FACTS + 1));
        assertThat(journal.reader.after(0, position - 1)).hasSize(position - 1);
        assertThat(journal.reader.hashedAfter(position, FACTS)).hasSize(FACTS - position);
    }

    @Test
    void a_life_without_any_place_begins_nowhere_though_its_first_line_is_known() {
        journal.engine.appendEvents(event("hen", 0));
        assertThat(journal.reader.knows("pig")).isTrue();
        journal.close();
        journal = SampleJournal.in(place);
        journal.jdbc
                .sql("delete from aggregate_line where line <= ? and place > 0")
                .param(FACTS)
                .update();

        requireNoticed(1, () -> journal.reader.ofAggregate("pig", 0, FACTS));
        requireNoticed(1, () -> LedgerReader.ofAll(journal.jdbc).ofAggregate("pig", 0, FACTS));
        assertThat(journal.reader.ofAggregate("hen", 0, FACTS)).hasSize(1);
    }

    @Test
    void the_first_damage_is_remembered() {
        assertThat(journal.reader.damage()).isEmpty();
        hide(7);
        hide(3);
        requireNoticed(7, () -> journal.reader.after(6, 1));
        requireNoticed(3, () -> journal.reader.ofAggregate("pig", 0, FACTS));
        assertThat(journal.reader.damage()).map(JournalDamaged::position).contains(7L);
    }

    @Test
    void the_number_of_a_life_whose_beginning_is_not_on_disk_yet_is_not_remembered() throws Exception {
        var mayFlush = new CountDownLatch(1);
        journal.disk.set(_ -> await(mayFlush));
        try (var writer = Executors.newSingleThreadExecutor()) {
            var written = writer.submit(() -> journal.engine.appendEvents(event("hen", 0)));
            Awaitility.await().until(() -> journal.reader.knows("hen"));
            assertThat(journal.reader.ofAggregate("hen", 0, 1)).isEmpty();

            journal.jdbc
                    .sql("delete from aggregate_number where aggregate_id = 'hen'")
                    .update();
            assertThat(journal.reader.knows("hen")).isFalse();
            mayFlush.countDown();
            written.get();
        }
        assertThat(journal.reader.damage()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_there_is_read_to_its_end_and_not_beyond() {
        assertThat(journal.reader.after(-1, FACTS + 1)).hasSize(FACTS);
        assertThat(journal.reader.after(FACTS, 1)).isEmpty();
        assertThat(journal.reader.hashedAfter(FACTS - 1, 5)).hasSize(1);
        assertThat(journal.reader.ofAggregate("pig", 0, FACTS + 1)).hasSize(FACTS);
        assertThat(journal.reader.ofAggregate("pig", FACTS, 1)).isEmpty();
        assertThat(journal.reader.isWhole("pig", FACTS, FACTS)).isTrue();
    }
}
