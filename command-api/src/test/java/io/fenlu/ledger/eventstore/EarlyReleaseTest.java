package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.eventstore.PiggyBank.Put;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The next command begins when the facts of the one before are queued; nobody hears of anything before it is on disk. */
@Timeout(60)
@ParameterizedClass
@EnumSource(JournalStore.class)
class EarlyReleaseTest {
    private static final String TOO_LONG = "x".repeat(1_000_001);

    private final SamplePlace place;

    private final Hold first = new Hold();
    private final Hold second = new Hold();
    private SampleJournal journal;
    private PiggyBank.Shop shop;

    EarlyReleaseTest(JournalStore kind, @TempDir Path directory) {
        place = SamplePlace.of(kind, directory);
    }

    @BeforeEach
    void open() {
        journal = SampleJournal.in(place);
        shop = new PiggyBank.Shop(journal);
        shop.send(new Put("pig", "first")).join();
    }

    @AfterEach
    void close() {
        first.release().countDown();
        second.release().countDown();
        shop.close();
        journal.close();
    }

    @Test
    void many_commands_on_one_aggregate_share_one_flush() throws Exception {
        var flushes = holdDisk();
        var ahead = shop.sendOnAThread(new Put("other", "holds the disk"));
        first.reached().await();
        var answers = IntStream.range(0, 20)
                .mapToObj(number -> shop.sendOnAThread(new Put("pig", "coin " + number)))
                .toList();
        await().until(() -> shop.handled() == 22);

        assertThat(answers).noneMatch(CompletableFuture::isDone);
        first.release().countDown();
        ahead.get();
        for (var answer : answers) {
            answer.get();
        }
        assertThat(flushes.get()).isEqualTo(2);
        assertThat(journal.facts("pig")).hasSize(21);
    }

    @Test
    void what_was_decided_on_lost_facts_is_lost_too_and_what_comes_after_begins_from_the_disk() throws Exception {
        holdDisk();
        var ahead = shop.sendOnAThread(new Put("other", "holds the disk"));
        first.reached().await();
        var lost = queued(new Put("pig", TOO_LONG));
        var onLostGround = queued(new Put("pig", "second"));
        var refusedOnLostGround = queued(new Put("pig", "refuse me"));
        var elsewhere = queued(new Put("cow", "first"));

        first.release().countDown();

        ahead.get();
        elsewhere.get();
        assertThatThrownBy(lost::get).hasCauseInstanceOf(UnwritableFact.class);
        assertThatThrownBy(onLostGround::get).hasCauseInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(refusedOnLostGround::get).hasCauseInstanceOf(ConcurrencyException.class);
        assertThat(shop.send(new Put("pig", "third")).get()).isEqualTo(List.of("first", "third"));
        assertThat(journal.facts("pig")).hasSize(2);
    }

    @Test
    void who_comes_after_a_loss_waits_for_the_facts_before_it() throws Exception {
        holdDisk();
        var ahead = shop.sendOnAThread(new Put("other", "holds the disk"));
        first.reached().await();
        var kept = queued(new Put("cow", "first"));
        var lost = queued(new Put("cow", TOO_LONG));
        holdDiskAgain();
        ahead.get();
        second.reached().await();
        var after = shop.sendOnAThread(new Put("cow", "second"));
        Thread.sleep(100);

        assertThat(lost).as("told while what it rests on is not on disk").isNotDone();
        second.release().countDown();

        kept.get();
        assertThatThrownBy(lost::get).hasCauseInstanceOf(UnwritableFact.class);
        assertThat(after.get()).isEqualTo(List.of("first", "second"));
    }

    @Test
    void a_refusal_that_rests_on_facts_under_way_waits_for_them() throws Exception {
        holdDisk();
        var ahead = shop.sendOnAThread(new Put("other", "holds the disk"));
        first.reached().await();
        queued(new Put("pig", "second"));
        var refusal = queued(new Put("pig", "refuse me"));

        assertThat(refusal).isNotDone();
        first.release().countDown();
        ahead.get();
        assertThatThrownBy(refusal::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("refused with 2 coins");
    }

    @Test
    void an_aggregate_that_fell_out_of_memory_is_read_again_only_when_its_facts_are_on_disk() throws Exception {
        holdDisk();
        var ahead = shop.sendOnAThread(new Put("other", "holds the disk"));
        first.reached().await();
        queued(new Put("pig", "second"));
        shop.forget("pig");
        var next = shop.sendOnAThread(new Put("pig", "third"));
        Thread.sleep(100);

        first.release().countDown();

        ahead.get();
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(List.of("first", "second", "third"));
    }

    @Test
    void under_a_storm_of_losses_every_answer_is_true() throws Exception {
        var answers = IntStream.range(0, 600)
                .mapToObj(number -> shop.sendOnAThread(
                        new Put("pig-" + number % 3, number % 17 == 0 ? TOO_LONG : "coin " + number)))
                .toList();

        var acknowledged = 0;
        for (var answer : answers) {
            try {
                answer.get();
                acknowledged++;
            } catch (ExecutionException failed) {
                assertThat(failed.getCause()).isInstanceOfAny(UnwritableFact.class, ConcurrencyException.class);
            }
        }
        var kept = IntStream.range(0, 3)
                .map(number -> journal.facts("pig-" + number).size())
                .sum();
        assertThat(kept).isEqualTo(acknowledged).isPositive();
        for (var number = 0; number < 3; number++) {
            var before = journal.facts("pig-" + number).size();
            assertThat(shop.send(new Put("pig-" + number, "last")).get()).hasSize(before + 1);
        }
    }

    private CompletableFuture<List<String>> queued(Put order) {
        var before = shop.handled();
        var answer = shop.sendOnAThread(order);
        await().until(() -> shop.handled() > before);
        return answer;
    }

    private AtomicInteger holdDisk() {
        var flushes = new AtomicInteger();
        journal.disk.set(connection -> {
            flushes.incrementAndGet();
            hold(connection, first);
        });
        return flushes;
    }

    /** Lets the flush under way go, and holds those after it. */
    private void holdDiskAgain() {
        journal.disk.set(connection -> hold(connection, second));
        first.release().countDown();
    }

    private void hold(Connection connection, Hold hold) throws SQLException {
        hold.reached().countDown();
        try {
            hold.release().await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        place.disk().flush(connection);
    }

    private record Hold(CountDownLatch reached, CountDownLatch release) {
        Hold() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }
}
