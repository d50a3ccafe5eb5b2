package io.fenlu.ledger.web;

import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.json.TermsForm;
import io.fenlu.ledger.json.Unreadable;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.product.Catalogue;
import io.fenlu.ledger.product.ProductCode;
import io.fenlu.ledger.product.ProductTerms;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of the catalogue, and a row with single rules replaced by others. */
final class TermsOnOffer {
    private static final JsonMapper KEPT = LedgerJson.mapper();
    private static final String CONDITIONS = "conditions";
    private static final List<String> RULES = List.of(
            "plan",
            "frequency",
            "day_count",
            "interest_rounding",
            "penalty",
            "prepayment",
            "overpayment",
            "allocation",
            CONDITIONS);

    private TermsOnOffer() {}

    static List<JsonNode> rows() {
        return Catalogue.rows().stream().<JsonNode>map(KEPT::valueToTree).toList();
    }

    static String defaultProduct() {
        return Catalogue.rows().getFirst().product().value();
    }

    static ProductTerms read(@Nullable String product, @Nullable Map<String, Object> replaced) {
        var code = new ProductCode(product == null ? defaultProduct() : product);
        var row = Catalogue.find(code).orElseThrow(() -> unknown(code));
        return replaced == null || replaced.isEmpty() ? row : replace(row, replaced);
    }

    private static ProductTerms replace(ProductTerms row, Map<String, Object> replaced) {
        var terms = (ObjectNode) KEPT.<JsonNode>valueToTree(row);
        for (var rule : replaced.entrySet()) {
            if (!RULES.contains(rule.getKey())) {
                throw DoorClosed.at(
                        "terms." + Given.brief(rule.getKey()),
                        DoorRefusal.BODY_MALFORMED,
                        "“" + Given.brief(rule.getKey()) + "” is no rule of a product; the rules are: "
                                + String.join(", ", RULES) + ".");
            }
            if (rule.getValue() != null) {
                terms.set(rule.getKey(), given(rule.getValue()));
            }
        }
        if (replaced.get(CONDITIONS) != null) {
            fillUp(row, terms);
        }
        try {
            return KEPT.treeToValue(terms, ProductTerms.class);
        } catch (JacksonException unreadable) {
            throw malformed(unreadable);
        }
    }

    /** Of the conditions only those that are special need be given. */
    private static void fillUp(ProductTerms row, ObjectNode terms) {
        var special = terms.get(CONDITIONS);
        if (!special.isObject()) {
            throw DoorClosed.at("terms.conditions", DoorRefusal.TERMS_MALFORMED, "The conditions are an object.");
        }
        var said = KEPT.createObjectNode();
        said.set(CONDITIONS, special);
        if (!special.isEmpty()) {
            terms.set(CONDITIONS, TermsForm.over(row, said).get(CONDITIONS));
        } else {
            terms.remove(CONDITIONS);
        }
    }

    /**
     * What was given for a rule. A null is as good as nothing, here as in the whole body: what a rule cannot be without is then missed by
     * name, and no fact is kept with a hole in it.
     */
    private static JsonNode given(Object rule) {
        var node = KEPT.<JsonNode>valueToTree(rule);
        leaveOutNulls(node);
        return node;
    }

    private static void leaveOutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
        }
        node.forEach(TermsOnOffer::leaveOutNulls);
    }

    private static DoorClosed malformed(JacksonException unreadable) {
        var field = "terms." + Unreadable.path(unreadable);
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue invalid) {
                return new DoorClosed(
                        Problem.of(
                                        invalid.reason(),
                                        Problem.status(invalid.reason().kind()),
                                        invalid.detail())
                                .with("field", field),
                        Map.of());
            }
        }
        return DoorClosed.at(field, DoorRefusal.TERMS_MALFORMED, Unreadable.sentence(unreadable));
    }

    private static DoorClosed unknown(ProductCode code) {
        var all = Catalogue.rows().stream().map(row -> row.product().value()).collect(Collectors.joining(", "));
        return DoorClosed.at(
                "product",
                DoorRefusal.PRODUCT_UNKNOWN,
                "“" + Given.brief(code.value()) + "” is not on offer; there are: " + all + ".");
    }
}
