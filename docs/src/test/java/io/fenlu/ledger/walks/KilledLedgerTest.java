package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLedgerTest {
    private static final String REPAYMENT =
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"paid_on\":\"2026-01-06\"}";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void nothing_acknowledged_is_lost_or_done_twice_when_the_cord_is_pulled() throws IOException {
        var data = directory.resolve("data");
        var acknowledged = new ConcurrentHashMap<String, HttpResponse<String>>();
        String loan;
        var ledger = RunningLedger.open(data);
        try {
            loan = openLoan(ledger);
            repayUntilTheCordIsPulled(ledger, loan, acknowledged);
        } finally {
            ledger.pullTheCord();
        }
        assertThat(acknowledged)
                .as("repayments acknowledged before the cord was pulled")
                .hasSizeGreaterThan(20);

        assertThat(RunningLedger.run(directory.resolve("verify.log"), "verify", "--data", data.toString()))
                .as("the journal as it lies there after the cord was pulled")
                .isZero();
        try (var again = RunningLedger.open(data)) {
            for (var key : acknowledged.keySet()) {
                var first = acknowledged.get(key);
                var repeated = again.post("/loans/" + loan + "/repayments", key, REPAYMENT);
                assertThat(repeated.statusCode()).isEqualTo(201);
                assertThat(repeated.body()).isEqualTo(first == null ? "" : first.body());
                assertThat(repeated.headers().firstValue("Ledger-Position"))
                        .isEqualTo(first == null ? null : first.headers().firstValue("Ledger-Position"));
            }
            var other = again.post(
                    "/loans/" + loan + "/repayments",
                    acknowledged.keySet().iterator().next(),
                    REPAYMENT.replace("1.00", "2.00"));
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
        }
    }

    private static String openLoan(RunningLedger ledger) throws IOException {
        var line = "019aa000-0000-7000-8000-00000000000a";
        var loan = "019aa000-0000-7000-8000-00000000000b";
        assertThat(ledger.post(
                                "/credit-lines",
                                line,
                                "{\"borrower_id\":\"borrower-1\",\"limit\":{\"amount\":\"100000.00\",\"currency\":\"CNY\"},"
                                    + "\"opened_on\":\"2026-01-05\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(ledger.post(
                                "/loans",
                                loan,
                                "{\"credit_line_id\":\"" + line
                                        + "\",\"amount\":{\"amount\":\"90000.00\",\"currency\":\"CNY\"},\"product\":\"cash-loan-open-ended\","
                                        + "\"rate\":{\"value\":\"0.0001\",\"per\":\"day\"},"
                                        + "\"payout\":{\"channel\":\"already-paid\",\"account\":\"account-1\"},\"requested_on\":\"2026-01-05\"}")
                        .statusCode())
                .isEqualTo(202);
        for (int attempt = 0; attempt < 100; attempt++) {
            if (ledger.post("/loans/" + loan + "/repayments", "first", REPAYMENT)
                            .statusCode()
                    == 201) {
                return loan;
            }
            RunningLedger.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("the loan was never paid out");
    }

    private static void repayUntilTheCordIsPulled(
            RunningLedger ledger, String loan, ConcurrentHashMap<String, HttpResponse<String>> acknowledged) {
        var keys = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            clients.add(Thread.ofVirtual().start(() -> {
                while (true) {
                    var key = "repayment-" + keys.incrementAndGet();
                    try {
                        var answer = ledger.post("/loans/" + loan + "/repayments", key, REPAYMENT);
                        if (answer.statusCode() == 201) {
                            acknowledged.put(key, answer);
                        }
                    } catch (IOException pulled) {
                        return;
                    }
                }
            }));
        }
        for (int wait = 0; wait < 300 && acknowledged.size() < 60; wait++) {
            RunningLedger.sleep(Duration.ofMillis(100));
        }
        ledger.pullTheCord();
        for (var client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
