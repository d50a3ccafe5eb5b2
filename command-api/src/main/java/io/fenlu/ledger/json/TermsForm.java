package io.fenlu.ledger.json;

import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductTerms;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Terms of which only what is special is said: the rest is that of a row. Rules that have kinds are replaced whole, rules without are
 * filled up part by part.
 */
public final class TermsForm {
    private static final JsonMapper JSON = LedgerJson.mapper();
    private static final String CONDITIONS = "conditions";

    private TermsForm() {}

    /** What is said over the terms of a row; a null says nothing. */
    public static ObjectNode over(ProductTerms row, ObjectNode said) {
        var terms = (ObjectNode) JSON.<JsonNode>valueToTree(row);
        var rules = said.deepCopy();
        if (rules.remove(CONDITIONS) instanceof ObjectNode special && !special.isEmpty()) {
            var agreed = row.conditions() == null ? Conditions.PLAIN : row.conditions();
            var conditions = (ObjectNode) JSON.<JsonNode>valueToTree(agreed);
            fill(conditions, special);
            terms.set(CONDITIONS, conditions);
        }
        fill(terms, rules);
        return terms;
    }

    private static void fill(ObjectNode plain, ObjectNode said) {
        for (var name : List.copyOf(said.propertyNames())) {
            var part = said.get(name);
            if (part.isNull()) {
                continue;
            }
            if (part instanceof ObjectNode deeper
                    && plain.get(name) instanceof ObjectNode below
                    && !below.has("kind")
                    && !deeper.has("kind")) {
                fill(below, deeper);
            } else {
                plain.set(name, part);
            }
        }
    }
}
