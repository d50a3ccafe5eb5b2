package io.fenlu.ledger.bank;

import static io.fenlu.ledger.small.Sample.cny;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fenlu.ledger.bank.PayoutAnswer.Paid;
import io.fenlu.ledger.bank.PayoutAnswer.Pending;
import io.fenlu.ledger.bank.PayoutAnswer.Rejected;
import io.fenlu.ledger.bank.PayoutAnswer.Silence;
import io.fenlu.ledger.bank.PayoutAnswer.Unknown;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what the bank clearly says is believed. */
class HttpPayoutPortTest {
    private static final DisbursementId ID = new DisbursementId(new UUID(1, 1));
    private static final Payout PAYOUT =
            new Payout(ID, new LoanId(new UUID(2, 2)), cny("1000.00"), "acct-1", 0, Instant.EPOCH, Instant.EPOCH);

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private HttpPayoutPort port;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var url = URI.create("http://localhost:" + server.getAddress().getPort() + "/bank/");
        port = new HttpPayoutPort(url, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        port.close();
        server.stop(0);
    }

    @Test
    void a_payout_is_sent_with_its_id_as_the_key() {
        port.send(PAYOUT);
        assertThat(asked.get())
                .isEqualTo("POST /bank/payouts " + ID + " {\"payout_id\":\"" + ID
                        + "\",\"account\":\"acct-1\",\"amount\":{\"amount\":\"1000.00\",\"currency\":\"CNY\"}}");
        port.ask(ID);
        assertThat(asked.get()).startsWith("GET /bank/payouts/" + ID);
    }

    @Test
    void the_banks_words_are_understood() {
        assertThat(answer(200, "{\"status\":\"paid\",\"bank_reference\":\"R\",\"paid_on\":\"2026-01-05\"}"))
                .isEqualTo(new Paid("R", LocalDate.of(2026, 1, 5)));
        assertThat(answer(200, "{\"status\":\"rejected\",\"reason\":\"closed\",\"failed_on\":\"2026-01-05\"}"))
                .isEqualTo(new Rejected("closed", LocalDate.of(2026, 1, 5)));
        assertThat(answer(202, "{\"status\":\"pending\"}")).isEqualTo(new Pending());
        assertThat(answer(404, "{\"status\":\"unknown\"}")).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "500 | {\"status\":\"rejected\",\"reason\":\"x\",\"failed_on\":\"2026-01-05\"}",
                "401 | {\"status\":\"rejected\",\"reason\":\"x\",\"failed_on\":\"2026-01-05\"}",
                "404 | <html>no such page</html>",
                "404 | {\"status\":\"nothing here\"}",
                "200 | <html>log in first</html>",
                "200 | ''",
                "200 | {\"status\":\"paid\"}",
                "200 | {\"status\":\"paid\",\"bank_reference\":\"\",\"paid_on\":\"2026-01-05\"}",
                "200 | {\"status\":\"paid\",\"bank_reference\":\"R\",\"paid_on\":\"yesterday\"}",
                "200 | {\"status\":\"rejected\",\"reason\":7,\"failed_on\":\"2026-01-05\"}",
                "200 | {\"status\":\"paid\"",
                "200 | []",
                "503 | {\"status\":\"overloaded\"}",
            })
    void anything_else_is_no_answer_and_fails_nothing(int code, String said) {
        assertThat(answer(code, said)).isInstanceOf(Silence.class);
    }

    @Test
    void a_bank_that_is_not_there_is_no_answer() {
        server.stop(0);
        assertThat(port.send(PAYOUT)).isInstanceOf(Silence.class);
    }

    private PayoutAnswer answer(int code, String said) {
        status = code;
        body = said;
        return port.ask(ID);
    }
}
