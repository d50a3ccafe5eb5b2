package io.fenlu.ledger.eventstore;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The last sequence number of each aggregate, as the writer knows it, so that a command decided on old state is noticed.
 *
 * <p>Only the writer's thread touches it.
 */
final class SequenceHeads {
    private static final long NOTHING = -1;
    private static final int REMEMBERED = 100_000;

    /** Looks up the last sequence number of each of these aggregates; those without any are left out. */
    @FunctionalInterface
    interface Lookup {
        Map<String, Long> lastSequences(Collection<String> aggregateIds) throws SQLException;
    }

    private final Lookup lookup;
    private final Map<String, Long> tentative = new HashMap<>();
    private final Map<String, Long> written = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    SequenceHeads(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Looks up at once whatever is not known of the aggregates of these requests. */
    void learn(List<AppendRequest> requests) throws SQLException {
        var unknown = new HashSet<String>();
        for (var request : requests) {
            for (var event : request.events()) {
                if (event.sequence() > 0 && !written.containsKey(event.aggregateId())) {
                    unknown.add(event.aggregateId());
                }
            }
        }
        if (!unknown.isEmpty()) {
            written.putAll(lookup.lastSequences(unknown));
        }
    }

    /** Somebody else has written to these aggregates. */
    void moved(Map<String, Long> lastSequences) {
        written.putAll(lastSequences);
    }

    /** Somebody else has written too much to follow. */
    void forget() {
        written.clear();
    }

    /** Why the request does not continue each of its aggregates, and nothing is remembered of it; empty when it does. */
    Optional<RuntimeException> admit(AppendRequest request) throws SQLException {
        var advanced = new HashMap<String, Long>();
        for (var event : request.events()) {
            var known = advanced.get(event.aggregateId());
            var head = known == null ? head(event) : known;
            if (event.sequence() != head + 1) {
                return Optional.of(conflict(event));
            }
            advanced.put(event.aggregateId(), event.sequence());
        }
        tentative.putAll(advanced);
        return Optional.empty();
    }

    /** Takes back what {@link #admit} remembered of a request that could not be written after all. */
    void takeBack(AppendRequest request) {
        for (var event : request.events()) {
            tentative.remove(event.aggregateId());
            written.remove(event.aggregateId());
        }
    }

    /** Forgets what was admitted but not kept. */
    void forgetTentative() {
        tentative.clear();
    }

    /** Remembers what was admitted, now that it is written. */
    void keep() {
        written.putAll(tentative);
        tentative.clear();
    }

    static RuntimeException conflict(PendingEvent event) {
        return event.sequence() == 0
                ? new AggregateStreamCreationException(event.aggregateId() + " exists already")
                : new ConcurrencyException(
                        event.aggregateId() + " was changed by another command before its event " + event.sequence());
    }

    private long head(PendingEvent event) throws SQLException {
        var head = tentative.get(event.aggregateId());
        if (head == null) {
            head = written.get(event.aggregateId());
        }
        if (head == null && event.sequence() > 0) {
            head = lookup.lastSequences(List.of(event.aggregateId())).get(event.aggregateId());
        }
        return head == null ? NOTHING : head;
    }
}
