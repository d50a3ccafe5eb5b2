package io.fenlu.ledger.small;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.kernel.DisbursementId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /disbursements/{id}/outcomes}, as the ledger's real door understands it. */
final class Door implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final BiPredicate<DisbursementCommand, String> obey;

    Door(BiPredicate<DisbursementCommand, String> obey) {
        this.obey = obey;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/disbursements/", this::serve);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    int calls() {
        return calls.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var id = DisbursementId.of(exchange.getRequestURI().getPath().split("/")[2]);
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            DisbursementCommand order = body.path("outcome").asString().equals("paid")
                    ? new ConfirmDisbursement(
                            id,
                            body.path("bank_reference").asString(),
                            LocalDate.parse(body.path("paid_on").asString()))
                    : new FailDisbursement(
                            id,
                            body.path("reason").asString(),
                            LocalDate.parse(body.path("failed_on").asString()));
            var done = obey.test(order, exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(done ? 201 : 409, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
