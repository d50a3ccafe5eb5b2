package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start reads again of a journal in a file, because its places are not in the table yet, is all there or the start is refused. */
class BehindTheMarkTest {
    private final SamplePlace place;

    BehindTheMarkTest(@TempDir Path directory) {
        place = SamplePlace.of(JournalStore.H2, directory);
    }

    /** Three facts of each of three aggregates, one of each in turn. */
    private static void write(SampleJournal journal) {
        for (int line = 0; line < 9; line++) {
            journal.engine.appendEvents(event("pig-" + line % 3, line / 3));
        }
    }

    @Test
    void a_line_behind_the_mark_that_is_not_found_is_not_passed_over() {
        try (var journal = SampleJournal.in(place)) {
            write(journal);
            journal.jdbc.sql("delete from ledger_event where position = 5").update();
            assertThatThrownBy(() -> LedgerReader.ofAll(journal.jdbc).lastSequence("pig-0"))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("at position 5: the line is missing");
        }
        requireNotOpened("at position 5: the line is missing");
    }

    @Test
    void a_line_behind_the_mark_whose_aggregate_is_not_found_is_not_passed_over() {
        try (var journal = SampleJournal.in(place)) {
            write(journal);
            journal.jdbc
                    .sql("delete from aggregate_number where aggregate_id = 'pig-1'")
                    .update();
        }
        requireNotOpened("at position 2: its aggregate is not found");
    }

    @Test
    void a_line_behind_the_mark_whose_place_is_anothers_is_not_passed_over() {
        try (var journal = SampleJournal.in(place)) {
            write(journal);
        }
        SampleJournal.in(place).close();
        place.change("update aggregate_line set line = 6 where place = 0");
        place.change("update aggregate_line set line = 1 where line = 7 and place > 0");
        requireNotOpened("at position 7: the line 1 has its place");
    }

    private void requireNotOpened(String why) {
        assertThatThrownBy(() -> SampleJournal.in(place).close())
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining(why);
    }
}
