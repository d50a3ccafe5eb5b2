package io.fenlu.ledger.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The facts of one command, waiting to be written together or not at all. */
final class AppendRequest {
    private final List<PendingEvent> events;
    private final CompletableFuture<Appended> outcome = new CompletableFuture<>();

    AppendRequest(List<PendingEvent> events) {
        this.events = List.copyOf(events);
    }

    List<PendingEvent> events() {
        return events;
    }

    void written(Appended appended) {
        outcome.complete(appended);
    }

    void refused(RuntimeException reason) {
        outcome.completeExceptionally(reason);
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
