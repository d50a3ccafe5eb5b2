package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Nonsense at every door of a pay-later account: each is answered by name, and none is taken for a fault of ours. */
class HostileShopperTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AMOUNT = "{\"amount\":\"10.00\",\"currency\":\"CNY\"}";
    private static final String NOBODY = "00000000-0000-8000-8000-0000000000ff";

    /** What no field may make of a request but an answer: of every type, too small, too large, too far. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999999999",
            "[]",
            "{}",
            "[[[]]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"0000-00-00\"",
            "\"0000-01-01\"",
            "\"1000-01-01\"",
            "\"9999-12-31\"",
            "\"-2026-01-01\"",
            "\"2026-02-30\"",
            "\"+12026-01-01\"");

    private static final List<String> ODD_AMOUNTS = List.of(
            "{\"amount\":\"-10.00\",\"currency\":\"CNY\"}",
            "{\"amount\":\"0.00\",\"currency\":\"CNY\"}",
            "{\"amount\":\"0.001\",\"currency\":\"CNY\"}",
            "{\"amount\":\"92233720368547758.07\",\"currency\":\"CNY\"}",
            "{\"amount\":\"92233720368547758.08\",\"currency\":\"CNY\"}",
            "{\"amount\":\"1e18\",\"currency\":\"CNY\"}",
            "{\"amount\":10,\"currency\":\"CNY\"}",
            "{\"amount\":\"10.00\",\"currency\":\"USD\"}",
            "{\"amount\":\"10.00\",\"currency\":\"XAU\"}",
            "{\"amount\":\"10.00\"}",
            "{\"amount\":null,\"currency\":null}",
            "{\"amount\":\"10.00\",\"currency\":\"CNY\",\"colour\":\"red\"}");

    private static OpenLedger ledger;
    private static String account;
    private static String purchase;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
        account = account();
        purchase = entry(
                "purchases",
                "{\"merchant\":\"shop-1\",\"order_number\":\"order-1\",\"amount\":" + AMOUNT
                        + ",\"posted_on\":\"2026-01-06\"}");
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static String account() {
        var said = ledger.post("/accounts", Samples.key(), body(""));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        return "/accounts/" + said.at("/account_id");
    }

    private static String entry(String door, String body) {
        var said = ledger.post(account + "/" + door, Samples.key(), body);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        return said.at("/entry_id");
    }

    /** Every door with a body that has all its fields. */
    private static Map<String, String> doors() {
        var doors = new LinkedHashMap<String, String>();
        doors.put(
                "",
                "{\"borrower_id\":\"borrower-1\",\"product\":\"pay-later-card\",\"brand\":\"brand-1\","
                        + "\"lender_of_record\":\"lender-1\",\"limit\":" + AMOUNT.replace("10.00", "5000.00")
                        + ",\"daily_rate\":\"0.0005\",\"bill_day\":1,\"due_day\":9,\"opened_on\":\"2026-01-05\"}");
        doors.put("/balances", "{\"amount\":" + AMOUNT + ",\"taken_over_on\":\"2026-01-05\"}");
        doors.put("/limit-changes", "{\"limit\":" + AMOUNT + ",\"reason\":\"review\",\"changed_on\":\"2026-01-06\"}");
        doors.put(
                "/authorisations",
                "{\"merchant\":\"shop-1\",\"order_number\":\"order-9\",\"amount\":" + AMOUNT
                        + ",\"expires_on\":\"2026-01-20\",\"authorised_on\":\"2026-01-06\"}");
        doors.put("/authorisation-voids", "{\"authorisation_id\":\"" + NOBODY + "\",\"voided_on\":\"2026-01-06\"}");
        doors.put(
                "/purchases",
                "{\"merchant\":\"shop-1\",\"order_number\":\"order-2\",\"amount\":" + AMOUNT
                        + ",\"authorisation_id\":\"" + NOBODY
                        + "\",\"periods\":3,\"fee_payer\":\"customer\",\"forced\":true,\"posted_on\":\"2026-01-06\"}");
        doors.put(
                "/refunds",
                "{\"purchase_id\":\"" + NOBODY + "\",\"merchant\":\"shop-1\",\"amount\":" + AMOUNT
                        + ",\"to\":\"payer\",\"refunded_on\":\"2026-01-06\"}");
        doors.put(
                "/chargebacks",
                "{\"purchase_id\":\"" + NOBODY + "\",\"amount\":" + AMOUNT
                        + ",\"reason\":\"not delivered\",\"charged_back_on\":\"2026-01-06\"}");
        doors.put(
                "/chargeback-reversals",
                "{\"chargeback_id\":\"" + NOBODY + "\",\"reason\":\"delivered\",\"reversed_on\":\"2026-01-06\"}");
        doors.put("/payments", "{\"amount\":" + AMOUNT + ",\"source\":\"card-1\",\"paid_on\":\"2026-01-06\"}");
        doors.put(
                "/payment-returns",
                "{\"payment_id\":\"" + NOBODY + "\",\"reason\":\"no cover\",\"returned_on\":\"2026-01-06\"}");
        doors.put(
                "/waivers",
                "{\"bucket\":\"penalty\",\"amount\":" + AMOUNT
                        + ",\"reason\":\"goodwill\",\"waived_on\":\"2026-01-06\"}");
        doors.put(
                "/credit-returns",
                "{\"amount\":" + AMOUNT + ",\"bank_reference\":\"bank-1\",\"returned_on\":\"2026-01-06\"}");
        doors.put("/bills", "{\"on\":\"2026-01-06\",\"remark\":\"early\"}");
        doors.put("/bills/1/conversions", "{\"amount\":" + AMOUNT + ",\"periods\":3,\"converted_on\":\"2026-01-06\"}");
        doors.put("/plan-settlements", "{\"plan_id\":\"" + NOBODY + "\",\"settled_on\":\"2026-01-06\"}");
        doors.put("/billing-days", "{\"bill_day\":1,\"due_day\":9,\"changed_on\":\"2026-01-06\"}");
        doors.put("/closing-requests", "{\"reason\":\"asked\",\"requested_on\":\"2026-01-06\"}");
        doors.put("/closures", "{\"closed_on\":\"2026-01-06\",\"remark\":\"early\"}");
        doors.put("/write-offs", "{\"reason\":\"nobody to be found\",\"written_off_on\":\"2026-01-06\"}");
        return doors;
    }

    private static String body(String door) {
        return Objects.requireNonNull(doors().get(door));
    }

    static List<String> everyDoor() {
        return List.copyOf(doors().keySet());
    }

    private static String path(String of, String door) {
        return door.isEmpty() ? "/accounts" : of + door;
    }

    private static void mustBeAnswered(String path, String body) {
        var said = ledger.post(path, Samples.key(), body);
        if (said.status() != 201) {
            assertThat(said.status()).as("%s %s: %s", path, body, said.text()).isBetween(400, 499);
            assertThat(said.header("Content-Type")).as("%s %s", path, body).startsWith("application/problem+json");
            assertThat(said.code()).as("%s %s: %s", path, body, said.text()).matches("[A-Z][A-Z_]+");
            assertThat(said.text()).doesNotContain("incident");
        }
    }

    @ParameterizedTest
    @MethodSource("everyDoor")
    void whatever_stands_in_a_field_the_door_answers_by_name(String door) {
        var of = account();
        var body = (ObjectNode) JSON.readTree(body(door));
        for (var field : List.copyOf(body.propertyNames())) {
            var odd = new ArrayList<>(ODD);
            if (body.get(field).isObject()) {
                odd.addAll(ODD_AMOUNTS);
            }
            for (var value : odd) {
                mustBeAnswered(path(of, door), with(body, field, value));
            }
        }
    }

    /** The body with another value, written out, because not every odd value can be a node. */
    private static String with(ObjectNode body, String field, String value) {
        var fields = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> given : body.properties()) {
            fields.add('"' + given.getKey() + "\":" + (given.getKey().equals(field) ? value : given.getValue()));
        }
        return "{" + String.join(",", fields) + "}";
    }

    @ParameterizedTest
    @MethodSource("everyDoor")
    void a_door_takes_no_field_that_it_does_not_know_and_no_body_that_is_none(String door) {
        var body = body(door);
        for (var broken : List.of(
                body.substring(0, body.length() - 1) + ",\"colour\":\"red\"}",
                body.substring(0, body.length() - 1),
                body + body,
                "[" + body + "]",
                "null",
                "",
                "7")) {
            var said = ledger.post(path(account, door), Samples.key(), broken);
            assertThat(said.status()).as("%s: %s", broken, said.text()).isEqualTo(400);
            assertThat(said.code()).as(broken).isEqualTo("BODY_MALFORMED");
        }
        assertThat(ledger.postWithoutKey(path(account, door), body).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        if (!door.isEmpty()) {
            assertThat(ledger.post("/accounts/not-an-account" + door, Samples.key(), body)
                            .code())
                    .isEqualTo("ID_NOT_A_UUID");
            assertThat(ledger.post("/accounts/" + NOBODY + door, Samples.key(), body)
                            .code())
                    .isEqualTo("ACCOUNT_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/payments | {'amount':{'amount':'1.00','currency':'CNY'},'paid_on':'2026-01-06'} | 1.00 | 2.00",
                "/limit-changes | {'limit':{'amount':'900.00','currency':'CNY'},'reason':'r','changed_on':'2026-01-06'}"
                        + " | 900 | 901",
                "/closing-requests | {'reason':'asked','requested_on':'2026-01-06'} | asked | told"
            })
    void a_key_that_was_used_with_another_body_is_refused_and_the_same_body_is_answered_as_before(
            String door, String quoted, String old, String other) {
        var of = account();
        var key = Samples.key();
        var body = quoted.replace('\'', '"');
        var first = ledger.post(of + door, key, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);

        assertThat(ledger.post(of + door, key, body).text()).isEqualTo(first.text());
        var reused = ledger.post(of + door, key, body.replace(old, other));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void sums_that_no_ledger_can_count_are_refused_as_that() {
        var of = account();
        var most = "{\"amount\":\"92233720368547758.07\",\"currency\":\"CNY\"}";
        ledger.post(of + "/limit-changes", Samples.key(), "{\"limit\":" + most + ",\"reason\":\"all\"}");
        for (int k = 0; k < 3; k++) {
            mustBeAnswered(
                    of + "/purchases",
                    "{\"merchant\":\"shop-1\",\"order_number\":\"order-" + k + "\",\"forced\":true,\"amount\":" + most
                            + "}");
            mustBeAnswered(of + "/payments", "{\"amount\":" + most + "}");
        }
    }

    @Test
    void a_purchase_is_charged_back_once_and_the_dispute_decided_once() {
        var dispute = entry(
                "chargebacks",
                "{\"purchase_id\":\"" + purchase + "\",\"amount\":" + AMOUNT
                        + ",\"reason\":\"not delivered\",\"charged_back_on\":\"2026-01-07\"}");
        var lost = "{\"chargeback_id\":\"" + dispute + "\",\"reason\":\"delivered\",\"reversed_on\":\"2026-01-08\"}";
        entry("chargeback-reversals", lost);

        var again = ledger.post(account + "/chargeback-reversals", Samples.key(), lost);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CHARGEBACK_ALREADY_REVERSED");
    }
}
