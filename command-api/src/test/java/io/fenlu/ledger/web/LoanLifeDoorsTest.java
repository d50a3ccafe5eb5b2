package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that may happen to a running loan, asked for over HTTP. */
class LoanLifeDoorsTest {
    private static final String AMOUNT = "\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"}";
    private static final String WHY = "\"reason\":\"agreed with the borrower\"";
    private static final String WHO = "\"authority\":\"committee-1\"";
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static String loan() {
        return "/loans/" + Samples.paidOutLoan(ledger, "1200.00");
    }

    private static OpenLedger.Said post(String loan, String what, String... fields) {
        return ledger.post(loan + "/" + what, Samples.key(), "{" + String.join(",", fields) + "}");
    }

    private static OpenLedger.Said done(String loan, String what, String... fields) {
        var said = post(loan, what, fields);
        assertThat(said.status()).as("%s: %s", what, said.text()).isEqualTo(201);
        assertThat(said.json().at("/already_done").asBoolean(true)).isFalse();
        assertThat(said.header("Ledger-Position")).isNotEmpty();
        return said;
    }

    private static void refused(String loan, String what, String code, String... fields) {
        var said = post(loan, what, fields);
        assertThat(said.code()).as("%s: %s", what, said.text()).isEqualTo(code);
        assertThat(said.status()).isBetween(400, 499);
    }

    private static String on(String day) {
        return "\"on\":\"" + day + "\"";
    }

    private static String amount(String amount) {
        return AMOUNT.formatted(amount);
    }

    @Test
    void somebody_else_pays_and_the_rest_is_waived() {
        var loan = loan();
        var paid = done(
                loan,
                "third-party-payments",
                "\"payer\":\"guarantor\",\"source\":\"guarantor-1\"",
                amount("103.00"),
                on("2026-02-05"));
        assertThat(paid.at("/allocation/0/bucket")).isEqualTo("interest");
        refused(
                loan,
                "third-party-payments",
                "PAYER_NOT_THAT",
                "\"payer\":\"borrower\",\"source\":\"guarantor-1\"",
                amount("1.00"),
                on("2026-02-05"));
        done(loan, "waivers", "\"bucket\":\"interest\"", WHY, WHO, on("2026-02-20"));
        refused(loan, "waivers", "PRINCIPAL_NOT_WAIVABLE", "\"bucket\":\"principal\"", WHY, WHO, on("2026-02-20"));
        refused(
                loan,
                "refinancings",
                "REFINANCING_IS_NOT_PAYOFF",
                "\"source\":\"loan-2\"",
                amount("1.00"),
                on("2026-02-20"));
        refused(
                loan,
                "overpayment-returns",
                "NO_CREDIT_HELD",
                "\"bank_reference\":\"b-1\"",
                amount("1.00"),
                on("2026-02-20"));
        refused(
                loan,
                "fees",
                "CHARGE_NOT_DISCLOSED",
                "\"charge\":\"letter\",\"payee\":\"bank\"",
                amount("5.00"),
                on("2026-02-20"));
    }

    @Test
    void a_disclosed_fee_is_charged() {
        var line = Samples.openLine(ledger, "1200.00");
        var charges = """
            "terms":{"conditions":{"charges":[{"code":"letter","payee":"bank","when":"contingent",\
            "amount":{"kind":"fixed-sum","sum":"CNY 5.00"}}]}},"payout\
            """;
        var draw = Samples.draw(line, "1200.00").replace("\"payout", charges);
        var loan = "/loans/" + Samples.paidOutLoan(ledger, line, "1200.00", draw);

        var charged = done(loan, "fees", "\"charge\":\"letter\",\"payee\":\"bank\"", amount("5.00"), on("2026-02-20"));

        assertThat(charged.at("/balances/fees/amount")).isEqualTo("5.00");
    }

    @Test
    void the_costs_that_the_borrower_confirmed_are_a_fact_of_the_contract() {
        var terms = """
            "amount":{"amount":"1200.00","currency":"CNY"},"rate":{"value":"0.072","per":"year"},"instalments":12,\
            "terms":{"conditions":{"charges":[{"code":"guarantee","payee":"guarantor-1","when":"at-payout",\
            "amount":{"kind":"fixed-sum","sum":"CNY 12.00"}}]}}\
            """;
        var quote = ledger.postWithoutKey("/loan-quotes", "{" + terms + ",\"paid_out_on\":\"2026-01-05\"}");
        assertThat(quote.status()).as(quote.text()).isEqualTo(200);
        assertThat(quote.at("/cost_table/items/1/payee")).isEqualTo("guarantor-1");
        assertThat(quote.text()).contains("pboc-simple", "pboc-irr", "reg-z-actuarial", "eu-by-days", "uk-effective");
        var hash = quote.at("/cost_table/hash");
        var draw = """
            {"credit_line_id":"%s",%s,"payout":{"channel":"bank","account":"account-1"},\
            "requested_on":"2026-01-05","confirmed_costs":"%s"}\
            """;

        var line = Samples.openLine(ledger, "1200.00");
        var other = ledger.post("/loans", Samples.key(), draw.formatted(line, terms, "0".repeat(64)));
        assertThat(other.code()).as(other.text()).isEqualTo("COSTS_NOT_CONFIRMED");
        var drawn = ledger.post("/loans", Samples.key(), draw.formatted(line, terms, hash));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(202);
    }

    @Test
    void the_terms_are_agreed_on_anew() {
        var loan = loan();
        var cheaper =
                done(loan, "rate-changes", "\"rate\":{\"value\":\"0.05\",\"per\":\"year\"}", WHY, on("2026-01-20"));
        assertThat(cheaper.json().at("/schedule").size()).isEqualTo(12);
        refused(
                loan,
                "rate-changes",
                "RATE_UNCHANGED",
                "\"rate\":{\"value\":\"0.05\",\"per\":\"year\"}",
                WHY,
                on("2026-01-21"));
        done(loan, "interest-pauses", WHY, on("2026-02-10"));
        refused(loan, "interest-pauses", "INTEREST_ALREADY_PAUSED", WHY, on("2026-02-11"));
        done(loan, "interest-resumptions", on("2026-02-15"));
        refused(loan, "interest-resumptions", "INTEREST_NOT_PAUSED", on("2026-02-16"));
        done(loan, "due-date-moves", "\"instalment\":3,\"due_on\":\"2026-04-10\"", WHY, on("2026-02-16"));
        refused(
                loan,
                "due-date-moves",
                "DUE_DATE_OUT_OF_ORDER",
                "\"instalment\":3,\"due_on\":\"2027-04-10\"",
                WHY,
                on("2026-02-16"));
        var longer = done(
                loan,
                "restructurings",
                "\"measure\":{\"kind\":\"extend\",\"instalments\":6}",
                "\"accrued\":\"keep\"",
                WHY,
                WHO,
                on("2026-02-20"));
        assertThat(longer.json().at("/schedule").size()).isEqualTo(17);
        refused(
                loan,
                "restructurings",
                "CHOICE_UNKNOWN",
                "\"measure\":{\"kind\":\"forget\"}",
                "\"accrued\":\"keep\"",
                WHY,
                WHO,
                on("2026-02-20"));
        refused(
                loan,
                "misuse-reports",
                "LOAN_NOT_PURPOSE_BOUND",
                "\"multiple\":\"1.5\",\"document\":\"a\"",
                on("2026-02-21"));
        refused(loan, "misuse-reports", "RATE_MALFORMED", "\"multiple\":\"lots\",\"document\":\"a\"", on("2026-02-21"));
    }

    @Test
    void a_repayment_is_taken_back_once_and_the_books_are_marked() {
        var loan = loan();
        var repaid = ledger.post(loan + "/repayments", Samples.key(), Samples.repayment("103.00", "2026-02-05"));
        var entry = "\"entry_id\":\"" + repaid.at("/repayment_id") + "\"";
        done(loan, "reversals", entry, WHY, on("2026-02-08"));
        refused(loan, "reversals", "ENTRY_ALREADY_REVERSED", entry, WHY, on("2026-02-09"));
        refused(loan, "reversals", "ID_NOT_A_UUID", "\"entry_id\":\"x\"", WHY, on("2026-02-09"));
        done(loan, "billings", "\"instalment\":2", on("2026-03-05"));
        refused(loan, "billings", "INSTALMENT_NOT_DUE_THEN", "\"instalment\":7", on("2026-03-06"));
        done(loan, "penalty-charges", on("2026-03-06"));
        done(loan, "month-ends", on("2026-03-31"));
        var again = post(loan, "month-ends", on("2026-03-31"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/already_done").asBoolean(false)).isTrue();
    }

    @Test
    void a_debt_is_written_off_recovered_and_sold() {
        var loan = loan();
        refused(loan, "recoveries", "LOAN_NOT_CHARGED_OFF", "\"source\":\"court\"", amount("10.00"), on("2026-04-01"));
        done(loan, "charge-offs", WHY, WHO, on("2026-04-05"));
        done(loan, "recoveries", "\"source\":\"court\"", amount("10.00"), on("2026-04-06"));
        refused(loan, "charge-offs", "LOAN_CHARGED_OFF", WHY, WHO, on("2026-04-07"));
        done(
                loan,
                "sales",
                "\"buyer\":\"buyer-1\"",
                "\"price\":{\"amount\":\"50.00\",\"currency\":\"CNY\"}",
                on("2026-04-08"));
        refused(
                loan,
                "sales",
                "LOAN_SOLD",
                "\"buyer\":\"buyer-1\"",
                "\"price\":{\"amount\":\"50.00\",\"currency\":\"CNY\"}",
                on("2026-04-09"));
    }

    @Test
    void a_loan_ends_and_is_put_away() {
        var loan = loan();
        refused(loan, "closures", "LOAN_NOT_SETTLED", on("2026-01-06"));
        refused(loan, "withdrawals", "COOLING_OFF_OVER", amount("1200.00"), on("2026-01-30"));
        var refinanced = done(loan, "refinancings", "\"source\":\"loan-2\"", amount("1200.00"), on("2026-01-05"));
        assertThat(refinanced.json().at("/settled").asBoolean(false)).isTrue();
        assertThat(post(loan, "closures", on("2026-01-06")).status()).isEqualTo(201);
        assertThat(post(loan, "closures", on("2026-01-06")).status()).isEqualTo(200);
        refused(
                loan,
                "fees",
                "LOAN_CLOSED",
                "\"charge\":\"letter\",\"payee\":\"bank\"",
                amount("5.00"),
                on("2026-01-07"));
    }

    @Test
    void a_purpose_bound_loan_goes_to_the_supplier_in_tranches_and_misuse_costs_more() {
        var line = Samples.openLine(ledger, "1000.00");
        var draw = Samples.draw(line, "1000.00")
                .replace("\"bank\"", "\"in-tranches\"")
                .replace("\"instalments\"", "\"product\":\"merchant-order\",\"instalments\"");
        var id = LoanId.of(ledger.post("/loans", Samples.key(), draw).at("/loan_id"));
        ledger.order(new ReserveLimit(CreditLineId.of(line), id, Money.of("1000.00", Currency.CNY), Samples.DAY));
        ledger.order(new OpenLoan(id, new BorrowerId("borrower-1"), Samples.DAY));
        var loan = "/loans/" + id;
        var purpose = "\"purpose\":{\"supplier\":\"supplier-1\",\"document\":\"order-1\"}";

        done(loan, "tranches", amount("400.00"), purpose, on("2026-01-05"));
        var second = done(loan, "tranches", amount("600.00"), purpose, on("2026-01-20"));
        assertThat(second.at("/balances/principal_not_due/amount")).isEqualTo("1000.00");
        refused(loan, "tranches", "TRANCHE_EXCEEDS_COMMITMENT", amount("0.01"), purpose, on("2026-01-21"));
        refused(
                loan,
                "tranches",
                "FIELD_MISSING",
                amount("0.01"),
                "\"purpose\":{\"supplier\":\"s\"}",
                on("2026-01-21"));
        done(loan, "misuse-reports", "\"multiple\":\"1.5\",\"document\":\"audit-1\"", on("2026-02-01"));
        refused(
                loan,
                "misuse-reports",
                "MISUSE_ALREADY_REPORTED",
                "\"multiple\":\"1.5\",\"document\":\"audit-1\"",
                on("2026-02-02"));
        done(
                loan,
                "disbursement-returns",
                "\"disbursement_id\":\"" + second.at("/entry_id") + "\",\"bank_reference\":\"bank-9\"",
                on("2026-02-03"));
    }

    @Test
    void what_is_learned_late_names_what_it_corrects() {
        var loan = loan();
        ledger.post(loan + "/repayments", Samples.key(), Samples.repayment("103.00", "2026-02-05"));
        var late = done(loan, "rate-changes", "\"rate\":{\"value\":\"0.05\",\"per\":\"year\"}", WHY, on("2026-01-20"));
        assertThat(late.json().at("/corrections").size()).isEqualTo(1);
        assertThat(late.at("/corrections/0/on")).isEqualTo("2026-02-05");
    }
}
