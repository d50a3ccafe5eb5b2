package io.fenlu.ledger.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.boot.LedgerApplication;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineState;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementState;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.gate.KeptFact;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.view.replay.AggregateDigests;
import io.fenlu.ledger.view.replay.Rebuild;
import io.fenlu.ledger.view.replay.ViewComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first release of this format wrote down, every later one reads, and reads the same out of it. */
class FirstReleaseTest {
    private static final Path DIGESTS = FirstRelease.folder().resolve("digests.txt");
    /** Only once, when the format was new. */
    private static final boolean MADE_NOW = "write".equals(System.getProperty("first-release"));

    private static final List<String> TABLES = List.of(
            "history",
            "loan_account",
            "credit_line_movement",
            "repayment",
            "repayment_line",
            "statement_line",
            "journal_entry",
            "journal_day");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_journal_of_the_first_release_is_read_and_gives_the_same_lives_and_the_same_views() throws Exception {
        var lines = FirstRelease.load(directory);
        try (var ledger = new SpringApplicationBuilder(LedgerApplication.class)
                .web(WebApplicationType.NONE)
                .run("--ledger.data=" + directory, "--ledger.processes.enabled=false")) {
            var rebuild = ledger.getBean(Rebuild.class);
            assertThat(rebuild.awaitLive(Duration.ofMinutes(1))).isTrue();

            var found = new ArrayList<String>();
            found.add(journal(ledger.getBean(LedgerReader.class), lines));
            ledger.getBean(AggregateDigests.class)
                    .digest((id, kind, facts, digest) ->
                            found.add("aggregate %s %s %d %s".formatted(id, kind, facts, digest)));
            found.addAll(views(ledger, lines));
            assertThat(found)
                    .as("today's ledger may have added lines of its own")
                    .containsAll(expected(found));

            live(ledger.getBean(History.class));
            assertThat(rebuild.run(false, (_, _) -> {}).views()).allMatch(ViewComparison::equal);
        }
    }

    private static List<String> expected(List<String> found) throws IOException {
        if (MADE_NOW) {
            Files.write(DIGESTS, found);
        }
        return Files.readAllLines(DIGESTS);
    }

    private static String journal(LedgerReader reader, int lines) {
        assertThat(JournalAudit.audit(reader, _ -> {}).isSound()).isTrue();
        var last = reader.hashedAfter(lines - 1, 1).getFirst();
        return "journal " + lines + " " + java.util.HexFormat.of().formatHex(last.hash());
    }

    /** The columns of today's tables that were there in the first release; a view may have more by now. */
    private static List<String> views(ConfigurableApplicationContext ledger, int lines) throws IOException {
        var sql = ledger.getBean(JdbcClient.class);
        var digests = new ArrayList<String>();
        for (var table : TABLES) {
            var columns = columns(sql, table);
            var rows = sql.sql("select " + columns + " from views." + table + upTo(columns, lines))
                    .query((row, _) -> {
                        var text = new StringBuilder();
                        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            text.append(row.getString(column)).append('\t');
                        }
                        return text.toString();
                    })
                    .list();
            var content = rows.stream().sorted().collect(Collectors.joining("\n"));
            digests.add("view " + table + " " + columns + " " + rows.size() + " " + JournalAudit.fingerprint(content));
        }
        return digests;
    }

    private static String upTo(String columns, int lines) {
        return List.of(columns.split(",")).stream()
                .filter(column -> column.equals("position") || column.equals("requested_position"))
                .findFirst()
                .map(column -> " where " + column + " <= " + lines)
                .orElse("");
    }

    private static String columns(JdbcClient sql, String table) throws IOException {
        if (!MADE_NOW) {
            try (var lines = Files.lines(DIGESTS)) {
                return lines.filter(line -> line.startsWith("view " + table + " "))
                        .map(line -> line.split(" ")[2])
                        .findFirst()
                        .orElseThrow();
            }
        }
        return sql
                .sql("select lower(column_name) from information_schema.columns"
                        + " where lower(table_schema) = 'views' and lower(table_name) = ? order by ordinal_position")
                .param(table)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(","));
    }

    /** Every loan, line and payout lives its life again, without a fact that does not fit. */
    private static void live(History history) {
        var loans = new HashMap<UUID, LoanState>();
        var lines = new HashMap<UUID, CreditLineState>();
        var payouts = new HashMap<UUID, DisbursementState>();
        history.visit((KeptFact kept) -> {
            var fact = kept.fact();
            switch (fact) {
                case LoanEvent event -> {
                    var decider = new LoanDecider();
                    loans.compute(
                            fact.subject(),
                            (_, state) -> decider.evolve(state == null ? decider.initial() : state, event));
                }
                case CreditLineEvent event -> {
                    var decider = new CreditLineDecider();
                    lines.compute(
                            fact.subject(),
                            (_, state) -> decider.evolve(state == null ? decider.initial() : state, event));
                }
                case DisbursementEvent event -> {
                    var decider = new DisbursementDecider();
                    payouts.compute(
                            fact.subject(),
                            (_, state) -> decider.evolve(state == null ? decider.initial() : state, event));
                }
                default -> {
                    // what later releases note on their own account
                }
            }
        });
        assertThat(loans).isNotEmpty();
        assertThat(lines).isNotEmpty();
        assertThat(payouts).isNotEmpty();
    }
}
