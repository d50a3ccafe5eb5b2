package io.fenlu.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;

/** Notes all that happens to pigs; chokes on a pig called “bad”. */
@ProcessingGroup("pig-book")
public class PigBook {
    /** One note. */
    public record Note(PiggyFact fact, MetaData metadata, TrackingToken token) {}

    private final List<Note> notes = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(PiggyFact fact, MetaData metadata, TrackingToken token, TrackedEventMessage<?> message) {
        if (fact.pig().equals("bad")) {
            throw new IllegalStateException("cannot digest " + message.getIdentifier());
        }
        notes.add(new Note(fact, metadata, token));
    }

    @ResetHandler
    void reset() {
        notes.clear();
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }
}
