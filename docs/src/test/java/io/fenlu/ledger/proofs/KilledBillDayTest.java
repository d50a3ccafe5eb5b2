package io.fenlu.ledger.proofs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.walks.RunningLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar is killed in the middle of a bill day, between two bills or within one. */
class KilledBillDayTest {
    private static final int IN_USE = 300;
    private static final String MORNING = "2005-11-01";
    private static final String BILL = "account.bill-issued";
    private static final String BILLED_ON = "\"billed_on\":\"" + MORNING + "\"";
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final int WRITINGS = 25;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_bill_day_that_is_killed_and_begun_again_bills_every_account_in_use_once() throws Exception {
        var killed = directory.resolve("killed");
        assertThat(run("import", killed, "card-bills", book().toString())).isZero();
        var undisturbed = copy(killed, directory.resolve("undisturbed"));

        var before = killInTheMiddle(killed);
        assertThat(before).as("bills that were out when it was killed").isBetween(1L, IN_USE - 1L);

        var other = CompletableFuture.supplyAsync(() -> run("bill-day", undisturbed, "--on", MORNING));
        assertThat(run("bill-day", killed, "--on", MORNING)).isZero();
        assertThat(other.get()).isZero();

        var again = JournalFile.read(killed, List.of("none"));
        assertThat(again.chain().isSound()).isTrue();
        assertThat(bills(again))
                .hasSize(IN_USE)
                .allSatisfy((account, bills) -> assertThat(bills).as(account).isEqualTo(1));
        assertThat(told(again)).isEqualTo(told(JournalFile.read(undisturbed, List.of("none"))));
    }

    /** Begins the bill day, one bill after another, and kills it once it writes; how many bills were out by then. */
    private long killInTheMiddle(Path data) throws IOException, InterruptedException, SQLException {
        var process = RunningLedger.start(
                directory.resolve("killed.log"),
                "bill-day",
                "--data",
                data.toString(),
                "--on",
                MORNING,
                "--in-flight",
                "1");
        var journal = data.resolve("journal.mv.db");
        var written = Files.getLastModifiedTime(journal);
        for (var writings = 0; process.isAlive() && writings < WRITINGS; RunningLedger.sleep(LOOK_EVERY)) {
            var now = Files.getLastModifiedTime(journal);
            writings += now.equals(written) ? 0 : 1;
            written = now;
        }
        process.destroyForcibly().waitFor();
        return bills(JournalFile.read(data, List.of("none"))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many bills of the morning each account has. */
    private static Map<String, Long> bills(JournalFile journal) {
        return journal.lines().stream()
                .filter(line -> line.name().equals(BILL) && line.payload().contains(BILLED_ON))
                .collect(groupingBy(StoredEvent::aggregateId, counting()));
    }

    /** What every account was told, without positions and times. */
    private static Map<String, List<String>> told(JournalFile journal) {
        return journal.lines().stream()
                .collect(groupingBy(
                        StoredEvent::aggregateId,
                        mapping(line -> line.name() + " " + line.revision() + " " + line.payload(), toList())));
    }

    private int run(String command, Path data, String... words) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        var log = directory.resolve(data.getFileName() + ".log");
        return RunningLedger.run(log, all.toArray(String[]::new));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** Accounts that owe something from their last month on. */
    private Path book() throws IOException {
        var rows = new StringBuilder("ID,LIMIT_BAL,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,BILL_AMT1,BILL_AMT2,BILL_AMT3,"
                + "BILL_AMT4,BILL_AMT5,BILL_AMT6,PAY_AMT1,PAY_AMT2,PAY_AMT3,PAY_AMT4,PAY_AMT5,PAY_AMT6\n");
        for (var row = 0; row < IN_USE; row++) {
            rows.append(row).append(",50000,0,0,0,0,0,0,").append(100 + row).append(",0,0,0,0,0,0,0,0,0,0,0\n");
        }
        return Files.writeString(directory.resolve("book.csv"), rows);
    }
}
