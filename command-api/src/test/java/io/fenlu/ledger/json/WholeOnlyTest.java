package io.fenlu.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WholeOnlyTest {
    private static final JsonMapper WHOLE = WholeOnly.on(LedgerJson.mapper());

    private record Part(String name, @Nullable String remark) {}

    private record Thing(Part part, List<Part> parts, Optional<String> note) {}

    @Test
    void what_has_all_that_it_must_have_is_whole() {
        assertThat(firstMissing(new Thing(new Part("a", null), List.of(new Part("b", "c")), Optional.empty())))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_named_by_the_way_to_it() {
        assertThat(firstMissing(new Thing(new Part(nothing(), null), List.of(), Optional.empty())))
                .contains("part.name");
        assertThat(firstMissing(new Thing(
                        new Part("a", null), List.of(new Part("b", null), new Part(nothing(), "x")), Optional.empty())))
                .contains("parts[1].name");
        assertThat(firstMissing(new Thing(new Part("a", null), Collections.singletonList(nothing()), Optional.empty())))
                .contains("parts[0]");
    }

    private record Name(String value) {}

    private record Named(Name name, List<Name> others) {}

    @Test
    void a_bare_value_that_is_missing_is_named_by_where_it_should_stand() {
        assertThat(firstMissing(new Named(new Name("a"), List.of(new Name("b")))))
                .isEmpty();
        assertThat(firstMissing(new Named(new Name(nothing()), List.of()))).contains("name");
        assertThat(firstMissing(new Named(new Name("a"), List.of(new Name(nothing())))))
                .contains("others[0]");
    }

    private sealed interface Shape {}

    private record Round(int radius, String colour) implements Shape {}

    private record Drawing(
            Shape shape,
            Object anything,
            long size,
            BigDecimal price,
            @Nullable Part part) {}

    /** What a component is declared as does not say what stands there. */
    @Test
    void a_part_that_is_missing_is_found_behind_a_family_and_behind_anything() {
        var whole = new Round(3, "red");
        var part = new Part("a", null);
        assertThat(firstMissing(new Drawing(whole, "x", 1, BigDecimal.ONE, null)))
                .isEmpty();
        assertThat(firstMissing(new Drawing(new Round(3, nothing()), "x", 1, BigDecimal.ONE, part)))
                .contains("shape.colour");
        assertThat(firstMissing(new Drawing(whole, List.of(new Part(nothing(), null)), 1, BigDecimal.ONE, part)))
                .contains("anything[0].name");
        assertThat(firstMissing(new Drawing(whole, "x", 1, nothing(), part))).contains("price");
        assertThat(firstMissing(new Drawing(whole, "x", 1, BigDecimal.ONE, new Part(nothing(), null))))
                .contains("part.name");
    }

    @Test
    void what_may_be_left_out_is_left_out_also_when_all_the_rest_must_stand() {
        var thing = new Thing(new Part("a", null), List.of(new Part("b", "c")), Optional.empty());

        assertThat(WHOLE.writeValueAsString(thing))
                .isEqualTo(LedgerJson.mapper().writeValueAsString(thing))
                .isEqualTo("{\"part\":{\"name\":\"a\"},\"parts\":[{\"name\":\"b\",\"remark\":\"c\"}]}");
    }

    private static Optional<String> firstMissing(Object value) {
        try {
            WHOLE.writeValueAsString(value);
            return Optional.empty();
        } catch (WholeOnly.Missing missing) {
            return Optional.of(Unreadable.path(missing));
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a reader of JSON may bring
    private static <T> T nothing() {
        return null;
    }
}
