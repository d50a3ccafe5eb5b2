package io.fenlu.ledger.eventstore;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which aggregates have facts on their way to disk, and which of them lost some on the way. */
public final class InFlight {
    private final Map<String, AppendRequest> last = new ConcurrentHashMap<>();
    private final Set<String> tainted = ConcurrentHashMap.newKeySet();

    /** The last request of an aggregate that is not on disk yet; {@code null} when there is none. */
    @Nullable
    AppendRequest last(String aggregateId) {
        return last.get(aggregateId);
    }

    /** Facts of an aggregate were lost, so what is remembered of it in memory never happened. */
    boolean isTainted(String aggregateId) {
        return tainted.contains(aggregateId);
    }

    /** What is remembered of an aggregate in memory is not, or not all, that happened. */
    void taint(String aggregateId) {
        tainted.add(aggregateId);
    }

    void clean(String aggregateId) {
        tainted.remove(aggregateId);
    }

    /** Called by whoever holds the locks of the aggregates. */
    void began(AppendRequest request) {
        request.aggregateIds().forEach(id -> last.put(id, request));
        if (request.isOver()) {
            over(request);
        }
    }

    /** Must be called before anybody is told. */
    void lost(AppendRequest request) {
        tainted.addAll(request.aggregateIds());
    }

    void over(AppendRequest request) {
        request.aggregateIds().forEach(id -> last.remove(id, request));
    }
}
