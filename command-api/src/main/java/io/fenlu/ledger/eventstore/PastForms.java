package io.fenlu.ledger.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets facts of every earlier release be read for ever, one revision after the other up to the one that the catalogue knows.
 *
 * <p>A catalogue whose revision 3 could not be reached from 1 and from 2 stops the program before it begins.
 */
public final class PastForms {
    private PastForms() {}

    /**
     * What Axon puts between the journal and the serializer.
     *
     * @throws IllegalStateException when an earlier revision of a fact could not be read, or could be read in two ways
     */
    public static EventUpcaster upcaster(EventCatalogue catalogue, Collection<PastForm> forms) {
        var known = new HashSet<StoredName>();
        for (var form : forms) {
            if (!known.add(form.of())) {
                throw new IllegalStateException("there are two ways to read " + form.of());
            }
        }
        for (var name : catalogue.facts().keySet()) {
            for (var revision = 1; revision < name.revision(); revision++) {
                var past = new StoredName(name.name(), revision);
                if (!known.contains(past)) {
                    throw new IllegalStateException("there is no way to read " + past + " as " + name);
                }
            }
        }
        var steps = new ArrayList<Step>();
        forms.stream()
                .sorted(Comparator.comparing(form -> form.of().revision()))
                .forEach(form -> steps.add(new Step(form)));
        return new EventUpcasterChain(steps);
    }

    /** From one revision to the next. */
    private static final class Step extends SingleEventUpcaster {
        private final PastForm form;

        Step(PastForm form) {
            this.form = form;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation fact) {
            return form.of().name().equals(fact.getType().getName())
                    && Integer.toString(form.of().revision())
                            .equals(fact.getType().getRevision());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation fact) {
            var next = form.next();
            return fact.upcastPayload(
                    new SimpleSerializedType(next.name(), Integer.toString(next.revision())),
                    JsonNode.class,
                    past -> form.renewed().apply((ObjectNode) past));
        }
    }
}
