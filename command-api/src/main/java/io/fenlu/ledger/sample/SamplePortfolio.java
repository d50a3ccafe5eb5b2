package io.fenlu.ledger.sample;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Brings the sample through the public doors once the ledger is open; bringing it again changes nothing. */
@Component
@Profile("sample")
final class SamplePortfolio {
    private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);
    private static final String CURRENCY = "CNY";

    /** Begins beside everything else, when the doors are open. */
    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var ledger = URI.create("http://localhost:" + context.getWebServer().getPort());
            Thread.ofVirtual().name("sample").start(() -> bring(ledger));
        }
    }

    private static void bring(URI ledger) {
        try (var doors = new Doors(ledger)) {
            var lines = new StringBuilder();
            for (var loan : SampleLoan.all()) {
                lines.append("%n  %-16s %s%n    %s".formatted(loan.name(), loan.shows(), bring(loan, doors, ledger)));
            }
            LOG.info(
                    "The sample portfolio is in. To look at it:{}{}",
                    lines,
                    "%n  the books%n    curl %s/books/trial-balance%n  all doors: %s/".formatted(ledger, ledger));
        } catch (IOException failure) {
            LOG.warn("The sample portfolio could not be brought", failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String bring(SampleLoan loan, Doors doors, URI ledger) throws IOException, InterruptedException {
        var line = doors.ask("/credit-lines", key(loan, "line"), lineOf(loan));
        var drawn = doors.ask("/loans", key(loan, "loan"), draw(loan, line.text("credit_line_id")));
        if (drawn.status() != 202) {
            return "said: " + drawn.text("detail")
                    + "%n    curl %s/credit-lines/%s".formatted(ledger, line.text("credit_line_id"));
        }
        var id = drawn.text("loan_id");
        if (!loan.payments().isEmpty()) {
            var schedule = doors.ask("/loan-quotes", key(loan, "quote"), agreement(loan))
                    .body()
                    .path("instalments");
            var number = 0;
            for (var payment : loan.payments()) {
                number++;
                pay(doors, "/loans/" + id + "/repayments", key(loan, "payment-" + number), body(payment, schedule));
            }
        }
        return "curl %s/loans/%s".formatted(ledger, id);
    }

    private static void pay(Doors doors, String path, String key, Map<String, Object> body)
            throws IOException, InterruptedException {
        var answer = doors.ask(path, key, body);
        if (answer.status() != 201) {
            LOG.warn("The sample's {} was answered {} {}", key, answer.status(), answer.body());
        }
    }

    private static Map<String, Object> lineOf(SampleLoan loan) {
        var body = new LinkedHashMap<String, Object>();
        body.put("borrower_id", "borrower-" + loan.name());
        body.put("limit", money(loan.limit()));
        if (loan.requestedOn() != null) {
            body.put("opened_on", loan.requestedOn());
        }
        return body;
    }

    private static Map<String, Object> draw(SampleLoan loan, String creditLine) {
        var body = agreement(loan);
        body.put("credit_line_id", creditLine);
        body.put(
                "payout",
                Map.of("channel", loan.requestedOn() == null ? "bank" : "already-paid", "account", loan.account()));
        var on = body.remove("paid_out_on");
        if (on != null) {
            body.put("requested_on", on);
        }
        return body;
    }

    private static Map<String, Object> agreement(SampleLoan loan) {
        var body = new LinkedHashMap<String, Object>();
        body.put("amount", money(loan.amount()));
        body.put("product", loan.product());
        body.put("rate", Map.of("value", loan.rate(), "per", loan.per()));
        body.put("instalments", loan.instalments());
        if (loan.requestedOn() != null) {
            body.put("paid_out_on", loan.requestedOn());
        }
        return body;
    }

    /** A quoted instalment; late ones pay nothing for being late, so that penalty stays owed and is seen. */
    private static Map<String, Object> body(SampleLoan.Payment payment, JsonNode schedule) {
        return switch (payment) {
            case SampleLoan.Payment.Sum(var amount, var on) -> Map.of("amount", money(amount), "paid_on", on);
            case SampleLoan.Payment.Instalment(var number, var daysLate) -> {
                var row = schedule.get(number - 1);
                var due = LocalDate.parse(row.path("due_on").asString());
                yield Map.of(
                        "amount",
                        money(row.path("total").path("amount").asString()),
                        "paid_on",
                        due.plusDays(daysLate).toString());
            }
        };
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", CURRENCY);
    }

    private static String key(SampleLoan loan, String what) {
        return "sample-" + loan.name() + "-" + what;
    }
}
