package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalMarkTest {
    @TempDir
    Path directory;

    private Path note;
    private Path journalFile;

    @BeforeEach
    void write() throws IOException {
        note = directory.resolve("journal.mark");
        journalFile = directory.resolve("journal.mv.db");
        append(3);
    }

    @Test
    void a_journal_that_lost_its_last_lines_is_not_written_to() throws IOException {
        var earlier = Files.readAllBytes(journalFile);
        append(2);
        Files.write(journalFile, earlier);

        assertThatThrownBy(() -> append(1))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("ends at position 3 but was on disk up to 5");
        assertThatThrownBy(() -> append(1)).isInstanceOf(JournalDamaged.class);
    }

    @Test
    void a_journal_that_is_gone_is_not_begun_anew() throws IOException {
        Files.delete(journalFile);

        assertThatThrownBy(() -> append(1))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("ends at position 0 but was on disk up to 3");
    }

    @Test
    void whoever_left_it_to_the_operating_system_is_only_warned() throws IOException {
        var earlier = Files.readAllBytes(journalFile);
        append(2);
        Files.write(journalFile, earlier);

        assertThatCode(() -> append(1, Durability.PROCESS)).doesNotThrowAnyException();
        assertThatCode(() -> append(1)).doesNotThrowAnyException();
    }

    @Test
    void every_damage_of_the_note_is_refused_or_leaves_the_other_note() throws IOException {
        var whole = Files.readAllBytes(note);
        for (var place = 0; place < whole.length; place++) {
            var damaged = whole.clone();
            damaged[place] ^= 1;
            Files.write(note, damaged);
            assertThat(JournalMark.noted(note)).as("byte %d", place).isBetween(2L, 3L);
        }
        Files.write(note, new byte[whole.length]);
        assertThatThrownBy(() -> append(1)).isInstanceOf(JournalDamaged.class).hasMessageContaining("cannot be read");
        Files.delete(note);
        assertThatCode(() -> append(1)).doesNotThrowAnyException();
    }

    private void append(int events) throws IOException {
        append(events, Durability.DISK);
    }

    private void append(int events, Durability promise) throws IOException {
        try (var journal = SampleJournal.in(SamplePlace.of(JournalStore.H2, directory))) {
            JournalMark.keep(directory, journal.appender, promise);
            var there = journal.readAfter(null).size();
            for (var event = 0; event < events; event++) {
                journal.engine.appendEvents(event("pig", there + event));
            }
        }
    }
}
