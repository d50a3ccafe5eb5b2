package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(JournalStore.class)
class JournalTailTest {
    private final SamplePlace place;

    JournalTailTest(JournalStore kind, @TempDir Path directory) {
        place = SamplePlace.of(kind, directory);
    }

    @Test
    void a_journal_that_was_left_alone_goes_on() {
        write(5);
        try (var journal = SampleJournal.in(place)) {
            journal.engine.appendEvents(event("pig", 5));
            assertThat(journal.appender.durablePosition()).isEqualTo(6);
        }
        try (var journal = SampleJournal.in(place)) {
            assertThat(journal.readAfter(null)).hasSize(6);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update ledger_event set payload = '{}' where position = 3                                       | position 3: the line does not match its hash
        update ledger_event set metadata = '{"a":1}' where position = 1                                 | position 1: the line does not match its hash
        update ledger_event set recorded_at = recorded_at + interval '0.000001' second where position = 4   | position 4: the line does not match its hash
        delete from ledger_event where position = 2                                                     | position 2: the line is missing
        update ledger_event set hash = (select hash from ledger_event where position = 1) where position = 5 | position 5: the line does not match its hash
        update ledger_event set position = -1 where position = 5                                        | position 0: there are lines before the first
        """)
    void a_journal_whose_last_lines_were_changed_is_not_written_to(String change, String reason) {
        write(5);
        try (var journal = SampleJournal.in(place)) {
            journal.jdbc.sql(change).update();
        }

        assertThatThrownBy(() -> SampleJournal.in(place).close())
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining(reason);
    }

    private void write(int events) {
        try (var journal = SampleJournal.in(place)) {
            for (var sequence = 0; sequence < events; sequence++) {
                journal.engine.appendEvents(event("pig", sequence));
            }
        }
    }
}
