package io.fenlu.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.kernel.StoredAs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastFormsTest {
    private static final EventCatalogue TODAY = EventCatalogue.of(List.of(Fed.class));
    private static final PastForm FIRST = new PastForm(new StoredName("sample.fed", 1), fact -> {
        fact.put("times", 1);
        return fact;
    });
    private static final PastForm SECOND = new PastForm(new StoredName("sample.fed", 2), fact -> {
        fact.put("pig", fact.remove("name").asString());
        return fact;
    });

    /** A fact that had another form twice. */
    sealed interface Fed {
        @StoredAs(name = "sample.fed", revision = 3)
        record PigFed(String pig, int times) implements Fed {}
    }

    @TempDir
    Path directory;

    @Test
    void facts_of_every_revision_are_read_as_facts_of_today_in_whatever_order_the_forms_are_told() {
        try (var journal = SampleJournal.of(
                SamplePlace.of(JournalStore.H2, directory),
                Fed.class,
                PastForms.upcaster(TODAY, List.of(SECOND, FIRST)))) {
            for (var sequence = 0; sequence < 3; sequence++) {
                journal.engine.appendEvents(new org.axonframework.eventhandling.GenericDomainEventMessage<>(
                        "Sample", "pig", sequence, new Fed.PigFed("pig", 7)));
            }
            journal.jdbc
                    .sql("update ledger_event set revision = 1, payload = '{\"name\":\"pig\"}' where position = 1")
                    .update();
            journal.jdbc
                    .sql("update ledger_event set revision = 2, payload = '{\"name\":\"pig\",\"times\":2}'"
                            + " where position = 2")
                    .update();

            assertThat(journal.facts("pig"))
                    .containsExactly(new Fed.PigFed("pig", 1), new Fed.PigFed("pig", 2), new Fed.PigFed("pig", 7));
        }
    }

    @Test
    void a_catalogue_that_cannot_read_an_earlier_revision_does_not_open() {
        assertThatThrownBy(() -> PastForms.upcaster(TODAY, List.of(SECOND)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sample.fed");
    }

    @Test
    void there_is_one_way_to_read_a_revision() {
        assertThatThrownBy(() -> PastForms.upcaster(TODAY, List.of(FIRST, SECOND, FIRST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two ways");
    }
}
