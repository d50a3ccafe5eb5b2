package io.fenlu.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

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

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a reader of JSON may bring
    private static <T> T nothing() {
        return null;
    }
}
