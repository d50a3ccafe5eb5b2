package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.gate.History;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {
    private static final String UUID_7 = "019b8d00-0000-7000-8000-0000000000%02d";

    @TempDir
    Path directory;

    private OpenLedger ledger;

    @BeforeEach
    void open() {
        ledger = OpenLedger.in(directory);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static void assertSame(OpenLedger.Said first, OpenLedger.Said again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        for (var name : new String[] {"Location", "Ledger-Position", "Content-Type"}) {
            assertThat(again.header(name)).as(name).isEqualTo(first.header(name));
        }
    }

    private long position() {
        return ledger.bean(History.class).lastPosition();
    }

    @Test
    void the_same_request_gets_the_first_answer_again_also_after_a_restart() {
        var line = ledger.post("/credit-lines", "key a", Samples.line("500.00"));
        var path = "/credit-lines/" + line.at("/credit_line_id") + "/limit-changes";
        var change =
                "{\"limit\":{\"amount\":\"700.00\",\"currency\":\"CNY\"},\"reason\":\"review\",\"changed_on\":\"2026-01-06\"}";
        var changed = ledger.post(path, "key b", change);
        var loan = ledger.post("/loans", "key c", Samples.draw(line.at("/credit_line_id"), "300.00"));
        var paidOut = Samples.paidOutLoan(ledger, "1200.00");
        var repaid =
                ledger.post("/loans/" + paidOut + "/repayments", "key d", Samples.repayment("250.00", "2026-01-20"));
        var before = position();
        assertThat(repaid.status()).as(repaid.text()).isEqualTo(201);
        assertThat(repaid.at("/revised_schedule/0/total/amount")).isNotEmpty();

        for (var restarted : new boolean[] {false, true}) {
            if (restarted) {
                ledger.close();
                ledger = OpenLedger.in(directory);
            }
            assertSame(line, ledger.post("/credit-lines", "key a", Samples.line("500.00")));
            assertSame(changed, ledger.post(path, "key b", change));
            assertSame(loan, ledger.post("/loans", "key c", Samples.draw(line.at("/credit_line_id"), "300.00")));
            assertSame(
                    repaid,
                    ledger.post(
                            "/loans/" + paidOut + "/repayments", "key d", Samples.repayment("250.00", "2026-01-20")));
            assertThat(position()).isEqualTo(before);
        }
    }

    @Test
    void the_same_content_may_be_written_another_way() {
        var first = ledger.post("/credit-lines", "key a", Samples.line("500.00"));
        var again = ledger.post("/credit-lines", "key a", """
            {"opened_on": "2026-01-05", "limit": {"currency":"CNY","amount":"500.0"}, "borrower_id": "borrower-1"}\
            """);

        assertSame(first, again);
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        var first = ledger.post("/credit-lines", "key a", Samples.line("500.00"));

        var other = ledger.post("/credit-lines", "key a", Samples.line("500.01"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        var elsewhere = ledger.post("/loans", "key a", Samples.draw(first.at("/credit_line_id"), "1.00"));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void the_same_words_on_another_path_are_another_content() {
        var path = "/credit-lines/" + Samples.openLine(ledger, "500.00");
        var freeze = "{\"reason\":\"lost telephone\"}";

        assertThat(ledger.post(path + "/freezes", "key f", freeze).status()).isEqualTo(201);
        assertThat(ledger.post(path + "/unfreezes", "key f", freeze).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_refused_request_is_decided_anew() {
        var path = "/credit-lines/" + Samples.openLine(ledger, "500.00");

        assertThat(ledger.post(path + "/unfreezes", "key u", "{\"reason\":\"found\"}")
                        .code())
                .isEqualTo("CREDIT_LINE_NOT_FROZEN");
        assertThat(ledger.post(path + "/freezes", "key f", "{\"reason\":\"lost\"}")
                        .status())
                .isEqualTo(201);
        assertThat(ledger.post(path + "/unfreezes", "key u", "{\"reason\":\"found\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_key_of_version_7_becomes_the_id_and_any_other_is_hashed() {
        var sorted = UUID_7.formatted(1);

        assertThat(ledger.post("/credit-lines", sorted, Samples.line("5.00")).at("/credit_line_id"))
                .isEqualTo(sorted);
        var hashed = UUID.fromString(
                ledger.post("/credit-lines", "any words", Samples.line("5.00")).at("/credit_line_id"));
        assertThat(hashed.version()).isEqualTo(8);
        assertThat(hashed.variant()).isEqualTo(2);
    }

    @Test
    void a_write_without_a_key_or_with_a_strange_one_is_refused() {
        var none = ledger.postWithoutKey("/credit-lines", Samples.line("5.00"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");

        var strange = ledger.post("/credit-lines", "x".repeat(256), Samples.line("5.00"));
        assertThat(strange.status()).isEqualTo(400);
        assertThat(strange.code()).isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
    }

    @Test
    void many_at_once_with_one_key_leave_one_fact_and_agree() {
        var request = ledger.request("/credit-lines", Samples.line("500.00"))
                .header("Idempotency-Key", "crowd")
                .build();
        var answers =
                IntStream.range(0, 40).mapToObj(_ -> ledger.sendSoon(request)).toList();
        var said = answers.stream().map(CompletableFuture::join).toList();

        assertThat(said).allSatisfy(each -> assertThat(each.status()).isIn(201, 409));
        assertThat(said)
                .filteredOn(each -> each.status() == 409)
                .allSatisfy(each -> assertThat(each.code()).isEqualTo("REQUEST_IN_FLIGHT"));
        var obeyed = said.stream().filter(each -> each.status() == 201).toList();
        assertThat(obeyed).isNotEmpty().allSatisfy(each -> assertSame(obeyed.getFirst(), each));
        assertThat(position()).as("the key of the log, and one credit line").isEqualTo(2);
    }

    @Test
    void a_key_is_free_again_when_its_request_was_answered() {
        var keys = new Idempotency();
        var key = IdempotencyKey.of("one");
        var inner = keys.<String>once(key, "/a", new IdempotencyKey(key.id()), _ -> {
            try {
                return keys.once(key, "/a", new IdempotencyKey(key.id()), _ -> "never");
            } catch (DoorClosed closed) {
                return closed.problem().code();
            }
        });

        assertThat(inner).isEqualTo("REQUEST_IN_FLIGHT");
        assertThat(keys.<String>once(key, "/a", new IdempotencyKey(key.id()), _ -> "free"))
                .isEqualTo("free");
    }
}
