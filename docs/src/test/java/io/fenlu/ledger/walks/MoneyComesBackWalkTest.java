package io.fenlu.ledger.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.bank.simulator.BankSimulator;
import io.fenlu.ledger.bank.simulator.Temper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Money that a bank pays, refuses and sends back: to suppliers, to borrowers, to funders; and books in which nothing stays under way. */
class MoneyComesBackWalkTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 7);
    private static final String LINE = "019aa000-0000-7000-8000-00000000001a";
    private static final String ORDER_LOAN = "019aa000-0000-7000-8000-00000000001b";
    private static final String JOINT_LOAN = "019aa000-0000-7000-8000-00000000001c";
    private static final String FIRST = "019aa000-0000-7000-8000-00000000001d";
    private static final String SECOND = "019aa000-0000-7000-8000-00000000001e";
    private static final String THIRD = "019aa000-0000-7000-8000-00000000001f";

    @TempDir
    private Path directory = Path.of("");

    private final AtomicReference<URI> door = new AtomicReference<>(URI.create("http://localhost:9"));
    private final BankSimulator bank =
            new BankSimulator(new BankSimulator.Setting(0, door::get, Duration.ofMillis(300), () -> PAID_ON));

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    @Test
    void what_the_bank_refuses_or_sends_back_leaves_nothing_under_way() throws Exception {
        try (var ledger = RunningLedger.open(
                directory.resolve("data"),
                "--ledger.bank.url=" + bank.url(),
                "--ledger.bank.ask-every=100ms",
                "--ledger.bank.first-wait=100ms",
                "--ledger.bank.longest-wait=300ms")) {
            door.set(URI.create("http://localhost:" + ledger.port()));
            openLine(ledger);
            suppliersArePaid(ledger);
            anOverpaymentComesBack(ledger);
            aFunderIsPaid(ledger);
        }
    }

    private void suppliersArePaid(RunningLedger ledger) throws Exception {
        draw(ledger, ORDER_LOAN, "1000.00", """
            "product":"merchant-order","payout":{"channel":"in-tranches","account":"account-1"}\
            """);
        until(
                "the first tranche is taken",
                () -> tranche(ledger, FIRST, "400.00", "supplier-1").statusCode() == 201);
        assertThat(tranche(ledger, SECOND, "100.00", "supplier-2").statusCode()).isEqualTo(201);
        assertThat(tranche(ledger, THIRD, "500.00", "sim-reject-1").statusCode())
                .isEqualTo(201);
        until("the refused one is taken back", () -> balance(ledger, "1303").equals("500.00"));
        until("both others are paid", () -> balance(ledger, "1012").equals("0.00"));
        assertThat(bank.payouts()).filteredOn(payout -> payout.paid() == 1).hasSize(2);

        var back = "{\"outcome\":\"returned\",\"bank_reference\":\"back-1\",\"returned_on\":\"2026-01-09\"}";
        var returned = ledger.post("/disbursements/" + SECOND + "/outcomes", "back", back);
        assertThat(returned.statusCode()).as(returned.body()).isEqualTo(201);
        assertThat(returned.body()).contains("\"outcome\":\"returned\"", "back-1");
        var again = ledger.post("/disbursements/" + SECOND + "/outcomes", "told twice", back);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        until("it left the loan", () -> balance(ledger, "1303").equals("400.00"));
        until("the money is at the bank", () -> balance(ledger, "1002").equals("400.00"));
        assertThat(balance(ledger, "1012")).isEqualTo("0.00");
    }

    private void anOverpaymentComesBack(RunningLedger ledger) throws Exception {
        draw(ledger, JOINT_LOAN, "1200.00", """
            "terms":{"overpayment":"return"},"payout":{"channel":"bank","account":"account-9"},\
            "funding":{"shares":[{"lender":"bank","parts_per_million":700000},{"lender":"partner","parts_per_million":300000}],\
            "remainder_holder":"bank"}\
            """);
        until("it is paid out", () -> balance(ledger, "1303").equals("1600.00"));
        bank.treat("account-9", Temper.REJECT);
        var repaid = ledger.post("/loans/" + JOINT_LOAN + "/repayments", "all and more", """
            {"amount":{"amount":"1500.00","currency":"CNY"},"paid_on":"2026-01-07"}\
            """);
        assertThat(repaid.statusCode()).as(repaid.body()).isEqualTo(201);
        until(
                "the refund came back",
                () -> ledger.get("/loans/" + JOINT_LOAN + "/statement?from=2026-01-01&to=2026-01-31")
                        .body()
                        .contains("reversal"));
        until("it is held again", () -> balance(ledger, "2241").equals("300.00"));
        assertThat(balance(ledger, "1012")).isEqualTo("0.00");
        var once = ledger.post("/loans/" + JOINT_LOAN + "/credit-settlements", "again", "{\"on\":\"2026-01-08\"}");
        assertThat(once.body()).contains("REFUND_CAME_BACK");
    }

    /** Of the 1,200.00 that came in on the joint loan 360.00 are the partner's. */
    private static void aFunderIsPaid(RunningLedger ledger) throws Exception {
        until("the funders are owed", () -> balance(ledger, "2242").equals("1200.00"));
        var paid = ledger.post("/loans/" + JOINT_LOAN + "/remittances", "to the partner", """
            {"funder":"partner","amount":{"amount":"360.00","currency":"CNY"},"bank_reference":"bank-5","on":"2026-01-08"}\
            """);
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
        until("the books know", () -> balance(ledger, "2242").equals("840.00"));
        var more = ledger.post("/loans/" + JOINT_LOAN + "/remittances", "a fen more", """
            {"funder":"partner","amount":{"amount":"0.01","currency":"CNY"},"bank_reference":"bank-6","on":"2026-01-08"}\
            """);
        assertThat(more.body()).contains("REMITTANCE_EXCEEDS_PAYABLE");
    }

    private static void openLine(RunningLedger ledger) throws IOException {
        assertThat(ledger.post("/credit-lines", LINE, """
            {"borrower_id":"borrower-1","limit":{"amount":"50000.00","currency":"CNY"},"opened_on":"2026-01-05"}\
            """).statusCode()).isEqualTo(201);
    }

    private static void draw(RunningLedger ledger, String loan, String amount, String more) throws IOException {
        var drawn = ledger.post("/loans", loan, """
            {"credit_line_id":"%s","amount":{"amount":"%s","currency":"CNY"},"rate":{"value":"0.072","per":"year"},
             "instalments":12,"requested_on":"2026-01-05",%s}\
            """.formatted(LINE, amount, more));
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(202);
    }

    private static HttpResponse<String> tranche(RunningLedger ledger, String key, String amount, String supplier)
            throws IOException {
        return ledger.post("/loans/" + ORDER_LOAN + "/tranches", key, """
            {"amount":{"amount":"%s","currency":"CNY"},"purpose":{"supplier":"%s","document":"order-1"},"on":"2026-01-05"}\
            """.formatted(amount, supplier));
    }

    /** What an account stands at, on whichever side; the books must balance whenever one looks. */
    private static String balance(RunningLedger ledger, String account) throws IOException {
        JsonNode books = JSON.readTree(
                ledger.get("/books/trial-balance?as_of=2026-01-31").body());
        assertThat(books.at("/balanced").asBoolean()).isTrue();
        for (var line : books.at("/currencies/0/accounts")) {
            if (line.at("/number").asString().equals(account)) {
                return line.at("/balance/amount").asString();
            }
        }
        return "0.00";
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        for (var attempt = 0; attempt < 300; attempt++) {
            if (condition.call()) {
                return;
            }
            RunningLedger.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError(what + ": in vain");
    }
}
