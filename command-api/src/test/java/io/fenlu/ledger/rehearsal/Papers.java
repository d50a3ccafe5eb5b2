package io.fenlu.ledger.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of terms and events that a test writes, and the answer to them. */
final class Papers {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> file = new LinkedHashMap<>();
    private final Map<String, Object> terms = new LinkedHashMap<>();
    private final Map<String, Object> conditions = new LinkedHashMap<>();
    private final List<Map<String, Object>> events = new ArrayList<>();

    private Papers(String principal, String paidOutOn) {
        file.put("principal", principal);
        file.put("paid_out_on", paidOutOn);
    }

    static Papers loan(String principal, String paidOutOn) {
        return new Papers(principal, paidOutOn);
    }

    static Papers loan(String principal, LocalDate paidOutOn) {
        return new Papers(principal, paidOutOn.toString());
    }

    Papers rate(String value, String per) {
        return with("rate", Map.of("value", value, "per", per.toLowerCase(Locale.ROOT)));
    }

    Papers with(String name, Object value) {
        file.put(name, value);
        return this;
    }

    Papers rule(String name, Object value) {
        terms.put(name, value);
        return this;
    }

    Papers condition(String name, Object value) {
        conditions.put(name, value);
        return this;
    }

    Papers event(String kind, String on, Object... more) {
        var event = new LinkedHashMap<String, Object>();
        event.put("kind", kind);
        event.put("on", on);
        for (int k = 0; k < more.length; k += 2) {
            event.put((String) more[k], more[k + 1]);
        }
        events.add(event);
        return this;
    }

    String termsFile() {
        var all = new LinkedHashMap<>(file);
        var rules = new LinkedHashMap<>(terms);
        if (!conditions.isEmpty()) {
            rules.put("conditions", conditions);
        }
        if (!rules.isEmpty()) {
            all.put("terms", rules);
        }
        return JSON.writeValueAsString(all);
    }

    String eventsFile() {
        return JSON.writeValueAsString(Map.of("events", events));
    }

    JsonNode answer(@Nullable LocalDate asOf) {
        return JSON.readTree(Rehearsal.answer(termsFile(), events.isEmpty() ? null : eventsFile(), asOf, null));
    }

    static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> rounding(String mode, int units) {
        return Map.of("mode", kebab(mode), "minor_units", units);
    }
}
