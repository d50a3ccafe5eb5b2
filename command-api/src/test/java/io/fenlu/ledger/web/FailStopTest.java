package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.JournalDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
class FailStopTest {
    private static final String LINE = "019aa000-0000-7000-8000-00000000000a";
    private static final String IN_DOUBT = "019aa000-0000-7000-8000-00000000000b";
    private static final String LATER = "019aa000-0000-7000-8000-00000000000c";

    @TempDir
    Path directory;

    @Test
    void a_ledger_whose_journal_fails_says_so_goes_on_answering_questions_and_recovers_by_a_restart()
            throws SQLException {
        OpenLedger.Said first;
        try (var ledger = OpenLedger.in(directory)) {
            first = ledger.post("/credit-lines", LINE, Samples.line("500.00"));
            assertThat(first.status()).isEqualTo(201);
            assertThat(ledger.send(ledger.at("/actuator/health/readiness").build())
                            .status())
                    .isEqualTo(200);

            breakJournal(ledger);

            assertUnavailable(ledger.post("/credit-lines", IN_DOUBT, Samples.line("600.00")));
            assertUnavailable(ledger.post("/credit-lines", LATER, Samples.line("700.00")));
            assertThat(ledger.send(ledger.at("/actuator/health/readiness").build())
                            .status())
                    .isEqualTo(503);
            assertThat(ledger.send(ledger.at("/actuator/health/liveness").build())
                            .status())
                    .isEqualTo(200);
            var read = ledger.send(
                    ledger.at("/credit-lines/" + LINE + "?min_position=1").build());
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.at("/limit/amount")).isEqualTo("500.00");
        }
        try (var ledger = OpenLedger.in(directory)) {
            assertThat(ledger.send(ledger.at("/actuator/health/readiness").build())
                            .status())
                    .isEqualTo(200);
            var again = ledger.post("/credit-lines", LINE, Samples.line("500.00"));
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
            assertThat(ledger.post("/credit-lines", IN_DOUBT, Samples.line("600.00"))
                            .status())
                    .isEqualTo(201);
            assertThat(ledger.post("/credit-lines", LATER, Samples.line("700.00"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_ledger_whose_journal_fails_while_nobody_writes_is_not_ready_for_the_first_who_will() throws SQLException {
        try (var ledger = OpenLedger.in(directory)) {
            var readiness = ledger.at("/actuator/health/readiness").build();
            assertThat(ledger.send(readiness).status()).isEqualTo(200);

            breakJournal(ledger);

            assertThat(ledger.send(readiness).status()).isEqualTo(503);
            assertUnavailable(ledger.post("/credit-lines", LINE, Samples.line("500.00")));
        }
    }

    @Test
    void a_line_that_is_not_found_has_a_name_at_the_door_and_a_ledger_that_met_it_is_not_ready() {
        try (var ledger = OpenLedger.in(directory)) {
            var readiness = ledger.at("/actuator/health/readiness").build();
            var position = Long.parseLong(
                    ledger.post("/credit-lines", LINE, Samples.line("500.00")).header("Ledger-Position"));
            assertThat(ledger.send(readiness).status()).isEqualTo(200);

            JdbcClient.create(ledger.bean("journal", DataSource.class))
                    .sql("delete from ledger_event where position = ?")
                    .param(position)
                    .update();

            var said = ledger.send(
                    ledger.at("/events?limit=1&after=" + (position - 1)).build());
            assertThat(said.status()).isEqualTo(500);
            assertThat(said.code()).isEqualTo("JOURNAL_DAMAGED");
            assertThat(said.at("/detail"))
                    .isEqualTo("the journal is damaged at position " + position + ": the line is not found");
            assertThat(ledger.send(readiness).status()).isEqualTo(503);
        }
    }

    @Test
    void a_journal_that_has_become_shorter_is_not_written_to() throws IOException {
        var file = directory.resolve("journal.mv.db");
        byte[] earlier;
        try (var ledger = OpenLedger.in(directory)) {
            assertThat(ledger.post("/credit-lines", LINE, Samples.line("500.00"))
                            .status())
                    .isEqualTo(201);
        }
        earlier = Files.readAllBytes(file);
        try (var ledger = OpenLedger.in(directory)) {
            assertThat(ledger.post("/credit-lines", LATER, Samples.line("700.00"))
                            .status())
                    .isEqualTo(201);
        }
        Files.write(file, earlier);

        Assertions.assertThatThrownBy(() -> OpenLedger.in(directory).close())
                .hasRootCauseInstanceOf(JournalDamaged.class)
                .rootCause()
                .hasMessageContaining(
                        "the journal is damaged at position 3: the checkpoint that was signed there is not among the"
                                + " kept");
    }

    private static void assertUnavailable(OpenLedger.Said said) {
        assertThat(said.status()).isEqualTo(503);
        assertThat(said.code()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(said.header("Retry-After")).isEqualTo("30");
    }

    /** The database of the journal is gone from one moment to the next, as it is after an error of the disk. */
    private static void breakJournal(OpenLedger ledger) throws SQLException {
        var connection = ledger.bean("journal", DataSource.class).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }
}
