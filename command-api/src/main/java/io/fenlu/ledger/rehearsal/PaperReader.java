package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.json.TermsForm;
import io.fenlu.ledger.json.Unreadable;
import io.fenlu.ledger.json.WholeOnly;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads files of terms and of events; whatever is wrong with them is a {@link PaperFault} that names its place. */
final class PaperReader {
    private static final JsonMapper JSON = LedgerJson.on(JsonMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper WHOLE = WholeOnly.on(JSON);
    private static final Pattern BARE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Set<String> AMOUNTS =
            Set.of("principal", "amount", "price", "interest", "balloon", "sum", "least", "most", "most_in_all");
    private static final int MOST_EVENTS = 10_000;

    private PaperReader() {}

    /** The loan of a file of terms; what the terms do not say is plain. */
    static LoanPaper terms(String text) {
        var file = object(text);
        var currency = currency(file);
        var said = said(file, "terms", "");
        said(said, "conditions", "terms.");
        file.set("terms", TermsForm.over(ProductTerms.PLAIN, said));
        withCurrency(file, currency);
        return read("", file, LoanPaper.class);
    }

    /** The events of a file, in the order of the file: an array, or an object whose one property is {@code events}. */
    static List<PaperEvent> events(String text, Money principal) {
        var tree = tree(text);
        if (tree.isObject()) {
            var unknown = tree.propertyNames().stream()
                    .filter(name -> !name.equals("events"))
                    .findFirst();
            if (unknown.isPresent()) {
                throw new PaperFault(unknown.get(), "this property is not known here; the events stand in “events”");
            }
            tree = tree.path("events");
        }
        if (!tree.isArray()) {
            throw new PaperFault("events", "an array of events is needed");
        }
        if (tree.size() > MOST_EVENTS) {
            throw new PaperFault("events", "there are more than " + MOST_EVENTS + " events");
        }
        var events = new ArrayList<PaperEvent>();
        for (int k = 0; k < tree.size(); k++) {
            var place = "events[" + k + "]";
            if (!(tree.get(k) instanceof ObjectNode event)) {
                throw new PaperFault(place, "an event is an object with a “kind”");
            }
            withCurrency(event, principal.currency().name());
            events.add(read(place, event, PaperEvent.class));
        }
        return events;
    }

    private static <T> T read(String place, JsonNode tree, Class<T> type) {
        try {
            var value = JSON.treeToValue(tree, type);
            WHOLE.writeValueAsBytes(value);
            return value;
        } catch (WholeOnly.Missing missing) {
            throw new PaperFault(joined(place, Unreadable.path(missing)), "something is missing here");
        } catch (JacksonException unreadable) {
            throw fault(place, unreadable);
        }
    }

    private static PaperFault fault(String place, JacksonException unreadable) {
        var path = joined(place, Unreadable.path(unreadable));
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue invalid) {
                return new PaperFault(path, invalid.reason().name() + ": " + invalid.detail());
            }
        }
        return new PaperFault(path, Unreadable.sentence(unreadable).replaceAll(", at “[^”]*”", ""));
    }

    private static String joined(String place, String rest) {
        if (place.isEmpty() || rest.isEmpty()) {
            return place + rest;
        }
        return place + (rest.startsWith("[") ? "" : ".") + rest;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException unreadable) {
            throw fault("", unreadable);
        }
    }

    private static ObjectNode object(String text) {
        if (tree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new PaperFault("", "the file is not a JSON object");
    }

    private static ObjectNode said(ObjectNode in, String name, String before) {
        var part = in.get(name);
        if (part == null || part.isNull()) {
            return JSON.createObjectNode();
        }
        if (part instanceof ObjectNode object) {
            return object;
        }
        throw new PaperFault(before + name, "an object is needed here");
    }

    private static String currency(ObjectNode file) {
        var principal = file.path("principal").asString("");
        return principal.length() > 4 && principal.charAt(3) == ' ' ? principal.substring(0, 3) : "CNY";
    }

    /** Amounts that are written without a currency are in that of the loan. */
    private static void withCurrency(JsonNode tree, String currency) {
        if (tree instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var part = object.get(name);
                if (AMOUNTS.contains(name)
                        && part instanceof StringNode bare
                        && BARE.matcher(bare.asString()).matches()) {
                    object.put(name, currency + " " + bare.asString());
                } else {
                    withCurrency(part, currency);
                }
            }
        } else {
            tree.forEach(part -> withCurrency(part, currency));
        }
    }
}
