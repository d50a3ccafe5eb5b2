package io.fenlu.ledger.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * How many hands share the reading. The facts of one loan, line or payout all go to the same hand, so that they stay in their order.
 *
 * @param count of segments, each with a position of its own
 */
record Segments(int count) {
    private static final int WORTH_SHARING = 128;

    Segments {
        if (count < 1) {
            throw new IllegalArgumentException("views are read in 1 segment or more, not " + count);
        }
    }

    /** Some neighbouring segments, which move together. */
    record Share(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    /** The facts of some segments. */
    record Part(Share share, List<TrackedEventMessage<?>> facts) {}

    /** Few facts are one piece of work for all segments; many are one for each. */
    List<Part> parts(List<TrackedEventMessage<?>> facts, boolean level) {
        if (level && (count == 1 || facts.size() < WORTH_SHARING)) {
            return List.of(new Part(new Share(0, count - 1), facts));
        }
        var parts = IntStream.range(0, count)
                .mapToObj(segment -> new Part(new Share(segment, segment), new ArrayList<>()))
                .toList();
        for (var fact : facts) {
            parts.get(of(fact)).facts().add(fact);
        }
        return parts;
    }

    private int of(TrackedEventMessage<?> fact) {
        var subject = fact instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : "";
        var hash = subject.hashCode();
        return Math.floorMod(hash ^ hash >>> 16, count);
    }
}
