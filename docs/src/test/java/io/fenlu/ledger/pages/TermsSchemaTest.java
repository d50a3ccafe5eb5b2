package io.fenlu.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentFee;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.allocation.StagedOrder;
import io.fenlu.ledger.calendar.Adjustment;
import io.fenlu.ledger.calendar.BusinessDays;
import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.calendar.FirstDue;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.MonthEnd;
import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.IndexHistory;
import io.fenlu.ledger.interest.Indices;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of a file of terms says what the rules of the core are, no more and no less. */
class TermsSchemaTest {
    private static final JsonMapper JSON = LedgerJson.mapper();
    private static final Set<Class<?>> FILLED_UP = Set.of(
            ProductTerms.class,
            Conditions.class,
            LateRule.class,
            EarlyRepayment.class,
            DueDateRule.class,
            BusinessDays.class,
            Grace.class,
            CostCaps.class);

    static List<Class<?>> rules() {
        return List.of(
                Rate.class,
                Rounding.class,
                RoundingRule.class,
                RemainderHolder.class,
                Annuity.Factors.class,
                RepaymentPlan.class,
                Frequency.class,
                DayCount.class,
                InterestRounding.class,
                PenaltyRule.Base.class,
                PenaltyRule.class,
                PrepaymentRule.class,
                OverpaymentRule.class,
                AllocationOrder.class,
                RateRule.class,
                FirstDue.class,
                MonthEnd.class,
                Adjustment.class,
                BusinessDays.class,
                DueDateRule.class,
                Grace.class,
                DayConvention.class,
                LateFee.class,
                LateRule.class,
                PrepaymentFee.class,
                EarlyRepayment.class,
                StagedOrder.class,
                ChargeRule.Amount.class,
                ChargeRule.class,
                CostCaps.class,
                Conditions.class,
                ProductTerms.class,
                IndexHistory.class);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_stands_in_the_schema_as_it_is(Class<?> rule) throws IOException {
        var defined = schema().get("$defs").get(rule.getSimpleName());
        assertThat(defined).as(rule.getSimpleName()).isNotNull();
        if (rule.isEnum()) {
            assertThat(texts(defined.get("enum"))).isEqualTo(constants(rule));
        } else if (rule.isSealed()) {
            var kinds = new TreeSet<String>();
            for (var kind : defined.get("oneOf")) {
                var name = kind.get("properties").get("kind").get("const").asString();
                kinds.add(name);
                compare(kind, member(rule, name));
            }
            assertThat(kinds)
                    .isEqualTo(Arrays.stream(rule.getPermittedSubclasses())
                            .map(TermsSchemaTest::kind)
                            .collect(Collectors.toCollection(TreeSet::new)));
        } else {
            compare(defined, rule);
        }
    }

    @Test
    void nothing_else_is_defined_but_amounts_dates_and_parts() throws IOException {
        var named = new TreeSet<>(Set.of("Money", "Date", "Fraction", "Interval"));
        rules().forEach(rule -> named.add(rule.getSimpleName()));
        assertThat(new TreeSet<>(schema().get("$defs").propertyNames())).isEqualTo(named);
    }

    @Test
    void the_equal_instalment_example_is_laid_out_to_the_cent() throws IOException {
        var rows = laidOut("equal-instalment");
        assertThat(rows)
                .extracting(row -> row.total().amount())
                .containsExactly("1713.12", "1713.12", "1713.12", "1713.12", "1713.12", "1713.15");
    }

    @Test
    void the_order_loan_example_uses_what_it_names() throws IOException {
        var rows = laidOut("merchant-order-loan");
        assertThat(rows).hasSize(12);
        assertThat(rows.getFirst().dueOn()).isEqualTo(LocalDate.of(2024, 4, 22));
        assertThat(rows.getFirst().interest().isZero()).isTrue();
        assertThat(rows.get(2).principal().isZero()).isTrue();
        assertThat(rows.getFirst().charges().amount()).isEqualTo("150.00");
        assertThat(Money.sum(
                                rows.getFirst().principal().currency(),
                                rows.stream().map(Instalment::principal).toList())
                        .amount())
                .isEqualTo("300000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal-instalment", "merchant-order-loan"})
    void an_example_survives_being_written_and_read(String name) throws IOException {
        var terms = terms(example(name));
        assertThat(JSON.treeToValue(JSON.<JsonNode>valueToTree(terms), ProductTerms.class))
                .isEqualTo(terms);
    }

    @Test
    void terms_kept_before_there_were_conditions_still_read_as_plain() {
        var old = (ObjectNode) JSON.<JsonNode>valueToTree(ProductTerms.PLAIN);
        assertThat(old.has("conditions")).isFalse();
        assertThat(JSON.treeToValue(old, ProductTerms.class).agreed()).isEqualTo(Conditions.PLAIN);
    }

    private static List<Instalment> laidOut(String name) throws IOException {
        var file = example(name);
        var terms = terms(file);
        var start = LocalDate.parse(file.get("paid_out_on").asString());
        var periods = terms.periods(start, null, file.get("instalments").asInt());
        var rates = terms.rates(JSON.treeToValue(file.get("rate"), Rate.class), periods, start, Indices.LPR_1Y);
        var principal = JSON.treeToValue(file.get("principal"), Money.class);
        return terms.schedule(principal, periods, terms.growth(rates, List.of()));
    }

    /** What the file says over what is plain. */
    private static ProductTerms terms(JsonNode file) {
        var terms = (ObjectNode) JSON.<JsonNode>valueToTree(ProductTerms.PLAIN);
        terms.setAll((ObjectNode) file.get("terms"));
        var said = terms.get("conditions");
        if (said != null) {
            var conditions = (ObjectNode) JSON.<JsonNode>valueToTree(Conditions.PLAIN);
            conditions.setAll((ObjectNode) said);
            terms.set("conditions", conditions);
        }
        return JSON.treeToValue(terms, ProductTerms.class);
    }

    private static void compare(JsonNode defined, Class<?> type) {
        var properties = new TreeSet<>(defined.get("properties").propertyNames());
        properties.remove("kind");
        assertThat(properties)
                .as(type.getSimpleName())
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .map(TermsSchemaTest::snake)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(defined.get("additionalProperties").asBoolean()).isFalse();
        if (!FILLED_UP.contains(type)) {
            var required = texts(defined.get("required"));
            required.remove("kind");
            assertThat(required)
                    .as("what %s cannot do without", type.getSimpleName())
                    .isEqualTo(Arrays.stream(type.getRecordComponents())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(TermsSchemaTest::snake)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        for (var component : type.getRecordComponents()) {
            var said = defined.get("properties").get(snake(component)).get("enum");
            if (said != null && component.getType().isEnum()) {
                assertThat(constants(component.getType()))
                        .as(component.toString())
                        .containsAll(texts(said));
            }
        }
    }

    private static Class<?> member(Class<?> family, String kind) {
        return Arrays.stream(family.getPermittedSubclasses())
                .filter(member -> kind(member).equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(family.getSimpleName() + " has no " + kind));
    }

    private static String kind(Class<?> member) {
        return member.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String snake(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static JsonNode schema() throws IOException {
        return read(Page.docs().resolve("schemas/terms.schema.json"));
    }

    private static JsonNode example(String name) throws IOException {
        return read(Page.docs().resolve("schemas/examples/" + name + ".terms.json"));
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
