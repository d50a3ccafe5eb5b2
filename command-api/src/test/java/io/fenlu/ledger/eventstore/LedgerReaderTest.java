package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void what_is_there_is_read_to_its_end_and_not_beyond() {
        assertThat(journal.reader.after(-1, FACTS + 1)).hasSize(FACTS);
        assertThat(journal.reader.after(FACTS, 1)).isEmpty();
        assertThat(journal.reader.hashedAfter(FACTS - 1, 5)).hasSize(1);
        assertThat(journal.reader.ofAggregate("pig", 0, FACTS + 1)).hasSize(FACTS);
        assertThat(journal.reader.ofAggregate("pig", FACTS, 1)).isEmpty();
        assertThat(journal.reader.isWhole("pig", FACTS, FACTS)).isTrue();
    }
}
