package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.eventstore.PiggyBank.Put;
import io.fenlu.ledger.integrity.ChainedEvent;
import io.fenlu.ledger.postgres.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes, one journal: whoever writes, there is one order, and nobody overwrites what the other decided. */
@Timeout(60)
class SharedJournalTest {
    private static final int WRITERS = 4;
    private static final int EACH = 125;

    private final SamplePlace place = SamplePlace.at(PostgresServer.emptyDatabase());
    private final SampleJournal here = SampleJournal.in(place);
    private final SampleJournal there = SampleJournal.in(place);
    private final JournalFollower followsHere = here.follow();
    private final JournalFollower followsThere = there.follow();

    @AfterEach
    void close() {
        followsHere.close();
        followsThere.close();
        here.close();
        there.close();
    }

    @Test
    void two_pens_writing_at_once_leave_one_gap_free_order_in_one_chain_and_readers_miss_nothing() throws Exception {
        var conflicts = new AtomicInteger();
        var total = 2 * WRITERS * EACH + EACH;
        try (var threads = Executors.newCachedThreadPool()) {
            var tasks = new ArrayList<Callable<List<Long>>>();
            for (var journal : List.of(here, there)) {
                tasks.add(() -> readUntil(journal, total));
                for (var writer = 0; writer < WRITERS; writer++) {
                    var own = (journal == here ? "here-" : "there-") + writer;
                    tasks.add(() -> append(journal, own));
                }
                tasks.add(() -> contend(journal, conflicts));
            }
            for (var task : threads.invokeAll(tasks, 40, TimeUnit.SECONDS)) {
                var seen = task.get();
                assertThat(seen)
                        .isIn(
                                List.of(),
                                LongStream.rangeClosed(1, total).boxed().toList());
            }
        }
        assertThat(conflicts.get()).as("both wanted the same place").isPositive();
        assertOneChain(total);
    }

    private static List<Long> append(SampleJournal journal, String aggregate) {
        LongStream.range(0, EACH).forEach(sequence -> journal.engine.appendEvents(event(aggregate, sequence)));
        return List.of();
    }

    /** Adds to what both add to, in turns that nobody arranged, until it is long enough. */
    private static List<Long> contend(SampleJournal journal, AtomicInteger conflicts) {
        while (true) {
            var next = journal.engine.lastSequenceNumberFor("both").orElse(-1L) + 1;
            if (next >= EACH) {
                return List.of();
            }
            try {
                journal.engine.appendEvents(event("both", next));
            } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
                conflicts.incrementAndGet();
            }
        }
    }

    private static List<Long> readUntil(SampleJournal journal, int count) {
        var seen = new ArrayList<Long>();
        TrackingToken token = null;
        while (seen.size() < count && !Thread.currentThread().isInterrupted()) {
            for (var message : journal.readAfter(token)) {
                token = message.trackingToken();
                seen.add(((GlobalSequenceTrackingToken) token).getGlobalIndex());
            }
        }
        return seen;
    }

    private void assertOneChain(int total) {
        var lines = LedgerReader.of(here.appender, here.jdbc).hashedAfter(0, total + 1);
        assertThat(lines)
                .extracting(line -> line.event().position())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, total).boxed().toList());
        var previous = ChainedEvent.genesis();
        for (var line : lines) {
            previous = line.event().chained().hash(previous);
            assertThat(line.hash()).isEqualTo(previous);
        }
        lines.stream()
                .collect(Collectors.groupingBy(line -> line.event().aggregateId()))
                .forEach((aggregate, itsLines) -> assertThat(itsLines)
                        .as(aggregate)
                        .extracting(line -> line.event().sequence())
                        .containsExactlyElementsOf(
                                LongStream.range(0, EACH).boxed().toList()));
    }

    @Test
    void a_reader_sees_at_once_what_another_process_wrote_and_is_rung() {
        var rung = new AtomicInteger();
        there.appender.whenDurable(rung::incrementAndGet);

        here.engine.appendEvents(event("pig", 0));

        await().untilAsserted(() -> assertThat(there.facts("pig")).hasSize(1));
        await().untilAsserted(() -> assertThat(rung.get()).isPositive());
    }

    @Test
    void whom_another_process_wrote_of_first_is_known_as_soon_as_its_facts_are_to_be_read() {
        await().until(() -> !here.writtenOf.mayHave("nobody"));

        IntStream.range(0, 50).forEach(number -> {
            there.engine.appendEvents(event("pig-" + number, 0));
            var written = there.appender.durablePosition();
            await().pollDelay(Duration.ZERO).until(() -> here.appender.durablePosition() >= written);
            assertThat(here.reader.knows("pig-" + number)).isTrue();
        });
    }

    @Test
    void what_was_decided_on_old_state_is_refused_and_then_decided_on_new_state() throws Exception {
        try (var shopHere = new PiggyBank.Shop(here);
                var shopThere = new PiggyBank.Shop(there)) {
            shopHere.send(new Put("pig", "first")).get();
            await().until(() -> there.facts("pig").size() == 1);
            assertThat(shopThere.send(new Put("pig", "second")).get()).containsExactly("first", "second");
            await().until(() -> here.facts("pig").size() == 2);

            assertThat(shopHere.send(new Put("pig", "third")).get()).containsExactly("first", "second", "third");
        }
    }

    @Test
    void without_a_look_at_the_others_a_stale_order_is_a_conflict_and_the_next_one_is_right() throws Exception {
        followsHere.close();
        here.engine.appendEvents(event("pig", 0));
        await().until(() -> there.facts("pig").size() == 1);
        there.engine.appendEvents(event("pig", 1));

        assertThatThrownBy(() -> here.engine.appendEvents(event("pig", 1))).isInstanceOf(ConcurrencyException.class);
        here.engine.appendEvents(event("pig", 2));

        assertThat(here.facts("pig")).hasSize(3);
    }
}
