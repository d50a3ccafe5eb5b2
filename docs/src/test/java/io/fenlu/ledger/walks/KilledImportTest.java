package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    private static final int ROWS = 150;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void an_import_that_is_killed_and_started_again_ends_like_one_that_was_not() throws Exception {
        var book = book();
        bringIn(book, "undisturbed");

        for (int kill = 1; kill <= 3; kill++) {
            var log = directory.resolve("killed-" + kill + ".log");
            var process = RunningLedger.start(
                    log,
                    "import",
                    "cash-loans",
                    book.toString(),
                    "--data",
                    directory.resolve("disturbed").toString());
            RunningLedger.sleep(Duration.ofMillis(4_000 + 2_500L * kill));
            process.destroyForcibly().waitFor();
        }
        bringIn(book, "disturbed");

        assertThat(digest("disturbed")).isEqualTo(digest("undisturbed"));
        var replay = RunningLedger.run(
                directory.resolve("replay.log"),
                "replay",
                "--data",
                directory.resolve("disturbed").toString());
        assertThat(replay).isZero();
    }

    private void bringIn(Path book, String data) throws IOException {
        var log = directory.resolve(data + ".log");
        var exit = RunningLedger.run(
                log,
                "import",
                "cash-loans",
                book.toString(),
                "--data",
                directory.resolve(data).toString());
        assertThat(exit).as(Files.readString(log)).isZero();
    }

    private String digest(String data) throws IOException {
        var log = directory.resolve(data + ".digest");
        assertThat(RunningLedger.run(
                        log, "digest", "--data", directory.resolve(data).toString()))
                .isZero();
        return Files.readString(log);
    }

    /** Loans of every size and rate, none of which has been repaid, and a row that says nothing. */
    private Path book() throws IOException {
        var random = new Random(20_260_105);
        var rows = new StringBuilder(
                "loan_amount,term,interest_rate,installment,issue_month,loan_status,paid_principal\n");
        for (int row = 0; row < ROWS; row++) {
            var rate = BigDecimal.valueOf(500 + random.nextInt(2_500), 2);
            rows.append(1_000 + 25 * random.nextInt(1_500)).append(',');
            rows.append(random.nextBoolean() ? 36 : 60).append(',').append(rate).append(",1.00,18-Feb,Current,0\n");
        }
        rows.append("nothing,36,10,1.00,18-Feb,Current,0\n");
        return Files.writeString(directory.resolve("book.csv"), rows);
    }
}
