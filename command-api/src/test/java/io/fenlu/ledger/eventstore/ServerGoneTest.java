package io.fenlu.ledger.eventstore;

import static io.fenlu.ledger.eventstore.SampleJournal.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.boot.ServerDatabase;
import io.fenlu.ledger.postgres.PostgresServer;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database server may die at any moment; what was acknowledged outlives it, and the ledger goes on when it is back. */
@Timeout(120)
class ServerGoneTest {
    private static final PostgresServer SERVER = PostgresServer.own();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void when_the_server_is_killed_nothing_acknowledged_is_lost_and_the_journal_opens_again_by_itself()
            throws Exception {
        var url = SERVER.createDatabase();
        try (var journal = SampleJournal.in(SamplePlace.at(url))) {
            journal.engine.appendEvents(event("pig", 0));
            var acknowledged = writeUntilTheServerIsKilled(journal);

            assertThat(journal.appender.closed()).isNotNull();
            assertThatThrownBy(() -> journal.engine.appendEvents(event("cow", 0)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            failure -> assertThat(failure.why()).isEqualTo(LedgerUnavailable.Why.STOPPED));
            SERVER.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> journal.appender.closed() == null);

            for (var writer = 0; writer < acknowledged.size(); writer++) {
                var facts = journal.facts("writer-" + writer);
                assertThat(facts).hasSizeBetween(acknowledged.get(writer), acknowledged.get(writer) + 1);
                journal.engine.appendEvents(event("writer-" + writer, facts.size()));
            }
            assertThat(journal.readAfter(null)).hasSize((int) journal.appender.durablePosition());
        }
        SampleJournal.in(SamplePlace.at(url)).close();
    }

    private static List<Integer> writeUntilTheServerIsKilled(SampleJournal journal) throws Exception {
        var acknowledged = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<Integer>>();
            for (var writer = 0; writer < 8; writer++) {
                var aggregate = "writer-" + writer;
                writers.add(threads.submit(() -> writeUntilRefused(journal, aggregate)));
            }
            await().until(() -> journal.appender.durablePosition() > 200);
            SERVER.pullTheCord();
            for (var writer : writers) {
                acknowledged.add(writer.get());
            }
        }
        assertThat(IntStream.range(0, 8).map(acknowledged::get).sum()).isGreaterThan(100);
        return acknowledged;
    }

    /** How many were acknowledged before one was not. */
    private static int writeUntilRefused(SampleJournal journal, String aggregate) {
        for (var sequence = 0; ; sequence++) {
            try {
                journal.engine.appendEvents(event(aggregate, sequence));
            } catch (LedgerUnavailable killed) {
                assertThat(killed.why()).isIn(LedgerUnavailable.Why.IN_DOUBT, LedgerUnavailable.Why.STOPPED);
                return sequence;
            }
        }
    }

    @Test
    void a_journal_that_comes_back_without_what_was_acknowledged_is_not_written_to() throws Exception {
        var url = SERVER.createDatabase();
        try (var journal = SampleJournal.in(SamplePlace.at(url))) {
            journal.engine.appendEvents(event("pig", 0));
            journal.engine.appendEvents(event("pig", 1));
            journal.jdbc.sql("delete from ledger_event where position = 2").update();

            assertThatThrownBy(() -> journal.engine.appendEvents(event("pig", 2)))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasRootCauseInstanceOf(JournalDamaged.class);
            Thread.sleep(1_500);
            assertThatThrownBy(() -> journal.engine.appendEvents(event("cow", 0)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            failure -> assertThat(failure.why()).isEqualTo(LedgerUnavailable.Why.STOPPED));
        }
    }

    @Test
    void a_server_that_does_not_flush_is_refused_unless_no_more_was_promised() throws Exception {
        var url = SERVER.createDatabase();
        var place = new ServerDatabase(url, "", "", 2);
        setting("fsync = off");
        try {
            assertThatThrownBy(() -> place.open(Durability.DISK))
                    .isInstanceOf(BadSetup.class)
                    .hasMessageContaining("fsync=off");
            place.open(Durability.PROCESS).close();
        } finally {
            setting("fsync = on");
        }
    }

    private static void setting(String setting) throws Exception {
        var name = setting.substring(0, setting.indexOf(' '));
        var value = setting.substring(setting.indexOf('=') + 2);
        try (var connection = DriverManager.getConnection(SERVER.createDatabase());
                var statement = connection.createStatement()) {
            statement.execute("alter system set " + setting);
            statement.execute("select pg_reload_conf()");
            await().until(() -> {
                try (var now = statement.executeQuery("show " + name)) {
                    return now.next() && now.getString(1).equals(value);
                }
            });
        }
    }
}
