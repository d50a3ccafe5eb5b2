package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded database keeps nanoseconds in its file whatever its columns say, and hashes cover microseconds. */
class LineColumnsTest {
    private static final String FINER = "alter table ledger_event alter column recorded_at timestamp(9) with time zone";
    private static final String A_NANOSECOND_LATER =
            "update ledger_event set recorded_at = dateadd(nanosecond, 1, recorded_at)" + " where position = 3";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_time_that_is_finer_than_what_is_hashed_is_not_taken_for_what_was_written() {
        var place = SamplePlace.of(JournalStore.H2, directory);
        try (var journal = SampleJournal.in(place)) {
            for (var sequence = 0; sequence < 5; sequence++) {
                journal.engine.appendEvents(event("pig", sequence));
            }
            journal.jdbc.sql(FINER).update();
            journal.jdbc.sql(A_NANOSECOND_LATER).update();
        }

        assertThatThrownBy(() -> SampleJournal.in(place).close())
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("position 3: its time is finer than what is hashed of it");
    }
}
