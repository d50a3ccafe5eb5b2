package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.notary.Audit;
import io.fenlu.ledger.notary.ExportLine;
import io.fenlu.ledger.notary.KeptCheckpoint;
import io.fenlu.ledger.notary.KeyFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whoever writes into the database past the ledger is found out: by the ledger's own audit, and by a verifier that knows nothing of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedJournal {
    private static final int LINES = 300;
    private static final int TIMES = 50;
    private static final long SEED = 20_260_105;

    private HikariDataSource database = new HikariDataSource();
    private ForeignVerifier verifier;
    private List<KeptCheckpoint> filed = List.of();
    private String checkpoint = "";
    private String key = "";

    /** What the ledger is started with besides its directory. */
    abstract List<String> settings();

    abstract HikariDataSource journal(Path data);

    @BeforeAll
    void aJournalOfTheShippedProgram(@TempDir Path directory) throws Exception {
        verifier = ForeignVerifier.compiledInto(directory.resolve("classes"));
        var data = directory.resolve("data");
        try (var ledger = RunningLedger.open(data, settings().toArray(String[]::new))) {
            key = ledger.get("/integrity/key").body().strip();
            for (var line = 0; line < LINES; line++) {
                ledger.post("/credit-lines", "line-" + line, """
                    {"borrower_id":"borrower-1","limit":{"amount":"500.00","currency":"CNY"},"opened_on":"2026-01-05"}\
                    """);
            }
        }
        filed = new KeyFiles(data.resolve("signing-key")).checkpoints().all();
        checkpoint = filed.getLast().note();
        assertThat(filed.getLast().size()).isEqualTo(LINES + 1);
        database = journal(data);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_journal_that_nobody_touched_is_accepted_by_both() throws SQLException {
        assertThat(objections(null, 0)).containsExactly("none", "none");
    }

    @ParameterizedTest
    @EnumSource(Tampering.class)
    void every_kind_of_tampering_is_found_at_every_place_by_both(Tampering kind) throws SQLException {
        for (var time = 0; time < TIMES; time++) {
            assertThat(objections(kind, SEED + time))
                    .as("%s, seed %d", kind, SEED + time)
                    .doesNotContain("none");
        }
    }

    /** What the audit and the foreign verifier say after somebody has been at the rows; the rows are then put back. */
    private List<String> objections(@Nullable Tampering kind, long seed) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var rows = new Tampering.Rows(new SingleConnectionDataSource(connection, true));
                if (kind != null) {
                    kind.on(rows, new Random(seed));
                }
                return List.of(audit(rows), foreign(rows));
            } finally {
                connection.rollback();
            }
        }
    }

    private String audit(Tampering.Rows rows) {
        try {
            new Audit(rows.database(), _ -> {}).run(filed, Optional.empty());
            return "none";
        } catch (JournalDamaged damaged) {
            return String.valueOf(damaged.getMessage());
        }
    }

    private String foreign(Tampering.Rows rows) {
        var export = rows.all().stream().map(line -> ExportLine.of(line) + "\n").collect(Collectors.joining());
        return verifier.objection(export, checkpoint, key).orElse("none");
    }

    @Test
    void the_audit_names_the_first_line_that_was_edited() throws SQLException {
        for (var position : IntStream.of(1, 2, 150, 256, 257, LINES, LINES + 1).toArray()) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                var rows = new Tampering.Rows(new SingleConnectionDataSource(connection, true));
                rows.edit(position, "payload = payload || ' '");
                assertThat(audit(rows))
                        .isEqualTo("the journal is damaged at position " + position
                                + ": the line does not match its hash");
                assertThat(foreign(rows)).isEqualTo("position " + position + ": its content does not give its hash");
                connection.rollback();
            }
        }
    }
}
