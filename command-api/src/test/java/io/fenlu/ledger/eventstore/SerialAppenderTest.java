package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@ParameterizedClass
@EnumSource(JournalStore.class)
class SerialAppenderTest {
    private final SamplePlace place;

    private @Nullable SampleJournal opened;

    SerialAppenderTest(JournalStore kind, @TempDir Path directory) {
        place = SamplePlace.of(kind, directory);
    }

    private SampleJournal journal() {
        if (opened == null) {
            opened = SampleJournal.in(place);
        }
        return opened;
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void eight_writers_leave_no_gap_and_a_reader_misses_nothing_and_sees_all_in_order() throws Exception {
        var journal = journal();
        var writers = new ArrayList<Future<?>>();
        var seen = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> readUntil(2_000, seen));
            for (var writer = 0; writer < 8; writer++) {
                var aggregate = "writer-" + writer;
                writers.add(threads.submit(() -> LongStream.range(0, 250)
                        .forEach(sequence -> journal.engine.appendEvents(event(aggregate, sequence)))));
            }
            for (var writer : writers) {
                writer.get();
            }
            reader.get();
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(journal.jdbc
                        .sql("select max(position) - count(*) from ledger_event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void readUntil(int count, List<Long> seen) {
        TrackingToken token = null;
        while (seen.size() < count) {
            for (var message : journal().readAfter(token)) {
                token = message.trackingToken();
                seen.add(((GlobalSequenceTrackingToken) token).getGlobalIndex());
            }
        }
    }

    @Test
    void many_waiting_commands_are_written_as_one_group_and_only_the_culprit_fails() throws Exception {
        var journal = journal();
        var disk = new HeldDisk(place.disk());
        journal.disk.set(disk::flush);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> journal.engine.appendEvents(event("first", 0)));
            disk.reached.await();
            var good = threads.submit(() -> journal.engine.appendEvents(event("good", 0), event("good", 1)));
            var bad = threads.submit(() -> journal.engine.appendEvents(event("first", 0)));
            var tooLong = threads.submit(() -> journal.engine.appendEvents(event("x".repeat(500), 0)));
            var alsoGood = threads.submit(() -> journal.engine.appendEvents(event("also-good", 0)));
            Thread.sleep(200);
            disk.release.countDown();

            first.get();
            good.get();
            alsoGood.get();
            assertThatThrownBy(bad::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(AggregateStreamCreationException.class);
            assertThatThrownBy(tooLong::get).hasCauseInstanceOf(UnwritableFact.class);
        }
        assertThat(disk.flushes).isEqualTo(2);
        assertThat(journal.readAfter(null)).hasSize(4);
        assertThat(journal.appender.durablePosition()).isEqualTo(4);
    }

    @Test
    void what_is_committed_but_not_yet_on_disk_is_shown_to_nobody() throws Exception {
        var journal = journal();
        var disk = new HeldDisk(place.disk());
        journal.disk.set(disk::flush);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var write = threads.submit(() -> journal.engine.appendEvents(event("pig", 0)));
            disk.reached.await();

            assertThat(journal.jdbc
                            .sql("select count(*) from ledger_event")
                            .query(Long.class)
                            .single())
                    .isOne();
            assertThat(journal.readAfter(null)).isEmpty();
            assertThat(journal.facts("pig")).isEmpty();
            assertThat(journal.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
            assertThat(write).isNotDone();

            disk.release.countDown();
            write.get();
            assertThat(journal.readAfter(null)).hasSize(1);
        }
    }

    /** What cannot be written is taken back, and where its aggregate stands is looked up again; the group's own lines count. */
    @Test
    void who_comes_behind_a_request_that_could_not_be_written_is_refused_and_the_next_goes_on_from_what_was()
            throws Exception {
        var journal = journal();
        journal.engine.appendEvents(event("pig", 0), event("pig", 1));
        var disk = new HeldDisk(place.disk());
        journal.disk.set(disk::flush);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> journal.engine.appendEvents(event("first", 0)));
            disk.reached.await();
            var good = journal.appender.queue(List.of(pending("pig", 2, "good")));
            var tooLong = journal.appender.queue(List.of(pending("pig", 3, "x".repeat(1_000_001))));
            var tooLate = journal.appender.queue(List.of(pending("pig", 2, "too late")));
            var behind = journal.appender.queue(List.of(pending("pig", 4, "decided on what is too long")));
            disk.release.countDown();
            first.get();
            good.await();
            assertThatThrownBy(tooLong::await).isInstanceOf(UnwritableFact.class);
            assertThatThrownBy(tooLate::await).isInstanceOf(ConcurrencyException.class);
            assertThatThrownBy(behind::await).isInstanceOf(ConcurrencyException.class);
        }
        journal.engine.appendEvents(event("pig", 3));
        assertThat(journal.reader.ofAggregate("pig", 0, 100))
                .extracting(StoredEvent::sequence)
                .containsExactly(0L, 1L, 2L, 3L);
        assertThat(journal.reader.isWhole("pig", 4, Long.MAX_VALUE)).isTrue();
        assertThat(journal.appender.durablePosition()).isEqualTo(5);
    }

    private static PendingEvent pending(String aggregate, long sequence, String payload) {
        return new PendingEvent(
                UUID.randomUUID().toString(), "sample.opened", 1, "Sample", aggregate, sequence, "{}", payload);
    }

    @Test
    void when_too_many_are_waiting_the_next_is_turned_away_without_being_written() throws Exception {
        opened = SampleJournal.with(place, 2);
        var journal = opened;
        var disk = new HeldDisk(place.disk());
        journal.disk.set(disk::flush);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<Future<?>>();
            started.add(threads.submit(() -> journal.engine.appendEvents(event("a", 0))));
            disk.reached.await();
            started.add(threads.submit(() -> journal.engine.appendEvents(event("b", 0))));
            started.add(threads.submit(() -> journal.engine.appendEvents(event("c", 0))));
            await().untilAsserted(() -> assertThatThrownBy(() -> journal.engine.appendEvents(event("d", 0)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            failure -> assertThat(failure.why()).isEqualTo(LedgerUnavailable.Why.BUSY)));
            disk.release.countDown();
            for (var write : started) {
                write.get();
            }
        }
        assertThat(journal.facts("d")).isEmpty();
        assertThat(journal.readAfter(null)).hasSize(3);
    }

    @Test
    void closing_writes_what_is_waiting_and_then_takes_nothing_more() throws Exception {
        var journal = journal();
        var disk = new HeldDisk(place.disk());
        journal.disk.set(disk::flush);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> journal.engine.appendEvents(event("a", 0)));
            disk.reached.await();
            var second = threads.submit(() -> journal.engine.appendEvents(event("b", 0)));
            Thread.sleep(100);
            var closing = CompletableFuture.runAsync(journal.appender::close, threads);
            await().until(() -> journal.appender.closed() != null);
            assertThatThrownBy(() -> journal.engine.appendEvents(event("c", 0)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            failure -> assertThat(failure.why()).isEqualTo(LedgerUnavailable.Why.CLOSING));
            disk.release.countDown();
            first.get();
            second.get();
            closing.get();
        }
        assertThat(journal.readAfter(null)).hasSize(2);
    }
}
