package io.fenlu.ledger.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks whether a document keeps to a schema of ours; knows the words that those schemas use and no others. */
final class SchemaCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String file;
    private final JsonNode root;

    private SchemaCheck(String file) {
        this.file = file;
        root = read(file);
    }

    static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(Page.docs().resolve("schemas").resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong, place by place; nothing when the document is as the schema says. */
    static List<String> faults(String schema, JsonNode document) {
        var check = new SchemaCheck(schema);
        return check.look(check.root, document, "$");
    }

    private List<String> look(JsonNode schema, JsonNode value, String place) {
        var faults = new ArrayList<String>();
        if (schema.has("$ref")) {
            faults.addAll(follow(schema.get("$ref").asString(), value, place));
        }
        if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), value, place).ifPresent(faults::add);
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            faults.add(place + " is not " + schema.get("const"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(place + " is none of " + schema.get("enum") + ": " + value);
        }
        if (schema.has("type") && !isOf(schema.get("type").asString(), value)) {
            faults.add(place + " is no " + schema.get("type").asString() + ": " + value);
            return faults;
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asString())
                        .matcher(value.asString())
                        .find()) {
            faults.add(place + " does not look like " + schema.get("pattern") + ": " + value);
        }
        if (value.isObject() && schema.has("properties")) {
            object(schema, value, place, faults);
        }
        if (value.isArray() && schema.has("items")) {
            for (int k = 0; k < value.size(); k++) {
                faults.addAll(look(schema.get("items"), value.get(k), place + "[" + k + "]"));
            }
        }
        return faults;
    }

    private void object(JsonNode schema, JsonNode value, String place, List<String> faults) {
        var properties = schema.get("properties");
        for (var name : value.propertyNames()) {
            if (properties.has(name)) {
                faults.addAll(look(properties.get(name), value.get(name), place + "." + name));
            } else if (!schema.path("additionalProperties").asBoolean(true)) {
                faults.add(place + "." + name + " is not in the schema");
            }
        }
        for (var name : schema.path("required")) {
            if (!value.has(name.asString())) {
                faults.add(place + "." + name.asString() + " is missing");
            }
        }
    }

    private Optional<String> oneOf(JsonNode choices, JsonNode value, String place) {
        var fitting = 0;
        var faults = new ArrayList<String>();
        for (var choice : choices) {
            var found = look(choice, value, place);
            fitting += found.isEmpty() ? 1 : 0;
            faults.addAll(found);
        }
        return fitting == 1
                ? Optional.empty()
                : Optional.of(place + " fits " + fitting + " of the choices: "
                        + faults.stream().limit(8).toList());
    }

    private List<String> follow(String ref, JsonNode value, String place) {
        var parts = ref.split("#", 2);
        var there = parts[0].isEmpty() || parts[0].equals(file) ? this : new SchemaCheck(parts[0]);
        return there.look(there.root.at(parts[1]), value, place);
    }

    private static boolean contains(JsonNode choices, JsonNode value) {
        for (var choice : choices) {
            if (choice.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalStateException("no such type here: " + type);
        };
    }
}
