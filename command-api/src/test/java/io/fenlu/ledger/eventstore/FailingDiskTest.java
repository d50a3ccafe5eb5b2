package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told when what was to be written may not be on disk. */
@Timeout(60)
@ParameterizedClass
@EnumSource(JournalStore.class)
class FailingDiskTest {
    private final SamplePlace place;
    private final SampleJournal journal;

    FailingDiskTest(JournalStore kind, @TempDir Path directory) {
        place = SamplePlace.of(kind, directory);
        journal = SampleJournal.in(place);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void when_the_disk_fails_nothing_is_confirmed_and_nothing_more_is_taken() throws Exception {
        journal.engine.appendEvents(event("pig", 0));
        journal.disk.set(_ -> {
            throw new SQLException("no space left on device", "HY000");
        });

        assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 1)))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        failure -> assertThat(failure.why()).isEqualTo(LedgerUnavailable.Why.IN_DOUBT));
        journal.disk.set(place.disk());
        assertThatThrownBy(() -> journal.engine.appendEvents(event("cow", 0)))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        failure -> assertThat(failure.why()).isEqualTo(LedgerUnavailable.Why.STOPPED));
        assertThat(journal.appender.closed()).isNotNull();
        assertThat(journal.readAfter(null)).hasSize(1);
    }

    @Test
    void when_the_writer_fails_while_a_flush_is_under_way_those_who_wait_for_that_flush_are_answered_too()
            throws Exception {
        var alone = new HeldDisk(place.disk());
        journal.disk.set(alone::flush);
        var first = append("first");
        alone.reached.await();
        var together = List.of(append("second"), append("third"));
        await().until(() -> isUnderWay("second") && isUnderWay("third"));
        var failing = HeldDisk.failing();
        journal.disk.set(failing::flush);
        alone.release.countDown();
        first.get();
        failing.reached.await();
        journal.jdbc.sql("alter table ledger_event rename to gone").update();

        var last = append("last");
        await().until(() -> journal.appender.closed() != null);
        failing.release.countDown();

        assertInDoubt(last);
        for (var each : together) {
            assertInDoubt(each);
        }
        await().until(() -> !isUnderWay("second") && !isUnderWay("third"));
        journal.jdbc.sql("alter table gone rename to ledger_event").update();
    }

    private Future<?> append(String aggregate) {
        return CompletableFuture.runAsync(
                () -> journal.engine.appendEvents(event(aggregate, 0)), Thread::startVirtualThread);
    }

    private boolean isUnderWay(String aggregate) {
        return journal.appender.inFlight().last(aggregate) != null;
    }

    private static void assertInDoubt(Future<?> append) {
        assertThatThrownBy(() -> append.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(LedgerUnavailable.class)
                .cause()
                .extracting(failure -> ((LedgerUnavailable) failure).why())
                .isEqualTo(LedgerUnavailable.Why.IN_DOUBT);
    }

    @Test
    void a_disk_that_does_not_answer_is_noticed_in_time_and_one_that_does_is_not_complained_of() throws Exception {
        journal.appender.tryOut(Duration.ofSeconds(30));
        var disk = new HeldDisk(place.disk());
        journal.disk.set(disk::flush);

        assertThatThrownBy(() -> journal.appender.tryOut(Duration.ofMillis(100)))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage("the journal has not answered for 100 ms");

        disk.release.countDown();
        journal.appender.tryOut(Duration.ofSeconds(30));
        assertThat(journal.appender.durablePosition()).isZero();
    }
}
