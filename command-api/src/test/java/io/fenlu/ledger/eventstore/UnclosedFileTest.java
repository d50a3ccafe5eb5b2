package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.RecordedFiles.ForceBegun;
import io.fenlu.ledger.eventstore.RecordedFiles.Forced;
import io.fenlu.ledger.eventstore.RecordedFiles.Promised;
import io.fenlu.ledger.eventstore.RecordedFiles.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Random;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever moment everything ends at, what was promised is found again. */
class UnclosedFileTest {
    private static final Pattern HEAD = Pattern.compile("^chunk:.*,version:([0-9a-f]+),");
    private static final int BLOCK = 4_096;
    private static final int COMMITS = 300;
    private static final int KILLS_IN_A_ROW = 40;
    private static final int LINES_OF_A_COMMIT = 8;
    private static final int HISTORIES = Integer.getInteger("histories", 3);
    private static final int HISTORIES_AT_MOST = 20;

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void recordFiles() {
        file = directory.resolve("journal.mv.db");
        RecordedFiles.register();
        RecordedFiles.forget();
    }

    @Test
    void after_a_kill_at_any_moment() throws Exception {
        for (var seed = 0L; seed < HISTORIES; seed++) {
            begin();
            work(new Random(seed), COMMITS);
            for (var wreck : Wreck.all(RecordedFiles.changes())) {
                for (var half = 0; half < 2; half++) {
                    wreck.killed(file, half == 1);
                    requireAllOf(wreck);
                }
            }
        }
    }

    /** Should H2 itself open everything one day, nothing need be looked through any more. */
    @Test
    void after_a_loss_of_power_at_any_moment_though_not_always_by_h2_itself() throws Exception {
        var losses = 0;
        var missedByH2Itself = 0;
        for (var seed = 0L; seed < HISTORIES || missedByH2Itself == 0 && seed < HISTORIES_AT_MOST; seed++) {
            var random = new Random(seed);
            begin();
            work(random, COMMITS);
            for (var wreck : Wreck.all(RecordedFiles.changes())) {
                wreck.withoutPower(file, random);
                losses++;
                missedByH2Itself +=
                        UnclosedFile.opensAt(file) < wreck.promised().version() ? 1 : 0;
                requireAllOf(wreck);
            }
        }
        System.out.printf("H2 itself opens an older state after %d of %,d losses of power%n", missedByH2Itself, losses);
        assertThat(missedByH2Itself).as("times H2 opened an older state").isPositive();
    }

    @Test
    void after_one_kill_upon_another() throws Exception {
        var random = new Random(2);
        begin();
        for (var kill = 0; kill < KILLS_IN_A_ROW; kill++) {
            work(random, 1 + random.nextInt(20));
            var wrecks = Wreck.all(RecordedFiles.changes());
            var wreck = wrecks.get(random.nextInt(wrecks.size()));
            if (random.nextBoolean()) {
                wreck.killed(file, random.nextBoolean());
            } else {
                wreck.withoutPower(file, random);
            }
            UnclosedFile.lookThrough(file);
            RecordedFiles.forget();
            RecordedFiles.note(new Written(0, Files.readAllBytes(file)));
            RecordedFiles.note(new ForceBegun());
            RecordedFiles.note(new Forced());
            RecordedFiles.note(wreck.promised());
            assertThat(linesWithoutAGap())
                    .isGreaterThanOrEqualTo(wreck.promised().lines());
        }
    }

    /** So that neither a chain is torn nor anything written over before what took its place is on disk. */
    @Test
    void room_is_not_used_again_for_a_hundred_changes() throws Exception {
        begin();
        work(new Random(4), COMMITS);
        var lastAt = new HashMap<Long, Long>();
        for (var change : RecordedFiles.changes()) {
            if (change instanceof Written(var at, var bytes)) {
                var head = HEAD.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
                if (head.find()) {
                    var version = Long.parseLong(head.group(1), 16);
                    for (var block = at / BLOCK; block < (at + bytes.length) / BLOCK; block++) {
                        var before = lastAt.put(block, version);
                        assertThat(before == null || before < version - 100)
                                .as("block %d is written in change %d and again in %d", block, before, version)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(lastAt).isNotEmpty();
    }

    @Test
    void a_file_is_only_touched_when_there_is_more_in_it_than_is_opened() throws Exception {
        begin();
        work(new Random(3), 20);
        var whole = Files.readAllBytes(file);

        UnclosedFile.lookThrough(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    /** Room is used again at once, as it is in a ledger after a while. */
    private Connection open() throws SQLException {
        var url = "jdbc:h2:" + RecordedFiles.SCHEME + ":" + directory.resolve("journal")
                + ";REUSE_SPACE=FALSE;WRITE_DELAY=0";
        var database = DriverManager.getConnection(url, "sa", "");
        H2Flush.SYNCED.prepare(database);
        execute(database, "set retention_time 0");
        return database;
    }

    private void begin() throws IOException, SQLException {
        Files.deleteIfExists(file);
        RecordedFiles.forget();
        try (var database = open()) {
            execute(database, "create table line (position bigint primary key, text varchar)");
            promise(database);
        }
    }

    private void work(Random random, int commits) throws SQLException {
        try (var database = open()) {
            var lines = lines(database);
            database.setAutoCommit(false);
            for (var commit = 0; commit < commits; commit++) {
                for (var more = random.nextInt(LINES_OF_A_COMMIT); more >= 0; more--) {
                    insert(database, lines++, random.nextInt(600));
                }
                database.commit();
                if (random.nextInt(10) > 0) {
                    H2Flush.SYNCED.flush(database);
                    promise(database);
                }
            }
        }
    }

    private static void insert(Connection database, long position, int length) throws SQLException {
        try (var insert = database.prepareStatement("insert into line values (?, ?)")) {
            insert.setLong(1, position);
            insert.setString(2, "x".repeat(length));
            insert.execute();
        }
    }

    private static void promise(Connection database) throws SQLException {
        var session = (SessionLocal) database.unwrap(JdbcConnection.class).getSession();
        var version = session.getDatabase().getStore().getMvStore().getCurrentVersion();
        H2Flush.SYNCED.flush(database);
        RecordedFiles.note(new Promised(version, lines(database)));
    }

    private static void execute(Connection database, String command) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(command);
        }
    }

    private static long lines(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*), coalesce(max(position), -1) from line")) {
            row.next();
            assertThat(row.getLong(2)).isEqualTo(row.getLong(1) - 1);
            return row.getLong(1);
        }
    }

    private long linesWithoutAGap() throws SQLException {
        try (var database = open()) {
            return lines(database);
        }
    }

    private void requireAllOf(Wreck wreck) throws IOException {
        UnclosedFile.lookThrough(file);
        assertThat(UnclosedFile.opensAt(file))
                .as("after %s", wreck)
                .isGreaterThanOrEqualTo(wreck.promised().version());
    }
}
