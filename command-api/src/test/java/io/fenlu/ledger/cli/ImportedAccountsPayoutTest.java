package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.boot.LedgerApplication;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Whose merchants are paid, in a book that was partly taken over. */
class ImportedAccountsPayoutTest {
    private static ConfigurableApplicationContext ledger;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = new SpringApplicationBuilder(LedgerApplication.class)
                .run("--server.port=0", "--ledger.data=" + directory, "--ledger.processes.segments=1");
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void merchants_of_an_imported_account_are_paid_elsewhere_and_those_of_one_opened_after_the_import_are_paid_here()
            throws Exception {
        var file = Path.of(Objects.requireNonNull(getClass().getResource("/card-bills.csv"))
                .toURI());
        var setting = new CardBillsImport.Setting(new LenderId("lender-1"), Currency.CNY, Fraction.of("0.02"), 8);
        ledger.getBean(CardBillsImport.class).run(file, setting, new PrintWriter(new StringWriter()));
        var imported = named("account.opened").getFirst().aggregateId();

        assertThat(post("/accounts/" + imported + "/purchases", purchase("order-1", "2005-10-20")))
                .isEqualTo(201);
        var opened = UUID.randomUUID();
        assertThat(post("/accounts", opened.toString(), """
            {"borrower_id":"borrower-1","brand":"brand-1","limit":{"amount":"5000.00","currency":"CNY"},
             "opened_on":"2026-01-05"}\
            """)).isEqualTo(201);
        var account = named("account.opened").getLast().aggregateId();
        assertThat(post("/accounts/" + account + "/purchases", purchase("order-2", "2026-01-06")))
                .isEqualTo(201);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !named("disbursement.instructed").isEmpty());
        assertThat(named("disbursement.instructed"))
                .as("the one queue has come to the later sale, past the earlier")
                .singleElement()
                .satisfies(paid -> assertThat(paid.payload())
                        .contains("\"loan_id\":\"" + account + "\"", "\"amount\":\"CNY 99.40\"", "shop-1"));
    }

    private static String purchase(String order, String on) {
        return """
            {"merchant":"shop-1","order_number":"%s","amount":{"amount":"100.00","currency":"CNY"},"forced":true,
             "posted_on":"%s"}\
            """.formatted(order, on);
    }

    private int post(String path, String body) throws Exception {
        return post(path, UUID.randomUUID().toString(), body);
    }

    private int post(String path, String key, String body) throws Exception {
        var port = Objects.requireNonNull(((WebServerApplicationContext) ledger).getWebServer())
                .getPort();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static List<StoredEvent> named(String fact) {
        return ledger.getBean(LedgerReader.class).hashedAfter(0, 1_000).stream()
                .map(line -> line.event())
                .filter(event -> event.name().equals(fact))
                .toList();
    }
}
