package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

@Timeout(60)
@ParameterizedClass
@EnumSource(JournalStore.class)
class KnownIdsTest {
    private static final String NEVER_WRITTEN_OF = "never-written-of";

    private final SampleJournal journal;

    KnownIdsTest(JournalStore kind, @TempDir Path directory) {
        journal = SampleJournal.in(SamplePlace.of(kind, directory));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void anybody_may_have_been_written_of_until_the_journal_was_looked_through_and_then_only_those_who_were() {
        journal.engine.appendEvents(event("pig", 0), event("cow", 0));
        var known = KnownIds.writtenOf(journal.jdbc, journal.appender);

        assertThat(known.mayHave(NEVER_WRITTEN_OF)).isTrue();
        await().until(() -> !known.mayHave(NEVER_WRITTEN_OF));

        assertThat(known.mayHave("pig")).isTrue();
        assertThat(known.mayHave("cow")).isTrue();
    }

    @Test
    void after_others_wrote_much_the_journal_is_looked_through_once_more() {
        var known = KnownIds.writtenOf(journal.jdbc, journal.appender);
        await().until(() -> !known.mayHave("pig"));
        journal.engine.appendEvents(event("pig", 0));

        known.wroteMuch();

        assertThat(known.mayHave("pig")).isTrue();
        await().until(() -> !known.mayHave(NEVER_WRITTEN_OF));
        assertThat(known.mayHave("pig")).isTrue();
    }

    @Test
    void a_journal_that_cannot_be_looked_through_now_is_looked_through_later() {
        journal.jdbc.sql("alter table aggregate_number rename to elsewhere").update();
        var known = KnownIds.writtenOf(journal.jdbc, journal.appender);
        await().during(Duration.ofMillis(300)).until(() -> known.mayHave(NEVER_WRITTEN_OF));
        journal.jdbc.sql("alter table elsewhere rename to aggregate_number").update();

        await().until(() -> !known.mayHave(NEVER_WRITTEN_OF));
    }

    @Test
    void nobody_is_ever_missed_and_of_the_others_hardly_anybody_is_mistaken() {
        var known = KnownIds.writtenOf(journal.jdbc, journal.appender);
        await().until(() -> !known.mayHave(NEVER_WRITTEN_OF));
        IntStream.range(0, 1_000_000).forEach(number -> known.add(id(number)));

        assertThat(IntStream.range(0, 1_000_000).filter(number -> !known.mayHave(id(number))))
                .isEmpty();
        assertThat(IntStream.range(1_000_000, 2_000_000)
                        .filter(number -> known.mayHave(id(number)))
                        .count())
                .isLessThan(20);
    }

    @Test
    void the_reader_does_not_ask_about_anybody_who_was_never_written_of() {
        journal.engine.appendEvents(event("pig", 0));
        await().until(() -> !journal.writtenOf.mayHave(NEVER_WRITTEN_OF));
        journal.jdbc.sql("alter table aggregate_number rename to elsewhere").update();

        assertThat(journal.reader.knows(NEVER_WRITTEN_OF)).isFalse();
        assertThatThrownBy(() -> journal.reader.knows("pig")).isInstanceOf(DataAccessException.class);

        journal.jdbc.sql("alter table elsewhere rename to aggregate_number").update();
        assertThat(journal.reader.knows("pig")).isTrue();
    }

    private static String id(int number) {
        return new UUID(0x019aa000_0000_7000L, 0x8000_0000_0000_0000L + number).toString();
    }
}
