package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A fact with a hole in it could never be read again and would stop every view: no door may let one in. */
class NullsInTermsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> RULES = List.of(
            "plan",
            "frequency",
            "day_count",
            "interest_rounding",
            "penalty",
            "prepayment",
            "overpayment",
            "allocation");

    private static OpenLedger ledger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static OpenLedger.Said quote(JsonNode row, Map<String, ?> terms) {
        var instalments = row.at("/plan/kind").asString().equals("open-ended") ? "" : "\"instalments\":12,";
        return ledger.postWithoutKey("/loan-quotes", """
            {"amount":{"amount":"1200.00","currency":"CNY"},"rate":{"value":"0.072","per":"year"},%s
             "product":"%s","terms":%s,"paid_out_on":"2026-01-05"}\
            """.formatted(
                        instalments, row.at("/product").asString(), JSON.writeValueAsString(terms)));
    }

    private static List<JsonNode> rows() {
        var rows = new ArrayList<JsonNode>();
        ledger.send(ledger.at("/products").GET().build()).json().at("/products").forEach(rows::add);
        return rows;
    }

    /** The rule again and again, each time with another of its values replaced by a null. */
    private static List<JsonNode> withOneNull(JsonNode rule) {
        var all = new ArrayList<JsonNode>();
        if (rule instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                var copy = object.deepCopy();
                all.add(copy.putNull(entry.getKey()));
                for (var deeper : withOneNull(entry.getValue())) {
                    all.add(object.deepCopy().set(entry.getKey(), deeper));
                }
            }
        }
        return all;
    }

    @Test
    void a_rule_that_is_null_is_the_products_own() {
        for (var row : rows()) {
            var whole = quote(row, Map.of());
            assertThat(whole.status()).as(whole.text()).isEqualTo(200);
            for (var rule : RULES) {
                var without = new java.util.HashMap<String, @Nullable Object>();
                without.put(rule, null);
                assertThat(quote(row, without).text()).as(rule).isEqualTo(whole.text());
            }
        }
    }

    @Test
    void a_null_within_a_rule_is_missed_by_name() {
        var asked = 0;
        for (var row : rows()) {
            for (var rule : RULES) {
                for (var holed : withOneNull(row.get(rule))) {
                    var said = quote(row, Map.of(rule, holed));
                    assertThat(said.status()).as(holed + " " + said.text()).isEqualTo(422);
                    assertThat(said.code()).isEqualTo("TERMS_MALFORMED");
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    @Test
    void a_loan_drawn_with_a_null_in_its_terms_can_be_read_by_every_view() {
        var line = Samples.openLine(ledger, "500.00");
        var body = Samples.draw(line, "500.00").replace("\"instalments\":12", """
            "instalments":12,"terms":{"allocation":null,"penalty":null,"prepayment":null}\
            """);
        var said = ledger.post("/loans", Samples.key(), body);
        assertThat(said.status()).as(said.text()).isEqualTo(202);

        var position = said.header("Ledger-Position");
        var read = ledger.send(ledger.at(said.header("Location") + "/events?min_position=" + position)
                .GET()
                .build());
        assertThat(read.status()).as(read.text()).isEqualTo(200);
    }
}
