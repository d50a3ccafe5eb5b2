package io.fenlu.ledger.view;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the views of this process stumbled over, and where; a view that went on since has got over it. */
public final class ViewFailures {
    private record Stumble(long position, String what) {}

    private final Map<String, Stumble> stumbles = new ConcurrentHashMap<>();

    void note(String view, long position, Throwable failure) {
        stumbles.put(view, new Stumble(position, failure.getClass().getSimpleName() + ": " + failure.getMessage()));
    }

    /** Why the view, having read up to this position, stands still; nothing when it does not. */
    public Optional<String> of(String view, long position) {
        return Optional.ofNullable(stumbles.get(view))
                .filter(stumble -> stumble.position == position)
                .map(Stumble::what);
    }
}
