package io.fenlu.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.rehearsal.PaperFault;
import io.fenlu.ledger.rehearsal.Rehearsal;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code fenlu schedule} are as their schemas say: the examples, the answers to them, and every kind of event. */
class ScheduleSchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"equal-instalment", "merchant-order-loan", "late-rate-change", "capped", "payments"})
    void an_example_keeps_to_the_schema_and_so_does_its_answer(String name) {
        var terms = example(name + ".terms.json");
        assertThat(SchemaCheck.faults("terms.schema.json", terms)).isEmpty();

        assertThat(SchemaCheck.faults("schedule.schema.json", answer(terms, null)))
                .isEmpty();
    }

    @Test
    void the_example_of_what_is_learned_late_comes_out_as_the_page_tells() {
        var events = example("late-rate-change.events.json");
        assertThat(SchemaCheck.faults("events.schema.json", events)).isEmpty();

        var answer = answer(example("late-rate-change.terms.json"), events);

        assertThat(SchemaCheck.faults("schedule.schema.json", answer)).isEmpty();
        assertThat(answer.at("/schedule/1/billed/due").asString()).isEqualTo("16.90");
        assertThat(answer.at("/allocations/1/sums/principal").asString()).isEqualTo("16.63");
        assertThat(answer.at("/allocations/1/sums/interest").asString()).isEqualTo("0.38");
        assertThat(answer.at("/allocations/1/lines_at_first").size()).isPositive();
        assertThat(answer.at("/allocations/2/corrected/0").asString()).isEqualTo("march");
    }

    @Test
    void the_example_of_a_capped_loan_comes_out_as_the_page_tells() {
        var events = example("capped.events.json");
        assertThat(SchemaCheck.faults("events.schema.json", events)).isEmpty();

        var answer = answer(example("capped.terms.json"), events);

        assertThat(SchemaCheck.faults("schedule.schema.json", answer)).isEmpty();
        assertThat(answer.at("/allocations/0/cut").asString()).isEqualTo("4.20");
        assertThat(answer.at("/allocations/0/balances/cut").asString()).isEqualTo("4.20");
        assertThat(answer.at("/allocations/1/amount").asString()).isEqualTo("1212.00");
        assertThat(answer.at("/balances/cut").asString()).isEqualTo("39.00");
        var uncapped = answer(example("late-rate-change.terms.json"), example("late-rate-change.events.json"));
        assertThat(uncapped.at("/balances").has("cut")).isFalse();
    }

    @Test
    void every_kind_of_event_stands_in_the_schema_with_its_properties() throws ClassNotFoundException {
        var family = Class.forName("io.fenlu.ledger.rehearsal.PaperEvent");
        var kinds = new TreeSet<String>();
        for (var choice : SchemaCheck.read("events.schema.json").at("/$defs/Event/oneOf")) {
            var name = choice.at("/properties/kind/const").asString();
            kinds.add(name);
            var member = members(family)
                    .filter(type -> kebab(type.getSimpleName()).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no event " + name));
            var properties = new TreeSet<>(choice.get("properties").propertyNames());
            properties.remove("kind");
            assertThat(properties)
                    .as(name)
                    .isEqualTo(Arrays.stream(member.getRecordComponents())
                            .map(component -> kebab(component.getName()).replace('-', '_'))
                            .collect(Collectors.toCollection(TreeSet::new)));
            var required = new TreeSet<String>();
            choice.get("required").forEach(property -> required.add(property.asString()));
            required.remove("kind");
            assertThat(required)
                    .as("what %s cannot do without", name)
                    .isEqualTo(Arrays.stream(member.getRecordComponents())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(component -> kebab(component.getName()).replace('-', '_'))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(kinds)
                .isEqualTo(members(family)
                        .map(type -> kebab(type.getSimpleName()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        terms.colour                   | {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"0","per":"year"},"instalments":1,"terms":{"colour":1}}
        terms.conditions.grace.princi  | {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"0","per":"year"},"instalments":1,"terms":{"conditions":{"grace":{"princi":1}}}}
        rate.value                     | {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"seven","per":"year"},"instalments":1}
        rate                           | {"principal":"100","paid_out_on":"2024-01-01","instalments":1}
        instalments                    | {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"0","per":"year"}}
        instalments                    | {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"0","per":"year"},"instalments":481}
        principal                      | {"principal":"100.001","paid_out_on":"2024-01-01","rate":{"value":"0","per":"year"},"instalments":1}
        paid_out_on                    | {"principal":"100","paid_out_on":"yesterday","rate":{"value":"0","per":"year"},"instalments":1}
        due_dates                      | {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"0","per":"year"},"due_dates":["2024-03-01","2024-02-01"]}
        payments[0].every              | {"principal":"100","paid_out_on":"2024-01-01","payments":[{"count":2,"amount":"60","first":"2024-02-01"}]}
        """)
    void bad_terms_are_told_by_their_place(String place, String terms) {
        assertThatThrownBy(() -> Rehearsal.answer(terms, null, null, null))
                .isInstanceOfSatisfying(
                        PaperFault.class,
                        fault -> assertThat(fault.path()).as(fault.line()).isEqualTo(place));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        happened              | {"happened":[]}
        events[0]             | {"events":[7]}
        events[0]             | {"events":[{"kind":"party","on":"2024-02-01"}]}
        events[0].amount      | {"events":[{"kind":"repayment","on":"2024-02-01"}]}
        events[0].amount      | {"events":[{"kind":"repayment","on":"2024-02-01","amount":null}]}
        events[0].amount      | {"events":[{"kind":"repayment","on":"2024-02-01","amount":"1.234"}]}
        events[1].reverses    | {"events":[{"kind":"repayment","on":"2024-02-01","amount":"10"},{"kind":"reversal","on":"2024-02-02","reverses":"x"}]}
        events[1].id          | {"events":[{"kind":"repayment","id":"a","on":"2024-02-01","amount":"10"},{"kind":"repayment","id":"a","on":"2024-02-02","amount":"10"}]}
        events[0]             | {"events":[{"kind":"misuse","on":"2024-02-01","multiple":"1.5"}]}
        events[0].on          | {"events":[{"kind":"pay-off","on":"2023-02-01"}]}
        """)
    void bad_events_are_told_by_their_place(String place, String events) {
        var terms = """
            {"principal":"100","paid_out_on":"2024-01-01","rate":{"value":"0.07","per":"year"},"instalments":6}\
            """;
        assertThatThrownBy(() -> Rehearsal.answer(terms, events, null, null))
                .isInstanceOfSatisfying(
                        PaperFault.class,
                        fault -> assertThat(fault.path()).as(fault.line()).startsWith(place));
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(type -> type.isInterface() ? members(type) : Stream.of(type));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static JsonNode answer(JsonNode terms, @Nullable JsonNode events) {
        return JSON.readTree(Rehearsal.answer(terms.toString(), events == null ? null : events.toString(), null, null));
    }

    private static JsonNode example(String name) {
        return SchemaCheck.read("examples/" + name);
    }
}
