package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.StoredAs;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    sealed interface Nested {
        sealed interface Inner extends Nested {
            @StoredAs(name = "nested.inner", revision = 1)
            record Deep() implements Inner {}
        }
    }

    sealed interface Nameless {
        record Forgotten() implements Nameless {}
    }

    sealed interface Twins {
        @StoredAs(name = "twins.same", revision = 1)
        record One() implements Twins {}

        @StoredAs(name = "twins.same", revision = 1)
        record Two() implements Twins {}
    }

    private static EventCatalogue of(Class<?>... families) {
        return EventCatalogue.of(List.of(families));
    }

    @Test
    void every_fact_below_a_sealed_interface_has_its_stored_name() {
        var catalogue = of(Sample.class, Nested.class);

        assertThat(catalogue.nameOf(Sample.Saved.class)).isEqualTo(new StoredName("sample.saved", 2));
        assertThat(catalogue.classOf(new StoredName("nested.inner", 1))).isEqualTo(Nested.Inner.Deep.class);
        assertThat(catalogue.facts().keySet())
                .extracting(StoredName::toString)
                .containsExactly("nested.inner/1", "sample.opened/1", "sample.saved/2");
    }

    @Test
    void a_fact_without_a_name_stops_the_program() {
        assertThatThrownBy(() -> of(Nameless.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Forgotten has no @StoredAs");
    }

    @Test
    void two_facts_under_one_name_stop_the_program() {
        assertThatThrownBy(() -> of(Twins.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twins.same/1 is the name of both");
    }

    @Test
    void what_is_not_in_the_catalogue_is_named() {
        assertThatThrownBy(() -> of(Sample.class).nameOf(String.class))
                .isInstanceOf(UnknownFact.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> of(Sample.class).classOf(new StoredName("sample.saved", 1)))
                .isInstanceOf(UnknownFact.class)
                .hasMessageContaining("sample.saved/1");
    }
}
