package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.eventstore.LedgerUnavailable.Why;
import io.fenlu.ledger.eventstore.SerialAppender;
import io.fenlu.ledger.eventstore.Unavailable;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ledger that cannot write says so to whoever asks it to, and when to come again. */
class UnavailableTest {
    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "BUSY, 1, Too much is waiting to be written; nothing was kept",
        "STOPPED, 30, The store does not accept writes; nothing was kept.",
        "IN_DOUBT, 30, ask again with the same key later.",
        "CLOSING, 30, The ledger is shutting down; nothing was kept."
    })
    void every_reason_not_to_write_is_told_by_name_and_with_a_time_to_come_again(Why why, int seconds, String detail) {
        try (var ledger = OpenLedger.in(directory)) {
            ledger.bean(CommandBus.class).registerHandlerInterceptor((_, _) -> {
                throw Unavailable.because(why);
            });
            var id = UUID.randomUUID();
            var posts = Map.of(
                    "/credit-lines",
                    Samples.line("500.00"),
                    "/credit-lines/" + id + "/freezes",
                    "{\"reason\":\"lost telephone\"}",
                    "/loans",
                    Samples.draw(id.toString(), "500.00"),
                    "/loans/" + id + "/repayments",
                    Samples.repayment("1.00", "2026-02-05"),
                    "/disbursements/" + id + "/outcomes",
                    "{\"outcome\":\"rejected\",\"reason\":\"closed\"}");
            posts.forEach((path, body) -> {
                var said = ledger.post(path, Samples.key(), body);
                assertThat(said.status()).as(path + said.text()).isEqualTo(503);
                assertThat(said.header("Content-Type")).startsWith("application/problem+json");
                assertThat(said.code()).isEqualTo("LEDGER_UNAVAILABLE");
                assertThat(said.at("/detail")).contains(detail);
                assertThat(said.header("Retry-After")).isEqualTo(Integer.toString(seconds));
            });
        }
    }

    @Test
    void a_closed_journal_takes_no_order_and_still_answers_questions() {
        try (var ledger = OpenLedger.in(directory)) {
            var line = Samples.openLine(ledger, "500.00");
            ledger.bean(SerialAppender.class).close();

            var said = ledger.post("/credit-lines", "closed", Samples.line("500.00"));
            assertThat(said.status()).as(said.text()).isEqualTo(503);
            assertThat(said.header("Content-Type")).startsWith("application/problem+json");
            assertThat(said.code()).isEqualTo("LEDGER_UNAVAILABLE");
            assertThat(said.at("/detail")).isEqualTo("The ledger is shutting down; nothing was kept.");
            assertThat(said.header("Retry-After")).isEqualTo("30");

            var read = ledger.send(
                    ledger.at("/credit-lines/" + line + "?min_position=1").GET().build());
            assertThat(read.status()).isEqualTo(200);
            var ready =
                    ledger.send(ledger.at("/actuator/health/readiness").GET().build());
            assertThat(ready.status()).isEqualTo(503);
        }
    }
}
