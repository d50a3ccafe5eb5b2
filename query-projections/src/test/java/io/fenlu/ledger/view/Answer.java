package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the web answered. */
public record Answer(int status, String position, String type, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    public Answer ok() {
        assertThat(status).as(body).isEqualTo(200);
        return this;
    }

    /** It refused, by this name and status. */
    public Answer refused(int expected, String code) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(type).startsWith("application/problem+json");
        assertThat(text("/code")).isEqualTo(code);
        return this;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The text at a JSON pointer. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The amount at a JSON pointer, with its currency. */
    public String amount(String pointer) {
        return text(pointer + "/currency") + ' ' + text(pointer + "/amount");
    }
}
