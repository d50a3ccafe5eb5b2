package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of an aggregate are found wherever their places are: in memory, on their way, or in the table. */
@Timeout(60)
class LatePlacesTest {
    private static final long LINES = AggregatePlaces.LINES;
    private static final String IN_TABLE = "select count(*) from aggregate_line where place > 0";
    private static final String MARK = "select line from aggregate_line where place = 0";
    private static final String MISSING_BEFORE_MARK = """
        select count(*) from ledger_event line
        join aggregate_number on aggregate_number.aggregate_id = line.aggregate_id
        where position <= (select line from aggregate_line where place = 0)
        and not exists (
            select 1 from aggregate_line where place = number * 16777216 + sequence and line = position
        )
        """;

    private final SamplePlace place;

    LatePlacesTest(@TempDir Path directory) {
        place = SamplePlace.of(JournalStore.H2, directory);
    }

    /** So many facts of each of these aggregates, one of each in turn. */
    private static void write(SampleJournal journal, int aggregates, int first, int end) {
        for (int sequence = first; sequence < end; sequence++) {
            for (int aggregate = 0; aggregate < aggregates; aggregate++) {
                journal.engine.appendEvents(event("pig-" + aggregate, sequence));
            }
        }
    }

    private static void requireWhole(LedgerReader reader, int aggregates, int facts) {
        for (int aggregate = 0; aggregate < aggregates; aggregate++) {
            var id = "pig-" + aggregate;
            assertThat(reader.ofAggregate(id, 0, Integer.MAX_VALUE))
                    .extracting(StoredEvent::sequence)
                    .containsExactlyElementsOf(
                            LongStream.range(0, facts).boxed().toList());
            assertThat(reader.lastSequence(id)).contains(facts - 1L);
            assertThat(reader.isWhole(id, facts, Long.MAX_VALUE)).isTrue();
            assertThat(reader.isWhole(id, facts + 1L, Long.MAX_VALUE)).isFalse();
            assertThat(reader.ofAggregate(id, facts / 2, 2))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(facts / 2L, facts / 2 + 1L);
        }
    }

    private static long number(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Long.class).single();
    }

    @Test
    void most_lines_get_their_place_in_the_table_and_all_are_found() {
        try (var journal = SampleJournal.in(place)) {
            write(journal, 10, 0, 20);
            requireWhole(journal.reader, 10, 20);
            requireWhole(LedgerReader.ofAll(journal.jdbc), 10, 20);
            assertThat(number(journal.jdbc, IN_TABLE)).isBetween(200L - SampleJournal.PLACES_AT_HAND - 2, 199L);
            assertThat(number(journal.jdbc, MARK)).isBetween(1L, 199L);
            assertThat(number(journal.jdbc, MISSING_BEFORE_MARK)).isZero();
        }
    }

    @Test
    void what_waited_is_found_again_when_the_journal_is_opened_again_and_the_next_round_goes_on_from_there() {
        for (int life = 0; life < 6; life++) {
            try (var journal = SampleJournal.in(place)) {
                if (life > 0) {
                    requireWhole(journal.reader, 7, life * 5);
                }
                write(journal, 7, life * 5, life * 5 + 5);
                requireWhole(journal.reader, 7, life * 5 + 5);
                assertThat(number(journal.jdbc, MISSING_BEFORE_MARK)).isZero();
            }
        }
    }

    @Test
    void the_mark_follows_also_through_lives_that_end_before_their_first_round() {
        for (int life = 0; life < 5; life++) {
            try (var journal = SampleJournal.in(place)) {
                assertThat(number(journal.jdbc, MARK)).isEqualTo(life * 9L);
                assertThat(number(journal.jdbc, IN_TABLE)).isEqualTo(life * 9L);
                write(journal, 3, life * 3, life * 3 + 3);
                requireWhole(journal.reader, 3, life * 3 + 3);
            }
        }
    }

    @Test
    void an_aggregate_that_is_to_be_found_among_the_lines_of_another_is_noticed() {
        try (var journal = SampleJournal.in(place)) {
            write(journal, 2, 0, 3);
            journal.jdbc
                    .sql("update aggregate_number set number = 2 where aggregate_id = 'pig-0'")
                    .update();
            assertThatThrownBy(() -> LedgerReader.ofAll(journal.jdbc).isWhole("pig-1", 3, Long.MAX_VALUE))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("under the number 2");
        }
    }

    @Test
    void a_journal_from_before_there_was_a_mark_has_all_its_places_in_the_table() {
        try (var journal = SampleJournal.in(place)) {
            write(journal, 3, 0, 10);
        }
        try (var old = place.open()) {
            var jdbc = JdbcClient.create(old);
            jdbc.sql("delete from aggregate_line").update();
            jdbc.sql("insert into aggregate_line (place, line) select number * 16777216 + sequence, position from"
                            + " ledger_event join aggregate_number using (aggregate_id)")
                    .update();
            requireWhole(LedgerReader.ofAll(jdbc), 3, 10);
        }
        try (var journal = SampleJournal.in(place)) {
            assertThat(number(journal.jdbc, MARK)).isEqualTo(30);
            assertThat(number(journal.jdbc, IN_TABLE)).isEqualTo(30);
            write(journal, 3, 10, 20);
            requireWhole(journal.reader, 3, 20);
        }
    }

    @Test
    void a_place_that_was_taken_out_of_the_table_is_missed_by_whoever_counts() {
        try (var journal = SampleJournal.in(place)) {
            write(journal, 3, 0, 20);
            assertThat(journal.jdbc
                            .sql("delete from aggregate_line where line = 1 and place > 0")
                            .update())
                    .isEqualTo(1);
            assertThat(LedgerReader.ofAll(journal.jdbc).isWhole("pig-0", 20, Long.MAX_VALUE))
                    .isFalse();
        }
    }

    @Test
    void a_mark_that_was_moved_on_hides_lines_and_is_noticed_by_whoever_counts() {
        try (var journal = SampleJournal.in(place)) {
            write(journal, 3, 0, 20);
            journal.jdbc
                    .sql("update aggregate_line set line = 60 where place = 0")
                    .update();
            assertThat(LedgerReader.ofAll(journal.jdbc).isWhole("pig-2", 20, Long.MAX_VALUE))
                    .isFalse();
        }
    }

    @Test
    void readers_never_miss_a_line_while_places_are_moved() throws Exception {
        var acknowledged = new AtomicLongArray(8);
        try (var journal = SampleJournal.in(place);
                var threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 8; writer++) {
                var number = writer;
                writers.add(threads.submit(() -> LongStream.range(0, 100).forEach(sequence -> {
                    journal.engine.appendEvents(event("pig-" + number, sequence));
                    acknowledged.incrementAndGet(number);
                })));
            }
            var readers = List.of(
                    threads.submit(() -> readUntilAll(journal.reader, acknowledged, 1)),
                    threads.submit(() -> readUntilAll(journal.reader, acknowledged, 2)));
            for (var writer : writers) {
                writer.get();
            }
            for (var reader : readers) {
                reader.get();
            }
            requireWhole(journal.reader, 8, 100);
        }
    }

    private static void readUntilAll(LedgerReader reader, AtomicLongArray acknowledged, int seed) {
        var dice = new Random(seed);
        for (long seen = 0; seen < 8 * 100; seen = sum(acknowledged)) {
            var number = dice.nextInt(8);
            var atLeast = acknowledged.get(number);
            var from = atLeast == 0 ? 0 : dice.nextLong(atLeast);
            var found = reader.ofAggregate("pig-" + number, from, Integer.MAX_VALUE);
            assertThat(found).hasSizeGreaterThanOrEqualTo((int) (atLeast - from));
            assertThat(reader.lastSequence("pig-" + number).orElse(-1L)).isGreaterThanOrEqualTo(atLeast - 1);
        }
    }

    private static TreeMap<Long, Long> here(LatePlaces late) {
        var here = new TreeMap<Long, Long>();
        late.all().forEach(each -> here.put(each.place(), each.line()));
        return here;
    }

    private static long sum(AtomicLongArray numbers) {
        return LongStream.range(0, numbers.length())
                .map(each -> numbers.get((int) each))
                .sum();
    }

    /** The same against a plain map, over drawn histories of adding and moving. */
    @Test
    void every_place_is_here_or_was_moved_and_the_mark_never_passes_one_that_is_here() {
        for (int seed = 0; seed < 200; seed++) {
            var dice = new Random(seed);
            var atHand = 1 + dice.nextInt(100);
            var late = new LatePlaces(atHand, 0);
            var moved = new TreeMap<Long, Long>();
            var all = new TreeMap<Long, Long>();
            var mark = 0L;
            for (long line = 1; line <= 500; ) {
                var group = new ArrayList<LatePlaces.Place>();
                for (int k = dice.nextInt(5); k >= 0; k--) {
                    var place = (1 + dice.nextLong(20)) * LINES + line;
                    group.add(new LatePlaces.Place(place, line));
                    all.put(place, line++);
                }
                late.add(group);
                var portion = late.portion();
                portion.places().forEach(each -> moved.put(each.place(), each.line()));
                late.moved(portion);
                mark = portion.mark().orElse(mark);
                var here = here(late);
                assertThat(here.keySet())
                        .allMatch(each ->
                                moved.subMap(each, each / LINES * LINES + LINES).isEmpty());
                var together = new TreeMap<>(moved);
                together.putAll(here);
                assertThat(together).isEqualTo(all);
                assertThat(here).hasSizeLessThan(atHand + atHand / 64 + 12);
                var marked = mark;
                assertThat(here.values()).allMatch(each -> each > marked);
            }
        }
    }

    @Test
    void the_mark_follows_also_while_every_line_is_the_first_of_a_new_aggregate() {
        var late = new LatePlaces(100, 0);
        var mark = 0L;
        for (long line = 1; line <= 10_000; line++) {
            late.add(List.of(new LatePlaces.Place(line * LINES, line)));
            var portion = late.portion();
            late.moved(portion);
            mark = portion.mark().orElse(mark);
            assertThat(line - mark).isLessThan(400);
        }
    }
}
