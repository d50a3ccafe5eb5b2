package io.fenlu.ledger.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The answer to a command: which facts it left, and where in the journal they stand.
 *
 * <p>An aggregate returns {@code Receipt.ofThisCommand()}; it is empty at that moment and complete when the sender gets it, because
 * the facts are written in between. A command that was obeyed before leaves an empty receipt.
 */
public final class Receipt {
    private static final String KEY = Receipt.class.getName();

    /** One fact and its place. */
    public record Recorded(long position, Instant recordedAt, Object fact) {}

    private final List<Recorded> recorded = new ArrayList<>();

    private OptionalLong repeats = OptionalLong.empty();

    private Receipt() {}

    /** The receipt of the command that is being handled on this thread. */
    public static Receipt ofThisCommand() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, _ -> new Receipt());
    }

    /** What was written, in its order. */
    public List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** Notes that the command was obeyed before, and where its facts begin among those of the aggregate. */
    public void repeats(long sequence) {
        repeats = OptionalLong.of(sequence);
    }

    /** Where the facts of the same command begin that was obeyed before; empty when it is the first time. */
    public OptionalLong repeats() {
        return repeats;
    }

    /** The position of the last fact; empty when the command left none. */
    public OptionalLong position() {
        return recorded.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(recorded.getLast().position());
    }

    /** The first fact of a kind among those written. */
    public <F> Optional<F> fact(Class<F> kind) {
        return recorded.stream()
                .map(Recorded::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    static void fill(Map<String, Object> resources, List<? extends EventMessage<?>> events, Appended appended) {
        if (resources.get(KEY) instanceof Receipt receipt) {
            for (var index = 0; index < events.size(); index++) {
                receipt.recorded.add(new Recorded(
                        appended.firstPosition() + index,
                        appended.recordedAt(),
                        events.get(index).getPayload()));
            }
        }
    }
}
