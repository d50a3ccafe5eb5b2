package io.fenlu.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class LedgerJsonTest {
    private static final JsonMapper JSON = LedgerJson.mapper();
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    record SampleId(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    record Code(String text) {}

    record Version(int number) {}

    record Factor(BigDecimal value) {}

    record Order(List<Leg> legs) {}

    enum Leg {
        ACT_365F,
        HALF_UP
    }

    sealed interface Rule {
        boolean isCheap();

        record Daily(BigDecimal rate, Leg leg) implements Rule {
            @Override
            public boolean isCheap() {
                return false;
            }
        }

        record InterestFree() implements Rule {
            @Override
            public boolean isCheap() {
                return true;
            }
        }

        sealed interface Stepped extends Rule {
            record TwoSteps(Money first) implements Stepped {
                @Override
                public boolean isCheap() {
                    return false;
                }
            }
        }
    }

    record Terms(
            SampleId loanId,
            Code productCode,
            Money limit,
            Rule rule,
            Rule.Daily fallback,
            LocalDate openedOn,
            Instant recordedAt,
            Duration grace,
            Optional<Money> fee,
            @Nullable String remark,
            List<Rule> others,
            Map<Leg, Money> byLeg) {
        boolean isOpen() {
            return true;
        }

        String getGossip() {
            return "not a component";
        }
    }

    sealed interface Happening {
        @StoredAs(name = "sample.opened", revision = 1)
        record Opened(SampleId id) implements Happening {}
    }

    private static Terms terms() {
        return new Terms(
                new SampleId(ID),
                new Code("cash-loan"),
                Money.of("10.00", Currency.CNY),
                new Rule.InterestFree(),
                new Rule.Daily(new BigDecimal("0.00050"), Leg.ACT_365F),
                LocalDate.of(2026, 1, 5),
                Instant.parse("2026-01-05T01:02:03.000004Z"),
                Duration.ofDays(3),
                Optional.empty(),
                null,
                List.of(new Rule.Stepped.TwoSteps(Money.of("-3", Currency.JPY))),
                Map.of(Leg.HALF_UP, Money.of("1", Currency.USD), Leg.ACT_365F, Money.of("2", Currency.USD)));
    }

    @Test
    void a_record_is_written_by_its_components_in_their_order_and_comes_back_equal() {
        var text = JSON.writeValueAsString(terms());

        assertThat(text)
                .isEqualTo("{\"loan_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"product_code\":\"cash-loan\","
                        + "\"limit\":\"CNY 10.00\",\"rule\":{\"kind\":\"interest-free\"},"
                        + "\"fallback\":{\"kind\":\"daily\",\"rate\":\"0.00050\",\"leg\":\"act-365f\"},"
                        + "\"opened_on\":\"2026-01-05\",\"recorded_at\":\"2026-01-05T01:02:03.000004Z\","
                        + "\"grace\":\"PT72H\","
                        + "\"others\":[{\"kind\":\"two-steps\",\"first\":\"JPY -3\"}],"
                        + "\"by_leg\":{\"act-365f\":\"USD 2.00\",\"half-up\":\"USD 1.00\"}}");
        assertThat(JSON.readValue(text, Terms.class)).isEqualTo(terms());
    }

    @Test
    void a_record_of_one_component_is_its_bare_value() {
        assertBare(new SampleId(ID), "\"01890a5d-ac96-774b-bcce-b302099a8057\"");
        assertBare(new Code("x"), "\"x\"");
        assertBare(new Version(3), "3");
        assertBare(new Factor(new BigDecimal("1E+3")), "\"1000\"");
        assertBare(new Order(List.of(Leg.HALF_UP)), "[\"half-up\"]");
    }

    private static void assertBare(Record value, String text) {
        assertThat(JSON.writeValueAsString(value)).isEqualTo(text);
        var back = JSON.readValue(text, value.getClass());
        assertThat(JSON.writeValueAsString(back)).isEqualTo(text);
    }

    @Test
    void a_bare_record_may_be_the_key_of_a_map() {
        var text = JSON.writeValueAsString(Map.of(new SampleId(ID), new Version(1)));

        assertThat(text).isEqualTo("{\"" + ID + "\":1}");
        assertThat(JSON.readValue(text, new TypeReference<Map<SampleId, Version>>() {}))
                .containsEntry(new SampleId(ID), new Version(1));
    }

    @Test
    void a_fact_is_an_object_without_kind_even_with_one_component() {
        var text = JSON.writeValueAsString(new Happening.Opened(new SampleId(ID)));

        assertThat(text).isEqualTo("{\"id\":\"" + ID + "\"}");
        assertThat(JSON.readValue(text, Happening.Opened.class)).isEqualTo(new Happening.Opened(new SampleId(ID)));
    }

    @Test
    void a_value_of_a_sealed_family_keeps_its_kind_at_the_top_too() {
        Rule rule = new Rule.Stepped.TwoSteps(Money.of("1.00", Currency.CNY));

        var text = JSON.writeValueAsString(rule);

        assertThat(text).isEqualTo("{\"kind\":\"two-steps\",\"first\":\"CNY 1.00\"}");
        assertThat(JSON.readValue(text, Rule.class)).isEqualTo(rule);
        assertThat(JSON.readValue(text, Rule.Stepped.class)).isEqualTo(rule);
    }

    @Test
    void the_same_value_always_gives_the_same_text() {
        assertThat(LedgerJson.mapper().writeValueAsString(terms())).isEqualTo(JSON.writeValueAsString(terms()));
    }

    @Test
    void an_unknown_property_an_unknown_kind_and_a_missing_component_are_errors() {
        assertRefused("{\"kind\":\"daily\",\"rate\":\"1\",\"leg\":\"half-up\",\"colour\":\"red\"}", Rule.class);
        assertRefused("{\"kind\":\"weekly\"}", Rule.class);
        assertRefused("{\"rate\":\"1\",\"leg\":\"half-up\"}", Rule.class);
        assertRefused("{\"kind\":\"daily\",\"rate\":\"1\"}", Rule.class);
        assertRefused("\"half_up\"", Leg.class);
    }

    @Test
    void an_amount_that_cannot_be_is_an_error() {
        assertRefused("\"CNY 10.001\"", Money.class);
        assertRefused("\"ABC 10\"", Money.class);
        assertRefused("\"CNY\"", Money.class);
        assertRefused("10", Money.class);
    }

    private static void assertRefused(String text, Class<?> type) {
        assertThatThrownBy(() -> JSON.readValue(text, type)).isInstanceOf(JacksonException.class);
    }

    @Test
    void every_amount_that_can_be_written_can_be_read_again_however_large_it_has_grown() {
        for (var currency : Currency.values()) {
            for (var minor : new long[] {0, 1, -1, Money.LARGEST, Money.LARGEST + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                var money = new Money(minor, currency);
                assertThat(JSON.readValue(JSON.writeValueAsString(money), Money.class))
                        .isEqualTo(money);
            }
        }
    }
}
