package io.fenlu.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeTest {
    private record Part(String name, @Nullable String remark) {}

    private record Thing(Part part, List<Part> parts, Optional<String> note) {}

    @Test
    void what_has_all_that_it_must_have_is_whole() {
        assertThat(Whole.firstMissing(new Thing(new Part("a", null), List.of(new Part("b", "c")), Optional.empty())))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_named_by_the_way_to_it() {
        assertThat(Whole.firstMissing(new Thing(new Part(nothing(), null), List.of(), Optional.empty())))
                .contains("part.name");
        assertThat(Whole.firstMissing(new Thing(
                        new Part("a", null), List.of(new Part("b", null), new Part(nothing(), "x")), Optional.empty())))
                .contains("parts.name");
        assertThat(Whole.firstMissing(
                        new Thing(new Part("a", null), Collections.singletonList(nothing()), Optional.empty())))
                .contains("parts.an element");
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
        assertThat(Whole.firstMissing(new Drawing(whole, "x", 1, BigDecimal.ONE, null)))
                .isEmpty();
        assertThat(Whole.firstMissing(new Drawing(new Round(3, nothing()), "x", 1, BigDecimal.ONE, part)))
                .contains("shape.colour");
        assertThat(Whole.firstMissing(new Drawing(whole, List.of(new Part(nothing(), null)), 1, BigDecimal.ONE, part)))
                .contains("anything.name");
        assertThat(Whole.firstMissing(new Drawing(whole, "x", 1, nothing(), part)))
                .contains("price");
        assertThat(Whole.firstMissing(new Drawing(whole, "x", 1, BigDecimal.ONE, new Part(nothing(), null))))
                .contains("part.name");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a reader of JSON may bring
    private static <T> T nothing() {
        return null;
    }
}
