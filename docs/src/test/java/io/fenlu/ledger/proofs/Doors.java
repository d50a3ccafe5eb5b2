package io.fenlu.ledger.proofs;

import io.fenlu.ledger.walks.RunningLedger;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Loans without instalments, opened and repaid over HTTP. */
final class Doors {
    static final String REPAYMENT =
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"paid_on\":\"2026-01-06\"}";
    private static final int TRIES = 300;

    private Doors() {}

    static String loan(int number) {
        return new UUID(0x019aa000_0000_7000L, 0x8000_0000_0001_0000L + number).toString();
    }

    private static String line(int number) {
        return new UUID(0x019aa000_0000_7000L, 0x8000_0000_0002_0000L + number).toString();
    }

    private static String first(int number) {
        return new UUID(0x019aa000_0000_7000L, 0x8000_0000_0003_0000L + number).toString();
    }

    /** Opens so many loans, waits until each is paid out, and repays a yuan of each. */
    static void openLoans(RunningLedger ledger, int loans) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> opened = new ArrayList<>();
            for (var number = 0; number < loans; number++) {
                var loan = number;
                opened.add(hands.submit(() -> {
                    open(ledger, loan);
                    return null;
                }));
            }
            for (var each : opened) {
                each.get();
            }
        }
    }

    private static void open(RunningLedger ledger, int number) throws IOException {
        require(
                201,
                ledger.post(
                        "/credit-lines",
                        line(number),
                        "{\"borrower_id\":\"borrower-" + number
                                + "\",\"limit\":{\"amount\":\"100000.00\",\"currency\":\"CNY\"},\"opened_on\":\"2026-01-05\"}"));
        require(
                202,
                ledger.post(
                        "/loans",
                        loan(number),
                        "{\"credit_line_id\":\"" + line(number)
                                + "\",\"amount\":{\"amount\":\"90000.00\",\"currency\":\"CNY\"},"
                                + "\"product\":\"cash-loan-open-ended\",\"rate\":{\"value\":\"0.0001\",\"per\":\"day\"},"
                                + "\"payout\":{\"channel\":\"already-paid\",\"account\":\"account-1\"},"
                                + "\"requested_on\":\"2026-01-05\"}"));
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (repay(ledger, number, first(number)) != null) {
                return;
            }
            RunningLedger.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("the loan " + loan(number) + " was never paid out");
    }

    /** Whether a key is that of a repayment with which a loan was opened. */
    static boolean isFirst(String key) {
        return key.startsWith("019aa000-0000-7000-8000-00000003");
    }

    static @Nullable Kept repay(RunningLedger ledger, int loan, String key) throws IOException {
        var answer = ledger.post("/loans/" + loan(loan) + "/repayments", key, REPAYMENT);
        if (answer.statusCode() != 201) {
            return null;
        }
        var position = answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
        return new Kept(key, position, JournalAudit.fingerprint(answer.body()));
    }

    private static void require(int status, java.net.http.HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }
}
