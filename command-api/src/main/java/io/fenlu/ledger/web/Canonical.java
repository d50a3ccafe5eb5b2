package io.fenlu.ledger.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form of a body that means the same, however it was written: sorted names, nothing that is absent, amounts and rates
 * without trailing zeros.
 */
final class Canonical {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    /** The names of decimals; a reference that happens to consist of digits stays as it is. */
    private static final Set<String> DECIMALS = Set.of("amount", "value", "multiple");

    private Canonical() {}

    static String form(JsonNode node) {
        var text = new StringBuilder();
        write("", node, text);
        return text.toString();
    }

    private static void write(String name, JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            var separator = "{";
            for (var entry : sorted(node).entrySet()) {
                text.append(separator).append(quoted(entry.getKey())).append(':');
                write(entry.getKey(), entry.getValue(), text);
                separator = ",";
            }
            text.append(separator.equals("{") ? "{}" : "}");
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(each -> {
                write(name, each, text);
                text.append(';');
            });
            text.append(']');
        } else if (DECIMALS.contains(name)
                && node.isString()
                && DECIMAL.matcher(node.stringValue()).matches()) {
            text.append(quoted(decimal(node.stringValue())));
        } else {
            text.append(node);
        }
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        var sorted = new TreeMap<String, JsonNode>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                sorted.put(entry.getKey(), entry.getValue());
            }
        });
        return sorted;
    }

    private static String decimal(String text) {
        var number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
