package io.fenlu.ledger.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to one command waits for: the facts that it decided on, and its own, must be on disk before anybody hears of them.
 *
 * <p>A refusal waits too: what it was decided on must not turn out never to have happened. A command with facts of its own waits for
 * those only: they cannot be written unless what they continue was.
 */
final class Ticket {
    private static final String KEY = Ticket.class.getName();

    private @Nullable AppendRequest before;
    private @Nullable AppendRequest own;
    private Runnable writeReceipt = () -> {};

    /** The ticket of the command that is being handled on this thread, when its sender waits for one. */
    static Optional<Ticket> ofThisCommand() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(KEY))
                : Optional.empty();
    }

    void attach(Map<String, Object> resources) {
        resources.put(KEY, this);
    }

    void dependsOn(@Nullable AppendRequest request) {
        before = request;
    }

    void queued(AppendRequest request, List<? extends EventMessage<?>> events, Map<String, Object> resources) {
        own = request;
        writeReceipt = () -> Receipt.fill(resources, events, request.await());
    }

    /**
     * Returns when the answer may be given.
     *
     * @throws RuntimeException when something that it rests on was lost
     */
    void await() {
        if (own != null) {
            writeReceipt.run();
        } else if (before != null) {
            awaitWhatItRestsOn(before);
        }
    }

    private static void awaitWhatItRestsOn(AppendRequest request) {
        try {
            request.await();
        } catch (LedgerUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException lost) {
            throw new ConcurrencyException("what this was decided on was not kept", lost);
        }
    }
}
