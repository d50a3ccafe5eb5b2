package io.fenlu.ledger.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The facts of one command, waiting to be written together or not at all. */
final class AppendRequest {
    private final List<PendingEvent> events;
    private final Set<String> aggregateIds;
    private final InFlight inFlight;
    private final CompletableFuture<Appended> outcome = new CompletableFuture<>();

    AppendRequest(List<PendingEvent> events, InFlight inFlight) {
        this.events = List.copyOf(events);
        aggregateIds = events.stream().map(PendingEvent::aggregateId).collect(Collectors.toUnmodifiableSet());
        this.inFlight = inFlight;
    }

    List<PendingEvent> events() {
        return events;
    }

    /** Whom the facts are about. */
    Set<String> aggregateIds() {
        return aggregateIds;
    }

    void written(Appended appended) {
        outcome.complete(appended);
        inFlight.over(this);
    }

    /** Not written; whoever asked is told at once. */
    void refused(RuntimeException reason) {
        lost();
        told(reason);
    }

    /** Will not be written; nobody decides any more on what it would have been, and whoever asked is {@link #told} later. */
    void lost() {
        inFlight.lost(this);
    }

    void told(RuntimeException reason) {
        outcome.completeExceptionally(reason);
        inFlight.over(this);
    }

    boolean isOver() {
        return outcome.isDone();
    }

    /** Parks until it is known what became of the facts, though no longer than a time; whether it is known then. */
    boolean isOverWithin(Duration patience) {
        return outcome.handle((_, _) -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Parks until it is known what became of the facts. */
    void awaitOutcome() {
        outcome.handle((_, _) -> true).join();
    }

    /** Parks until the facts are on disk or refused; an interrupt does not undo what may be written already. */
    Appended await() {
        try {
            return outcome.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failure;
        }
    }
}
