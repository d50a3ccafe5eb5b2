package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whenever the process ends, a transaction is in the file whole or not at all.
 *
 * <p>While one thread writes groups another flushes, and after each flush the file is opened as it would be after a kill. Without the lock one
 * in fourteen such files had a part of a group.
 */
class UndividedTest {
    private static final int LINES = 40;
    private static final int KEPT = 50 * LINES;
    private static final int KILLS = 25;
    private static final String FILE = "nioMemFS:undivided";
    private static final String LEFT = "nioMemFS:left";
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE";

    @AfterEach
    void forget() {
        FileUtils.delete(FILE + ".mv.db");
        FileUtils.delete(LEFT + ".mv.db");
    }

    /** Maps are asked for their states in an order that depends on how many there are. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 5, 6})
    void what_a_kill_leaves_of_a_group_is_all_or_nothing(int others) throws Exception {
        try (var writing = open(FILE);
                var flushing = open(FILE);
                var threads = Executors.newSingleThreadExecutor()) {
            create(writing, others);
            writing.setAutoCommit(false);
            H2Flush.WRITTEN.prepare(flushing);
            var done = new AtomicBoolean();
            var written = threads.submit(() -> {
                for (long line = 0; !done.get(); line += LINES) {
                    var first = line;
                    H2Flush.undivided(writing, () -> write(writing, first));
                }
                return done;
            });
            try {
                Awaitility.await().until(() -> lines(flushing) > 0);
                for (int kill = 0; kill < KILLS; kill++) {
                    H2Flush.WRITTEN.flush(flushing);
                    requireWholeGroups(bytes());
                }
            } finally {
                done.set(true);
                written.get();
            }
        }
    }

    private static Connection open(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + name + SETTINGS, "sa", "");
    }

    private static void create(Connection database, int others) throws SQLException {
        try (var statement = database.createStatement()) {
            for (int other = 0; other < others; other++) {
                statement.execute("create table before_" + other + " (id bigint primary key)");
            }
            statement.execute("create table line (position bigint primary key, payload varchar(300))");
            statement.execute("create table number (id varchar(40) primary key, line bigint)");
            for (int other = 0; other < others * 3 / 2; other++) {
                statement.execute("create table after_" + other + " (id bigint primary key)");
            }
        }
    }

    private static long write(Connection database, long after) throws SQLException {
        try (var line = database.prepareStatement("insert into line values (?, ?)");
                var number = database.prepareStatement("insert into number values (?, ?)");
                var statement = database.createStatement()) {
            for (long position = after + 1; position <= after + LINES; position++) {
                line.setLong(1, position);
                line.setString(2, "x".repeat(250));
                line.addBatch();
            }
            line.executeBatch();
            number.setString(1, "pig-" + after);
            number.setLong(2, after);
            number.executeUpdate();
            statement.execute("delete from line where position <= " + (after + LINES - KEPT));
            statement.execute("delete from number where line <= " + (after - KEPT));
            database.commit();
        }
        return after;
    }

    private static long lines(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from line")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static byte[] bytes() throws IOException {
        try (var file = FileUtils.newInputStream(FILE + ".mv.db")) {
            return file.readAllBytes();
        }
    }

    private static void requireWholeGroups(byte[] file) throws IOException, SQLException {
        try (var copy = FileUtils.newOutputStream(LEFT + ".mv.db", false)) {
            copy.write(file);
        }
        try (var left = open(LEFT);
                var statement = left.createStatement();
                var row = statement.executeQuery(
                        "select count(*), max(position) - min(position) + 1, (select count(*) from number) from"
                                + " line")) {
            row.next();
            assertThat(row.getLong(1))
                    .as("lines")
                    .isPositive()
                    .isEqualTo(row.getLong(2))
                    .isEqualTo(LINES * row.getLong(3));
        }
    }
}
