package io.fenlu.ledger.bank.simulator;

import io.fenlu.ledger.bank.simulator.SimulatedPayout.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The bank calling the ledger to say what became of a payout; it lets go after a few tries, because the ledger asks anyway. */
final class Callback implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 5;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Supplier<URI> ledger;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(ANSWER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Callback(Supplier<URI> ledger) {
        this.ledger = ledger;
    }

    /** Calls until the ledger takes it; answers whether it did. */
    boolean call(String id, Outcome outcome, String key) {
        for (var tried = 0; tried < TRIES; tried++) {
            if (once(id, outcome, key)) {
                return true;
            }
            if (!pause()) {
                return false;
            }
        }
        return false;
    }

    private boolean once(String id, Outcome outcome, String key) {
        var body = JSON.createObjectNode().put("outcome", outcome.word());
        if (outcome.isPaid()) {
            body.put("bank_reference", outcome.text())
                    .put("paid_on", outcome.on().toString());
        } else {
            body.put("reason", outcome.text()).put("failed_on", outcome.on().toString());
        }
        var request = HttpRequest.newBuilder(ledger.get().resolve("/disbursements/" + id + "/outcomes"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            LOG.debug("Called the ledger about payout {}: {}", id, status);
            return status < 300;
        } catch (IOException unreached) {
            LOG.debug("The ledger did not answer about payout {}: {}", id, unreached.toString());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
