package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.LedgerReader;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody sends by mistake: each is answered by name, and none is taken for a fault of ours. */
class HostileClientTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", ledger.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(String said, int status, String code) {
        assertThat(said)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + '"')
                .doesNotContain("incident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"as_of=%", "as_of=%ff", "as_of=%zz", "limit=%c0%ae", "%=1"})
    void a_query_that_is_not_percent_encoded_utf_8_is_malformed(String query) throws IOException {
        assertProblem(
                raw("GET /books/trial-balance?" + query + " HTTP/1.1\nHost: localhost\nConnection: close\n\n"),
                400,
                "REQUEST_MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"})
    void a_form_is_no_order(String type) {
        var said = ledger.send(ledger.at("/credit-lines")
                .header("Content-Type", type)
                .header("Idempotency-Key", Samples.key())
                .POST(BodyPublishers.ofString("limit=5"))
                .build());

        assertThat(said.status()).isEqualTo(415);
        assertThat(said.code()).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void the_health_of_nothing_is_a_path_that_is_not_there() throws IOException {
        assertProblem(
                raw("GET /actuator/health/nothing HTTP/1.1\nHost: localhost\nConnection: close\n\n"),
                404,
                "PATH_UNKNOWN");
    }

    @Test
    void http_that_the_server_does_not_speak_is_no_fault_of_the_ledger() throws IOException {
        assertProblem(raw("GET / HTTP/9.9\nHost: localhost\nConnection: close\n\n"), 505, "REQUEST_MALFORMED");
        assertProblem(raw("CONNECT /loans HTTP/1.1\nHost: localhost\nConnection: close\n\n"), 501, "REQUEST_MALFORMED");
        assertProblem(
                raw("POST /credit-lines HTTP/1.1\nHost: localhost\nTransfer-Encoding: odd\nConnection: close\n\n"),
                501,
                "REQUEST_MALFORMED");
    }

    @Test
    void of_two_keys_none_is_chosen() {
        var said = ledger.send(ledger.request("/credit-lines", Samples.line("500.00"))
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .build());

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.code()).isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void json_that_is_nested_without_end_is_malformed(int depth) {
        var deep = "[".repeat(Math.min(depth, 30_000)) + "]".repeat(Math.min(depth, 30_000));
        var said = ledger.postWithoutKey("/loan-quotes", "{\"terms\":{\"plan\":" + deep + "}}");

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.code()).isEqualTo("BODY_MALFORMED");
    }

    @Test
    void a_debt_beyond_all_amounts_is_refused_as_that_and_not_as_a_slip_of_the_question() {
        var amount = "10000000000000.00";
        var line = Samples.openLine(ledger, amount);
        var draw = Samples.draw(line, amount).replace("0.072", "0.05").replace("year", "day");
        var loan = Samples.paidOutLoan(ledger, line, amount, draw);
        var position = ledger.bean(LedgerReader.class).durablePosition();
        var soon = ledger.send(ledger.at("/loans/" + loan + "?as_of=2026-01-05&min_position=" + position)
                .GET()
                .build());
        var late = ledger.send(
                ledger.at("/loans/" + loan + "?as_of=2199-12-31").GET().build());

        assertThat(soon.status()).as(soon.text()).isEqualTo(200);
        assertThat(late.status()).as(late.text()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("AMOUNT_TOO_LARGE");
    }

    @Test
    void the_word_of_a_bank_that_stands_is_told_with_its_own_day_and_reference() {
        var path = "/disbursements/" + Samples.instructedDisbursement(ledger) + "/outcomes";
        var paid = "{\"outcome\":\"paid\",\"bank_reference\":\"bank-1\",\"paid_on\":\"2026-01-06\"}";
        ledger.post(path, "first word", paid);
        var against = "{\"outcome\":\"rejected\",\"reason\":\"no such account\",\"failed_on\":\"2026-01-09\"}";
        var contradicted = ledger.post(path, "second word", against);

        for (var said : new OpenLedger.Said[] {
            contradicted, ledger.post(path, "second word", against), ledger.post(path, "third word", paid)
        }) {
            assertThat(said.at("/outcome")).isEqualTo("paid");
            assertThat(said.at("/bank_reference")).isEqualTo("bank-1");
            assertThat(said.at("/on")).isEqualTo("2026-01-06");
            assertThat(said.at("/contradicted_by")).contains("no such account");
            assertThat(said.json().has("reason")).isFalse();
        }
    }
}
