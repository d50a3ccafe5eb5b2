package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorsTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void a_credit_line_is_opened_changed_frozen_unfrozen_and_closed() {
        var opened = ledger.post("/credit-lines", Samples.key(), Samples.line("500.00"));
        var path = "/credit-lines/" + opened.at("/credit_line_id");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo(path);
        assertThat(Long.parseLong(opened.header("Ledger-Position"))).isPositive();
        assertThat(opened.at("/limit/amount")).isEqualTo("500.00");

        var changed = ledger.post(
                path + "/limit-changes",
                Samples.key(),
                "{\"limit\":{\"amount\":\"700\",\"currency\":\"CNY\"},\"reason\":\"review\"}");
        assertThat(changed.at("/previous_limit/amount")).isEqualTo("500.00");
        assertThat(changed.at("/available/amount")).isEqualTo("700.00");

        var reason = "{\"reason\":\"lost telephone\"}";
        assertThat(ledger.post(path + "/freezes", Samples.key(), reason).at("/status"))
                .isEqualTo("frozen");
        assertThat(ledger.post(path + "/freezes", Samples.key(), reason).code()).isEqualTo("CREDIT_LINE_FROZEN");
        assertThat(ledger.post(path + "/unfreezes", Samples.key(), reason).at("/status"))
                .isEqualTo("open");
        assertThat(ledger.post(path + "/closures", Samples.key(), reason).at("/status"))
                .isEqualTo("closed");
        assertThat(ledger.post(path + "/freezes", Samples.key(), reason).code()).isEqualTo("CREDIT_LINE_CLOSED");
    }

    @Test
    void a_drawdown_is_accepted_and_tells_where_to_look() {
        var line = Samples.openLine(ledger, "500.00");
        var key = UUID.randomUUID().toString();
        var said = ledger.post("/loans", key, Samples.draw(line, "500.00"));

        assertThat(said.status()).isEqualTo(202);
        assertThat(said.header("Location")).isEqualTo("/loans/" + said.at("/loan_id"));
        assertThat(said.at("/status")).isEqualTo("requested");
    }

    @Test
    void a_drawdown_that_is_declined_meanwhile_is_refused_by_the_credit_lines_name() {
        var line = Samples.openLine(ledger, "500.00");
        var key = Samples.key();
        var loan = LoanId.of(
                ledger.post("/loans", key, Samples.draw(line, "900.00")).at("/loan_id"));
        ledger.order(new DeclineLoan(loan, "DRAW_EXCEEDS_AVAILABLE", "Asked for CNY 900.00.", Samples.DAY));

        var said = ledger.post("/loans", key, Samples.draw(line, "900.00"));
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.code()).isEqualTo("DRAW_EXCEEDS_AVAILABLE");
        assertThat(said.at("/title")).isEqualTo("The draw is more than what is left of the limit.");
        assertThat(said.at("/loan_id")).isEqualTo(loan.toString());
    }

    @Test
    void a_repayment_tells_its_allocation_and_what_is_owed() {
        var path = "/loans/" + Samples.paidOutLoan(ledger, "1200.00") + "/repayments";
        var said = ledger.post(path, Samples.key(), Samples.repayment("50.00", "2026-02-05"));

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.at("/allocation/0/bucket")).isEqualTo("interest");
        assertThat(said.at("/allocation/1/bucket")).isEqualTo("principal");
        assertThat(said.json().at("/settled").asBoolean(true)).isFalse();
        assertThat(said.json().has("revised_schedule")).isFalse();
        assertThat(said.at("/balances/payoff/currency")).isEqualTo("CNY");
    }

    @Test
    void a_bank_may_repeat_itself_and_contradict_itself() {
        var path = "/disbursements/" + Samples.instructedDisbursement(ledger) + "/outcomes";
        var paid = "{\"outcome\":\"paid\",\"bank_reference\":\"bank-1\",\"paid_on\":\"2026-01-06\"}";

        var first = ledger.post(path, "bank 1", paid);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/outcome")).isEqualTo("paid");
        var twice = ledger.post(path, "bank 2", paid);
        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.text()).isEqualTo(first.text());
        assertThat(twice.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        var against = ledger.post(path, "bank 3", "{\"outcome\":\"rejected\",\"reason\":\"no such account\"}");
        assertThat(against.status()).isEqualTo(201);
        assertThat(against.at("/outcome")).isEqualTo("paid");
        assertThat(against.at("/contradicted_by")).contains("no such account");
    }

    @Test
    void a_quote_shows_schedule_totals_and_cost_and_keeps_nothing() {
        var said = ledger.postWithoutKey("/loan-quotes", """
            {"amount":{"amount":"12000.00","currency":"CNY"},"rate":{"value":"0.072","per":"year"},
             "instalments":12,"product":"marketplace-loan","paid_out_on":"2026-01-05"}\
            """);

        assertThat(said.status()).as(said.text()).isEqualTo(200);
        assertThat(said.json().at("/instalments").size()).isEqualTo(12);
        assertThat(said.at("/instalments/0/due_on")).isEqualTo("2026-02-05");
        assertThat(said.at("/totals/principal/amount")).isEqualTo("12000.00");
        assertThat(said.at("/annualised_cost/0/method")).isEqualTo("nominal-irr");
        assertThat(said.at("/annualised_cost/0/percent")).startsWith("7.2");
        assertThat(said.at("/annualised_cost/1/method")).isEqualTo("effective-irr");
        assertThat(said.header("Ledger-Position")).isEmpty();
    }

    @Test
    void single_rules_of_a_product_can_be_replaced() {
        var body = """
            {"amount":{"amount":"100.00","currency":"CNY"},"rate":{"value":"0","per":"year"},"instalments":3,
             "terms":{%s},"paid_out_on":"2026-01-05"}\
            """;
        var first = ledger.postWithoutKey("/loan-quotes", body.formatted("""
            "plan":{"kind":"equal-instalment","instalment":{"mode":"up","minor_units":100},"remainder":"last"}\
            """));
        assertThat(first.at("/instalments/0/total/amount")).as(first.text()).isEqualTo("34.00");
        assertThat(first.at("/instalments/2/total/amount")).isEqualTo("32.00");

        var unknown = ledger.postWithoutKey("/loan-quotes", body.formatted("\"colour\":\"red\""));
        assertThat(unknown.code()).isEqualTo("BODY_MALFORMED");
        var odd = ledger.postWithoutKey("/loan-quotes", body.formatted("\"day_count\":\"act-17\""));
        assertThat(odd.code()).isEqualTo("TERMS_MALFORMED");
        assertThat(odd.at("/field")).isEqualTo("terms.day_count");
        var steep =
                ledger.postWithoutKey("/loan-quotes", body.formatted("\"frequency\":{\"every\":0,\"unit\":\"month\"}"));
        assertThat(steep.code()).isEqualTo("FREQUENCY_MALFORMED");
    }

    @Test
    void a_loan_that_outgrows_all_numbers_is_refused() {
        var said = ledger.postWithoutKey("/loan-quotes", """
            {"amount":{"amount":"9999999999999.99","currency":"CNY"},"rate":{"value":"10","per":"day"},
             "instalments":480,"product":"cash-loan-interest-first","paid_out_on":"2026-01-05"}\
            """);

        assertThat(said.code()).as(said.text()).isEqualTo("AMOUNT_TOO_LARGE");
    }

    @Test
    void the_catalogue_shows_its_rows() {
        var said = ledger.send(ledger.at("/products").GET().build());

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.at("/products/0/product")).isEqualTo("cash-loan");
        assertThat(said.at("/products/0/plan/kind")).isEqualTo("equal-instalment");
    }

    @Test
    void the_doors_describe_themselves_and_can_be_tried_without_a_network() {
        var api = ledger.send(ledger.at("/v3/api-docs").GET().build()).json();
        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        assertThat(api.at("/paths/~1loans/post/responses/422/content/application~1problem+json/schema/$ref")
                        .asString())
                .endsWith("/Problem");
        assertThat(api.at("/components/schemas/OpenCreditLine/properties/borrower_id/example")
                        .asString())
                .isNotEmpty();
        assertThat(api.at("/components/schemas/Problem/properties/code").isMissingNode())
                .isFalse();

        var page = ledger.send(ledger.at("/swagger-ui/index.html").GET().build());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("https://");
        var root = ledger.send(ledger.at("/").GET().build());
        assertThat(root.status()).isEqualTo(200);
        assertThat(root.text()).contains("/docs").doesNotContain("https://");
    }
}
