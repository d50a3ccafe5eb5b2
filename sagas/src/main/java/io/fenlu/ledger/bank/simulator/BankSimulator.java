package io.fenlu.ledger.bank.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bank of its own, on its own port, that keeps its word however badly it behaves: no payout is paid twice, and what was decided
 * stands.
 *
 * <p>{@code POST /payouts} and {@code GET /payouts/{id}} are the bank; {@code GET /control/payouts}, {@code POST /control/tempers}
 * ({@code account}, {@code temper}) and {@code POST /control/payouts/{id}/outcome} ({@code outcome}: paid or rejected) are for whoever
 * directs the play.
 */
public final class BankSimulator implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OVERLOADED = 2;

    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final SimulatedBook book;
    private final Telephone telephone;

    /** Where it listens and whom it calls back; port 0 takes any free one. */
    public record Setting(int port, Supplier<URI> ledger, Duration lateness, Supplier<LocalDate> today) {}

    public BankSimulator(Setting setting) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), setting.port()), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("the bank simulator cannot listen on port " + setting.port(), failed);
        }
        book = new SimulatedBook(setting.today());
        telephone = new Telephone(book, new Callback(setting.ledger()), hands, setting.lateness());
        server.setExecutor(hands);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where the bank is reached. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Everything it was ever asked to pay. */
    public Collection<SimulatedPayout> payouts() {
        return book.all();
    }

    /** Treats an account as it is told from now on. */
    public void treat(String account, Temper temper) {
        book.treat(account, temper);
    }

    /** Decides a pending payout now, and calls back. */
    public void decide(String id, boolean paid) {
        var decided = paid ? book.pay(id) : book.reject(id);
        telephone.callSoon(decided);
    }

    @Override
    public void close() {
        server.stop(0);
        telephone.close();
        hands.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            try {
                var answer = answer(exchange.getRequestMethod() + " " + path, path, body);
                if (answer.isPresent()) {
                    write(exchange, answer.get());
                }
            } catch (IllegalArgumentException | JacksonException wrong) {
                write(exchange, new Reply(400, status("refused").put("detail", String.valueOf(wrong.getMessage()))));
            }
        }
    }

    private record Reply(int code, JsonNode body) {}

    /** Nothing when the connection is to break without an answer. */
    private Optional<Reply> answer(String request, String path, String body) {
        var parts = path.split("/");
        if (request.equals("POST /payouts")) {
            return take(JSON.readTree(body));
        }
        if (request.startsWith("GET /payouts/") && parts.length == 3) {
            return Optional.of(book.find(parts[2])
                    .filter(SimulatedPayout::isKnown)
                    .map(BankSimulator::tell)
                    .orElse(new Reply(404, status("unknown"))));
        }
        if (request.equals("GET /control/payouts")) {
            return Optional.of(new Reply(200, JSON.valueToTree(book.all())));
        }
        if (request.equals("POST /control/tempers")) {
            var wish = JSON.readTree(body);
            treat(
                    wish.path("account").asString(),
                    Temper.valueOf(wish.path("temper").asString().toUpperCase(Locale.ROOT)));
            return Optional.of(new Reply(200, status("noted")));
        }
        if (request.startsWith("POST /control/payouts/") && request.endsWith("/outcome") && parts.length == 5) {
            decide(parts[3], JSON.readTree(body).path("outcome").asString().equals(SimulatedPayout.PAID));
            return Optional.of(new Reply(200, status("decided")));
        }
        return Optional.of(new Reply(404, status("nothing here")));
    }

    private Optional<Reply> take(JsonNode order) {
        var payout = book.take(
                order.path("payout_id").asString(),
                order.path("account").asString(),
                order.path("amount").path("amount").asString()
                        + order.path("amount").path("currency").asString());
        var id = payout.id();
        return switch (payout.temper()) {
            case PROMPT -> Optional.of(tell(book.pay(id)));
            case REJECT -> Optional.of(tell(book.reject(id)));
            case NEVER -> Optional.of(tell(payout));
            case LATE -> {
                telephone.payLater(payout);
                yield Optional.of(tell(payout));
            }
            case TWICE -> {
                telephone.callTwice(book.pay(id));
                yield Optional.of(tell(book.pay(id)));
            }
            case UNORDERED -> Optional.of(tell(telephone.outOfOrder(payout)));
            case DROP -> {
                book.pay(id);
                yield Optional.empty();
            }
            case BUSY ->
                payout.asked() <= OVERLOADED
                        ? Optional.of(new Reply(503, status("overloaded")))
                        : Optional.of(tell(book.pay(id)));
            case FORGET -> payout.asked() == 1 ? Optional.empty() : Optional.of(tell(book.pay(id)));
        };
    }

    private static Reply tell(SimulatedPayout payout) {
        var outcome = payout.outcome();
        if (outcome == null) {
            return new Reply(202, status("pending"));
        }
        var body = status(outcome.word());
        return new Reply(
                200,
                outcome.isPaid()
                        ? body.put("bank_reference", outcome.text())
                                .put("paid_on", outcome.on().toString())
                        : body.put("reason", outcome.text())
                                .put("failed_on", outcome.on().toString()));
    }

    private static ObjectNode status(String word) {
        return JSON.createObjectNode().put("status", word);
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.code(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
