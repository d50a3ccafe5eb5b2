package io.fenlu.ledger.gate;

import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.kernel.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What was kept, read again: of one thing, or of everything. */
@Component
public final class History {
    private static final int LINES_PER_READ = 1_000;
    private static final int FACTS_PER_REQUEST = 50;

    private final ObjectProvider<LedgerReader> journal;
    private final Serializer serializer;
    private final Configuration axon;

    History(
            ObjectProvider<LedgerReader> journal,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon) {
        this.journal = journal;
        this.serializer = serializer;
        this.axon = axon;
    }

    /** All facts of one thing, in their order. */
    public List<KeptFact> of(UUID subject) {
        var facts = new ArrayList<KeptFact>();
        var next = 0L;
        while (true) {
            var lines = journal.getObject().ofAggregate(subject.toString(), next, LINES_PER_READ);
            facts.addAll(read(lines));
            if (lines.size() < LINES_PER_READ) {
                return facts;
            }
            next = lines.getLast().sequence() + 1;
        }
    }

    /** The facts that one request left on one thing, which stand together from a sequence number on. */
    List<KeptFact> of(UUID subject, Request request, long firstSequence) {
        var id = request.id().toString();
        return read(journal.getObject().ofAggregate(subject.toString(), firstSequence, FACTS_PER_REQUEST)).stream()
                .takeWhile(fact -> fact.requestId().equals(id))
                .toList();
    }

    /** Visits every fact of the ledger in its order. */
    public void visit(Consumer<KeptFact> visitor) {
        var position = 0L;
        while (true) {
            var lines = journal.getObject().after(position, LINES_PER_READ);
            if (lines.isEmpty()) {
                return;
            }
            read(lines).forEach(visitor);
            position = lines.getLast().position();
        }
    }

    /** The position of the last fact of the ledger; 0 when there is none. */
    public long lastPosition() {
        return journal.getObject().durablePosition();
    }

    private List<KeptFact> read(List<StoredEvent> lines) {
        return EventUtils.upcastAndDeserializeTrackedEvents(lines.stream(), serializer, axon.upcasterChain())
                .map(History::kept)
                .toList();
    }

    private static KeptFact kept(TrackedEventMessage<?> message) {
        if (message.trackingToken() instanceof GlobalSequenceTrackingToken place
                && message.getPayload() instanceof Fact fact) {
            return new KeptFact(
                    place.getGlobalIndex(),
                    fact,
                    String.valueOf(message.getMetaData().get(Request.ID)));
        }
        throw new IllegalStateException("no fact of the ledger: " + message.getPayloadType());
    }
}
