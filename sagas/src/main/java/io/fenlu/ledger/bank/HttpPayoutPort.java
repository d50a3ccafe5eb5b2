package io.fenlu.ledger.bank;

import io.fenlu.ledger.bank.PayoutAnswer.Paid;
import io.fenlu.ledger.bank.PayoutAnswer.Pending;
import io.fenlu.ledger.bank.PayoutAnswer.Rejected;
import io.fenlu.ledger.bank.PayoutAnswer.Silence;
import io.fenlu.ledger.bank.PayoutAnswer.Unknown;
import io.fenlu.ledger.kernel.DisbursementId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank over HTTP: {@code POST /payouts} with the disbursement's id as idempotency key, {@code GET /payouts/{id}} to ask later.
 *
 * <p>A final answer is 200 with {@code status} paid or rejected, and nothing else is: a wrong password, an overloaded server or a page
 * of some proxy never makes a payout fail. Likewise only a 404 whose body says {@code unknown} is taken for the bank's word.
 */
public final class HttpPayoutPort implements PayoutPort, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI bank;
    private final Duration answerWithin;
    private final HttpClient http;

    public HttpPayoutPort(URI bank, Duration connectWithin, Duration answerWithin) {
        this.bank = bank;
        this.answerWithin = answerWithin;
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectWithin)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public PayoutAnswer send(Payout payout) {
        var body = JSON.createObjectNode()
                .put("payout_id", payout.disbursementId().toString())
                .put("account", payout.account());
        body.putObject("amount")
                .put("amount", payout.amount().amount())
                .put("currency", payout.amount().currency().name());
        return exchange(request("/payouts")
                .header("Idempotency-Key", payout.disbursementId().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    @Override
    public PayoutAnswer ask(DisbursementId disbursement) {
        return exchange(request("/payouts/" + disbursement).GET().build());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        var base = bank.toString();
        var root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(answerWithin)
                .header("Accept", "application/json");
    }

    private PayoutAnswer exchange(HttpRequest request) {
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException unreached) {
            return new Silence("the bank was not reached: " + unreached);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Silence("interrupted while waiting for the bank");
        }
    }

    private static PayoutAnswer read(HttpResponse<String> response) {
        try {
            var body = JSON.readTree(response.body());
            var status = text(body, "status");
            return switch (response.statusCode() + " " + status) {
                case "200 paid", "201 paid" -> new Paid(text(body, "bank_reference"), date(body, "paid_on"));
                case "200 rejected", "201 rejected" -> new Rejected(text(body, "reason"), date(body, "failed_on"));
                case "200 pending", "201 pending", "202 pending" -> new Pending();
                case "404 unknown" -> new Unknown();
                default -> new Silence("not understood: " + response.statusCode() + " " + status);
            };
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException unreadable) {
            return new Silence("not understood: " + response.statusCode() + ", " + unreadable.getMessage());
        }
    }

    private static String text(JsonNode body, String name) {
        var node = body.path(name);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node.stringValue();
    }

    private static LocalDate date(JsonNode body, String name) {
        return LocalDate.parse(text(body, name));
    }
}
