package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.StoredAs;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A fact with its place in the journal.
 *
 * @param position its place among all facts
 * @param name the name under which it is stored
 * @param message as it came from the journal
 */
public record Recorded(long position, String name, int revision, Fact fact, DomainEventMessage<?> message) {
    /**
     * The fact that a message from the journal carries.
     *
     * @throws IllegalStateException when it is no fact: a view that does not understand what it reads stops
     */
    public static Recorded of(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked
                && message instanceof DomainEventMessage<?> domain
                && message.getPayload() instanceof Fact fact) {
            var stored = fact.getClass().getAnnotation(StoredAs.class);
            var position = tracked.trackingToken().position();
            if (stored != null && position.isPresent()) {
                return new Recorded(position.getAsLong(), stored.name(), stored.revision(), fact, domain);
            }
        }
        throw new IllegalStateException("no fact with a place in the journal: " + message);
    }

    /** The same with another place. */
    public Recorded at(long place) {
        return new Recorded(place, name, revision, fact, message);
    }

    /** The place of a message in the journal, without a look at what it says. */
    public static long position(TrackedEventMessage<?> message) {
        return message.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("no place in the journal: " + message));
    }
}
