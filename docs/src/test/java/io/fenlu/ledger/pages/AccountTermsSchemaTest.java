package io.fenlu.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.ChargeRules;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.billing.GraceRule;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.MerchantRules;
import io.fenlu.ledger.billing.MinimumPaymentRule;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of the terms of an account says what the rules of the core are, no more and no less. */
class AccountTermsSchemaTest {
    private static final String SCHEMA = "account-terms.schema.json";
    private static final JsonMapper JSON = LedgerJson.mapper();

    static List<AccountTerms> rows() {
        return List.of(PayLater.STANDARD, PayLater.CARD, PayLater.mirrored(Currency.TWD, Fraction.of("0.02")));
    }

    static List<Class<?>> rules() {
        return List.of(
                BillRules.class,
                GraceRule.class,
                MinimumPaymentRule.class,
                RevolvingRule.class,
                ChargeRules.class,
                InstalmentRules.class,
                InstalmentRules.Row.class,
                MerchantRules.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_of_the_product_fits(AccountTerms terms) {
        assertThat(SchemaCheck.faults(SCHEMA, JSON.valueToTree(terms))).isEmpty();
    }

    @Test
    void the_example_fits_and_is_the_row_of_the_card() {
        var example = SchemaCheck.read("examples/pay-later-card.account-terms.json");

        assertThat(SchemaCheck.faults(SCHEMA, example)).isEmpty();
        assertThat(JSON.treeToValue(example, AccountTerms.class)).isEqualTo(PayLater.CARD);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_stands_in_the_schema_with_all_its_parts(Class<?> rule) {
        mustHaveTheParts(SchemaCheck.read(SCHEMA).get("$defs").get(rule.getSimpleName()), rule);
    }

    @Test
    void the_terms_themselves_stand_there_with_all_their_rules() {
        mustHaveTheParts(SchemaCheck.read(SCHEMA), AccountTerms.class);
    }

    private static void mustHaveTheParts(JsonNode defined, Class<?> rule) {
        var parts = Arrays.stream(rule.getRecordComponents())
                .map(part ->
                        part.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(defined.get("properties").propertyNames())).isEqualTo(parts);
        assertThat(defined.get("additionalProperties").asBoolean()).isFalse();
        for (var part : rule.getRecordComponents()) {
            if (part.getType().isEnum()) {
                var named = defined.get("properties")
                        .get(part.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
                if (named.has("enum")) {
                    assertThat(words(part.getType())).containsAll(texts(named.get("enum")));
                }
            }
        }
    }

    @Test
    void every_choice_of_the_core_is_one_of_the_schema() {
        var defined = SchemaCheck.read(SCHEMA).get("$defs");
        assertThat(texts(defined.at("/BillRules/properties/bill_day/enum"))).isEqualTo(words(BillRules.BillDay.class));
        assertThat(texts(defined.at("/BillRules/properties/closing/enum"))).isEqualTo(words(BillRules.Closing.class));
        assertThat(texts(defined.at("/RevolvingRule/properties/from/enum"))).isEqualTo(words(RevolvingRule.From.class));
        assertThat(texts(defined.at("/RevolvingRule/properties/days/enum"))).isEqualTo(words(RevolvingRule.Days.class));
        assertThat(texts(defined.at("/InstalmentRules/properties/on_refund/enum")))
                .isEqualTo(words(InstalmentRules.Fees.class));
        assertThat(texts(defined.at("/FeePayer/enum"))).isEqualTo(words(FeePayer.class));
        assertThat(defined.at("/LateFee/oneOf").size()).isEqualTo(LateFee.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bills", "grace", "minimum", "revolving", "charges", "instalments", "merchant"})
    void terms_that_lack_a_rule_or_have_one_more_do_not_fit(String rule) {
        var without = (ObjectNode) JSON.<JsonNode>valueToTree(PayLater.CARD);
        without.remove(rule);
        assertThat(SchemaCheck.faults(SCHEMA, without)).containsExactly("$." + rule + " is missing");

        var more = (ObjectNode) JSON.<JsonNode>valueToTree(PayLater.CARD);
        ((ObjectNode) more.get(rule)).put("colour", "red");
        assertThat(SchemaCheck.faults(SCHEMA, more)).containsExactly("$." + rule + ".colour is not in the schema");
    }

    private static Set<String> words(Class<?> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice ->
                        ((Enum<?>) choice).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
