package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fenlu.ledger.kernel.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A no over HTTP (RFC 9457): what sort of no, by name, and which value stood in the way.
 *
 * @param type a path that is the same for all problems of this code
 * @param title what the code means, for people
 * @param detail what it means this time
 * @param code the refusal's name, for programs
 * @param more for example the path of the field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "A no by name (RFC 9457).")
public record Problem(
        @Schema(example = "/problems/draw-exceeds-available")
        String type,

        @Schema(example = "The draw is more than what is left of the limit.")
        String title,

        @Schema(example = "422") int status,

        @Schema(example = "Asked for CNY 900.00; of the limit of CNY 500.00 there are CNY 500.00 left.")
        String detail,

        @Schema(example = "DRAW_EXCEEDS_AVAILABLE") String code,

        @JsonAnyGetter @Schema(hidden = true) Map<String, String> more) {
    static Problem of(Refusal reason, int status, String detail) {
        return of(reason.name(), reason.sentence(), status, detail);
    }

    static Problem of(String code, String title, int status, String detail) {
        var type = "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(type, title, status, detail, code, Map.of());
    }

    Problem with(String name, String value) {
        var both = new TreeMap<>(more);
        both.put(name, value);
        return new Problem(type, title, status, detail, code, both);
    }

    /** The status that the doors give to a sort of no. */
    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> 404;
            case NOT_NOW -> 409;
            case UNACCEPTABLE -> 422;
        };
    }
}
