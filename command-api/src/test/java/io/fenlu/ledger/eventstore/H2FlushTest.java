package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kill leaves of a commit is what is in the file when the flush returns. */
class H2FlushTest {
    /** Longer than a busy machine takes from a commit to the copy of the file. */
    private static final long SLOW = 1_000;

    private static final String JOURNAL = "journal";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void filesThatTakeTheirTime() {
        SlowFiles.register();
    }

    @AfterEach
    void quickAgain() {
        SlowFiles.writeIn(0);
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_the_database_has_begun_to_write_by_itself_is_waited_for(H2Flush flush) throws Exception {
        try (var database = open()) {
            commitAndBeginToWrite(database);
            flush.flush(database);
            assertThat(linesInTheFile()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_nobody_has_begun_to_write_is_written(H2Flush flush) throws Exception {
        try (var database = open()) {
            commit(database);
            flush.flush(database);
            assertThat(linesInTheFile()).isEqualTo(1);
        }
    }

    private Connection open() throws SQLException {
        var database = DriverManager.getConnection(
                "jdbc:h2:" + SlowFiles.SCHEME + ":" + directory.resolve(JOURNAL).toAbsolutePath(), "sa", "");
        try (var statement = database.createStatement()) {
            statement.execute("create table line (position bigint primary key)");
        }
        H2Flush.SYNCED.flush(database);
        SlowFiles.writeIn(SLOW);
        return database;
    }

    private static void commitAndBeginToWrite(Connection database) throws SQLException {
        commit(database);
        var session = (SessionLocal) database.unwrap(JdbcConnection.class).getSession();
        session.getDatabase().getStore().getMvStore().tryCommit();
    }

    private static void commit(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("insert into line values (1)");
        }
    }

    /** As they are found by whoever opens the file after a kill at this moment. */
    private long linesInTheFile() throws IOException, SQLException {
        var copy = directory.resolve(JOURNAL + "-copy.mv.db");
        Files.copy(directory.resolve(JOURNAL + ".mv.db"), copy);
        SlowFiles.writeIn(0);
        var url = "jdbc:h2:file:" + directory.resolve(JOURNAL + "-copy").toAbsolutePath() + ";IFEXISTS=TRUE";
        try (var database = DriverManager.getConnection(url, "sa", "");
                var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from line")) {
            row.next();
            return row.getLong(1);
        }
    }
}
