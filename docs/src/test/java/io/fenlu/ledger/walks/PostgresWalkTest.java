package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresWalkTest {
    private static final String LINE = "019aa000-0000-7000-8000-00000000000a";
    private static final String LOAN = "019aa000-0000-7000-8000-00000000000b";

    @TempDir
    private Path directory = Path.of("");

    private final String[] onPostgres = {
        "--spring.profiles.active=postgres", "--spring.datasource.url=" + PostgresServer.emptyDatabase()
    };

    @Test
    void from_the_draw_to_the_statement_and_replayed_to_the_same_on_postgresql() throws IOException {
        try (var ledger = RunningLedger.open(directory.resolve("data"), onPostgres)) {
            draw(ledger);
            var repaid = repayWhenPaidOut(ledger);
            var statement = ledger.getWhenRead(
                    "/loans/" + LOAN + "/statement?from=2026-01-01&to=2026-02-28&min_position=" + repaid);
            assertThat(statement.body()).contains("drawdown").contains("2026-02-05");
            assertThat(ledger.get("/books/trial-balance").body()).contains("\"balanced\":true");
        }
        try (var again = RunningLedger.open(directory.resolve("data"), onPostgres)) {
            assertThat(again.post("/loans/" + LOAN + "/repayments", "first", repayment())
                            .statusCode())
                    .isEqualTo(201);
            assertThat(again.get("/loans/" + LOAN + "/repayments").body().split("repayment_id", -1))
                    .hasSize(2);
        }
        var log = directory.resolve("replay.log");
        var data = directory.resolve("data").toString();
        assertThat(RunningLedger.run(log, "replay", "--data", data, onPostgres[0], onPostgres[1]))
                .as("the key that signs lies in the data directory")
                .isZero();
        assertThat(Files.readString(log)).contains("equal").doesNotContain("DIFFERS");
        assertThat(directory.resolve("data/journal.mv.db")).doesNotExist();
    }

    private static void draw(RunningLedger ledger) throws IOException {
        assertThat(ledger.post(
                                "/credit-lines",
                                LINE,
                                "{\"borrower_id\":\"borrower-1\",\"limit\":{\"amount\":\"50000.00\",\"currency\":\"CNY\"},"
                                    + "\"opened_on\":\"2026-01-05\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(ledger.post(
                                "/loans",
                                LOAN,
                                "{\"credit_line_id\":\"" + LINE
                                        + "\",\"amount\":{\"amount\":\"12000.00\",\"currency\":\"CNY\"},\"product\":\"cash-loan\","
                                        + "\"rate\":{\"value\":\"0.0004\",\"per\":\"day\"},\"instalments\":12,"
                                        + "\"payout\":{\"channel\":\"already-paid\",\"account\":\"account-1\"},"
                                        + "\"requested_on\":\"2026-01-05\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private static long repayWhenPaidOut(RunningLedger ledger) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            var answer = ledger.post("/loans/" + LOAN + "/repayments", "first", repayment());
            if (answer.statusCode() == 201) {
                return answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
            }
            RunningLedger.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("the loan was never paid out");
    }

    private static String repayment() {
        return "{\"amount\":{\"amount\":\"1080.49\",\"currency\":\"CNY\"},\"paid_on\":\"2026-02-05\"}";
    }
}
