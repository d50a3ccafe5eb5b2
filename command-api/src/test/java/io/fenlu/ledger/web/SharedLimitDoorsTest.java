package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.gate.OrderRefused;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.web.OpenLedger.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts whose limit is a part of a credit line. */
class SharedLimitDoorsTest {
    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static Said account(String key, String line, String borrower, String limit, String more) {
        return ledger.post("/accounts", key, """
            {"borrower_id":"%s","brand":"brand-1","credit_line_id":"%s","limit":{"amount":"%s","currency":"CNY"},
             "opened_on":"2026-01-05"%s}\
            """.formatted(borrower, line, limit, more));
    }

    private static boolean isDrawn(String line, String amount) {
        var draw = new ReserveLimit(
                CreditLineId.of(line), new LoanId(UUID.randomUUID()), Money.of(amount, Currency.CNY), Samples.DAY);
        try {
            ledger.order(draw);
            return true;
        } catch (OrderRefused refused) {
            assertThat(refused.code()).isEqualTo("DRAW_EXCEEDS_AVAILABLE");
            return false;
        }
    }

    @Test
    void the_line_sets_the_whole_limit_aside_before_the_account_is_there() {
        var line = Samples.openLine(ledger, "5000.00");
        var key = Samples.key();
        var opened = account(key, line, "borrower-1", "3000.00", "");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var again = account(key, line, "borrower-1", "3000.00", "");
        assertThat(again.at("/account_id")).isEqualTo(opened.at("/account_id"));
        assertThat(isDrawn(line, "2000.01")).isFalse();
        assertThat(isDrawn(line, "2000.00")).isTrue();

        var tooMuch = account(Samples.key(), line, "borrower-1", "0.01", "");
        assertThat(tooMuch.code()).as(tooMuch.text()).isEqualTo("DRAW_EXCEEDS_AVAILABLE");
    }

    @Test
    void a_line_of_another_borrower_is_refused_and_an_account_that_cannot_be_opened_leaves_the_line_as_it_was() {
        var line = Samples.openLine(ledger, "5000.00");
        assertThat(account(Samples.key(), line, "borrower-2", "3000.00", "").code())
                .isEqualTo("CREDIT_LINE_OF_ANOTHER");
        var noTime = account(Samples.key(), line, "borrower-1", "3000.00", ",\"bill_day\":1,\"due_day\":3");
        assertThat(noTime.code()).as(noTime.text()).isEqualTo("BILLING_DAYS_LEAVE_NO_TIME");
        assertThat(isDrawn(line, "5000.00")).isTrue();
    }

    @Test
    void a_raise_is_set_aside_on_the_line_first_and_told_again_it_is_set_aside_once() {
        var line = Samples.openLine(ledger, "5000.00");
        var account = account(Samples.key(), line, "borrower-1", "3000.00", "").at("/account_id");
        inUse(line, account);
        var higher = Samples.key();
        assertThat(limit(account, higher, "4000.00").status()).isEqualTo(201);
        assertThat(limit(account, higher, "4000.00").status()).as("told again").isEqualTo(201);
        assertThat(isDrawn(line, "1000.01")).isFalse();
        assertThat(isDrawn(line, "1000.00")).isTrue();
    }

    @Test
    void a_raise_of_which_the_line_has_not_enough_is_refused_by_name_and_the_limit_stays() {
        var line = Samples.openLine(ledger, "5000.00");
        var account = account(Samples.key(), line, "borrower-1", "3000.00", "").at("/account_id");
        inUse(line, account);
        var tooHigh = limit(account, Samples.key(), "5000.01");
        assertThat(tooHigh.status()).isEqualTo(422);
        assertThat(tooHigh.code()).as(tooHigh.text()).isEqualTo("RAISE_EXCEEDS_AVAILABLE");
        assertThat(limit(account, Samples.key(), "3000.00").code()).isEqualTo("ACCOUNT_LIMIT_UNCHANGED");
        assertThat(isDrawn(line, "2000.00")).isTrue();
    }

    @Test
    void a_raise_that_the_account_refuses_leaves_the_line_as_it_was() {
        var line = Samples.openLine(ledger, "5000.00");
        var account = account(Samples.key(), line, "borrower-1", "3000.00", "").at("/account_id");
        inUse(line, account);
        var noReason = ledger.post("/accounts/" + account + "/limit-changes", Samples.key(), """
            {"limit":{"amount":"4000.00","currency":"CNY"},"reason":" ","changed_on":"2026-01-06"}\
            """);
        assertThat(noReason.code()).as(noReason.text()).isEqualTo("LIMIT_REASON_MALFORMED");
        assertThat(isDrawn(line, "2000.00")).isTrue();
    }

    @Test
    void a_raise_waits_until_the_line_has_followed_what_came_before_it() {
        var line = Samples.openLine(ledger, "5000.00");
        var account = account(Samples.key(), line, "borrower-1", "3000.00", "").at("/account_id");
        var early = limit(account, Samples.key(), "4000.00");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).as(early.text()).isEqualTo("SHARE_OUT_OF_STEP");
        inUse(line, account);
        assertThat(limit(account, Samples.key(), "4000.00").status()).isEqualTo(201);
        var next = limit(account, Samples.key(), "4500.00");
        assertThat(next.code()).as(next.text()).isEqualTo("RAISE_UNDER_WAY");
        assertThat(limit(account, Samples.key(), "1000.00").status())
                .as("it may always fall")
                .isEqualTo(201);
    }

    @Test
    void nonsense_about_a_shared_limit_is_refused_by_name_and_leaves_the_line_as_it_was() {
        var line = Samples.openLine(ledger, "5000.00");
        var account = account(Samples.key(), line, "borrower-1", "3000.00", "").at("/account_id");
        inUse(line, account);
        for (var body : List.of(
                "{}",
                "{\"limit\":null,\"reason\":\"review\"}",
                "{\"limit\":{\"amount\":\"-4000.00\",\"currency\":\"CNY\"},\"reason\":\"review\"}",
                "{\"limit\":{\"amount\":\"10000000000000.00\",\"currency\":\"CNY\"},\"reason\":\"review\"}",
                "{\"limit\":{\"amount\":\"4000.00\",\"currency\":\"USD\"},\"reason\":\"review\"}",
                "{\"limit\":{\"amount\":\"4000.00\",\"currency\":\"CNY\"},\"reason\":\"" + "x".repeat(201) + "\"}",
                "{\"limit\":{\"amount\":\"4000.00\",\"currency\":\"CNY\"},\"reason\":\"a\",\"changed_on\":\"0001-01-01\"}",
                "{\"limit\":{\"amount\":\"4000.00\",\"currency\":\"CNY\"},\"reason\":\"a\",\"changed_on\":\"2025-12-31\"}",
                "{\"limit\":{\"amount\":\"4000.00\",\"currency\":\"CNY\"},\"reason\":\"a\",\"line\":\"" + line
                        + "\"}")) {
            var said = ledger.post("/accounts/" + account + "/limit-changes", Samples.key(), body);
            assertThat(said.status()).as("%s: %s", body, said.text()).isIn(400, 422);
            assertThat(said.code()).as(body).isNotBlank();
        }
        assertThat(isDrawn(line, "2000.00")).isTrue();
    }

    @Test
    void a_key_that_was_used_for_a_raise_names_no_other_raise() {
        var line = Samples.openLine(ledger, "5000.00");
        var account = account(Samples.key(), line, "borrower-1", "3000.00", "").at("/account_id");
        inUse(line, account);
        var key = Samples.key();
        assertThat(limit(account, key, "4000.00").status()).isEqualTo(201);
        assertThat(limit(account, key, "4500.00").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(isDrawn(line, "1000.00")).isTrue();
    }

    /** What a process does where one runs. */
    private static void inUse(String line, String account) {
        ledger.order(new UseLimit(CreditLineId.of(line), LoanId.of(account), Samples.DAY));
    }

    private static Said limit(String account, String key, String limit) {
        return ledger.post("/accounts/" + account + "/limit-changes", key, """
            {"limit":{"amount":"%s","currency":"CNY"},"reason":"review","changed_on":"2026-01-06"}\
            """.formatted(limit));
    }

    @Test
    void draws_and_accounts_that_come_at_once_never_use_more_than_the_line_has()
            throws InterruptedException, ExecutionException {
        var line = Samples.openLine(ledger, "5000.00");
        var asked = new ArrayList<Callable<Boolean>>();
        for (int k = 0; k < 8; k++) {
            asked.add(() -> isDrawn(line, "1000.00"));
            asked.add(() ->
                    account(Samples.key(), line, "borrower-1", "1000.00", "").status() == 201);
        }
        var granted = 0;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : hands.invokeAll(asked)) {
                granted += answer.get() ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(5);
        assertThat(isDrawn(line, "0.01")).isFalse();
    }
}
