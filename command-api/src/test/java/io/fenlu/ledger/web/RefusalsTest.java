package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static void assertProblem(OpenLedger.Said said, int status, String code) {
        assertThat(said.text()).contains(code);
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.header("Content-Type")).startsWith("application/problem+json");
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.at("/type"))
                .isEqualTo("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(said.json().at("/status").asInt()).isEqualTo(status);
        assertThat(said.at("/title")).isNotEmpty();
        assertThat(said.at("/detail")).isNotEmpty();
    }

    private static OpenLedger.Said open(String body) {
        return ledger.post("/credit-lines", Samples.key(), body);
    }

    @ParameterizedTest
    @CsvSource({
        "-5.00, CNY, 422, LIMIT_NOT_POSITIVE",
        "0.00, CNY, 422, LIMIT_NOT_POSITIVE",
        "10.001, CNY, 422, AMOUNT_TOO_PRECISE",
        "10.5, JPY, 422, AMOUNT_TOO_PRECISE",
        "ten, CNY, 422, AMOUNT_MALFORMED",
        "1e3, CNY, 422, AMOUNT_MALFORMED",
        "99999999999999999, CNY, 422, AMOUNT_TOO_LARGE",
        "10.00, XYZ, 422, CURRENCY_UNKNOWN"
    })
    void an_amount_that_cannot_be_a_limit_is_refused_by_name(String amount, String currency, int status, String code) {
        var said = open("""
            {"borrower_id":"b1","limit":{"amount":"%s","currency":"%s"}}\
            """.formatted(amount, currency));

        assertProblem(said, status, code);
    }

    @Test
    void a_missing_field_is_named() {
        var said = open("""
            {"borrower_id":"b1","limit":{"currency":"CNY"}}\
            """);

        assertProblem(said, 400, "FIELD_MISSING");
        assertThat(said.at("/field")).isEqualTo("limit.amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"borrower_id\":\"b1\",\"limit\":{\"amount\":\"1",
                "{\"borrower_id\":\"b1\"",
                "``",
                "null",
                "[]",
                "42",
                "{\"borrower_id\":\"b1\"} {}",
                "{\"borrower_id\":\"b1\",\"borrower_id\":\"b2\"}",
                "{\"borrower\":\"b1\"}",
                "{\"borrower_id\":7}",
                "{\"borrower_id\":true}",
                "{\"limit\":{\"amount\":10.5,\"currency\":\"CNY\"}}",
                "{\"limit\":\"CNY 10.00\"}",
                "{\"limit\":[]}"
            })
    void a_body_that_is_not_the_json_of_the_door_is_malformed(String body) {
        assertProblem(open(body), 400, "BODY_MALFORMED");
    }

    @Test
    void an_unknown_property_is_named_with_its_place() {
        var said = open("""
            {"borrower_id":"b1","limit":{"amount":"1.00","currency":"CNY","sign":"plus"}}\
            """);

        assertProblem(said, 400, "BODY_MALFORMED");
        assertThat(said.at("/detail")).contains("sign").contains("limit");
    }

    @Test
    void a_connection_that_ends_in_the_middle_of_a_body_is_answered_with_a_problem() throws Exception {
        try (var socket = new Socket("localhost", ledger.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                POST /credit-lines HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Idempotency-Key: truncated\r
                Content-Length: 500\r
                Connection: close\r
                \r
                {"borrower_id":"b1\
                """.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("REQUEST_MALFORMED");
        }
    }

    @Test
    void what_is_not_http_is_answered_with_a_problem_too() throws Exception {
        try (var socket = new Socket("localhost", ledger.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /<|> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said)
                    .startsWith("HTTP/1.1 400")
                    .contains("REQUEST_MALFORMED")
                    .doesNotContain("<html");
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused_also_when_its_length_is_not_told() {
        var large = "{\"borrower_id\":\"" + "x".repeat(100_000) + "\"}";

        assertProblem(open(large), 413, "BODY_TOO_LARGE");
        var chunked = ledger.at("/credit-lines")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Samples.key())
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertProblem(ledger.send(chunked), 413, "BODY_TOO_LARGE");
    }

    @Test
    void another_media_type_is_refused_by_name() {
        var said = ledger.send(ledger.at("/credit-lines")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", Samples.key())
                .POST(BodyPublishers.ofString("a,b"))
                .build());

        assertProblem(said, 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void a_method_that_the_path_does_not_answer_is_refused_by_name() {
        var said = ledger.send(ledger.at("/loan-quotes").DELETE().build());

        assertProblem(said, 405, "METHOD_NOT_ALLOWED");
        assertThat(said.header("Allow")).isEqualTo("POST");
    }

    @Test
    void an_unknown_path_is_refused_by_name() {
        assertProblem(ledger.send(ledger.at("/lones").GET().build()), 404, "PATH_UNKNOWN");
        assertProblem(ledger.post("/lones", Samples.key(), "{}"), 404, "PATH_UNKNOWN");
        assertProblem(ledger.send(ledger.at("/error").GET().build()), 404, "PATH_UNKNOWN");
    }

    @Test
    void an_id_that_is_none_and_an_id_of_nothing_are_told_apart() {
        var freeze = "{\"reason\":\"lost telephone\"}";

        assertProblem(ledger.post("/credit-lines/17/freezes", Samples.key(), freeze), 422, "ID_NOT_A_UUID");
        var nobody = "/credit-lines/" + UUID.randomUUID() + "/freezes";
        assertProblem(ledger.post(nobody, Samples.key(), freeze), 404, "CREDIT_LINE_NOT_FOUND");
        var repayment = "/loans/" + UUID.randomUUID() + "/repayments";
        assertProblem(
                ledger.post(repayment, Samples.key(), Samples.repayment("1.00", "2026-02-05")), 404, "LOAN_NOT_FOUND");
        var outcome = "/disbursements/" + UUID.randomUUID() + "/outcomes";
        assertProblem(
                ledger.post(outcome, Samples.key(), "{\"outcome\":\"rejected\",\"reason\":\"account closed\"}"),
                404,
                "DISBURSEMENT_NOT_FOUND");
    }

    @Test
    void an_id_of_something_else_is_told_so() {
        var line = Samples.openLine(ledger, "100.00");
        var said =
                ledger.post("/loans/" + line + "/repayments", Samples.key(), Samples.repayment("1.00", "2026-02-05"));

        assertProblem(said, 404, "ID_OF_ANOTHER_KIND");
    }

    @Test
    void a_repayment_before_the_drawdown_is_refused() {
        var loan = Samples.requestedLoan(ledger, "1000.00");
        var said =
                ledger.post("/loans/" + loan + "/repayments", Samples.key(), Samples.repayment("1.00", "2026-02-05"));
        assertProblem(said, 409, "LOAN_NOT_DISBURSED");

        var paidOut = Samples.paidOutLoan(ledger, "1000.00");
        var early = ledger.post(
                "/loans/" + paidOut + "/repayments", Samples.key(), Samples.repayment("1.00", "2026-01-04"));
        assertProblem(early, 422, "PAID_BEFORE_DRAWDOWN");
    }

    @Test
    void a_repayment_in_another_currency_negative_or_too_precise_is_refused() {
        var path = "/loans/" + Samples.paidOutLoan(ledger, "1000.00") + "/repayments";
        var dollars = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"paid_on\":\"2026-02-05\"}";

        assertProblem(ledger.post(path, Samples.key(), dollars), 422, "REPAYMENT_CURRENCY_DIFFERS");
        assertProblem(
                ledger.post(path, Samples.key(), Samples.repayment("-1.00", "2026-02-05")),
                422,
                "REPAYMENT_NOT_POSITIVE");
        assertProblem(
                ledger.post(path, Samples.key(), Samples.repayment("1.001", "2026-02-05")), 422, "AMOUNT_TOO_PRECISE");
        assertProblem(
                ledger.post(path, Samples.key(), Samples.repayment("5000.00", "2026-02-05")),
                422,
                "AMOUNT_EXCEEDS_PAYOFF");
    }

    @ParameterizedTest
    @CsvSource({"2999-01-01, DATE_IN_FUTURE", "2026-02-30, DATE_MALFORMED", "yesterday, DATE_MALFORMED"})
    void a_date_that_has_not_come_or_does_not_exist_is_refused(String date, String code) {
        var said = open("""
            {"borrower_id":"b1","limit":{"amount":"1.00","currency":"CNY"},"opened_on":"%s"}\
            """.formatted(date));

        assertProblem(said, 422, code);
        assertThat(said.at("/field")).isEqualTo("opened_on");
    }
}
