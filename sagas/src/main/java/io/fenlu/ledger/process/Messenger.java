package io.fenlu.ledger.process;

import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.process.Answer.Done;
import io.fenlu.ledger.process.Answer.NoAnswer;
import io.fenlu.ledger.process.Answer.Refused;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what processes instruct and makes sure that every order ends obeyed, replaced by another, or parked in sight of people.
 *
 * <p>Orders about one subject never overtake each other: while one is parked, the later ones are parked behind it.
 */
public record Messenger(Courier courier, ParkedReactions parked) {
    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    /** What a process does about a refusal it knows. */
    @FunctionalInterface
    public interface Knowing {
        /** The order to send instead; nothing when the refusal is for people. */
        Optional<Order> insteadOf(Order order, Refused refusal);

        /** What the first of several processes that knows a refusal does about it. */
        static Knowing anyOf(List<Knowing> processes) {
            return (order, refusal) -> processes.stream()
                    .flatMap(process -> process.insteadOf(order, refusal).stream())
                    .findFirst();
        }
    }

    /** Sends an order and waits for its answer. */
    public void send(Order order, Cause cause, Knowing knowing) {
        if (parked.isWaiting(cause.subject())) {
            parked.keepBehind(order, cause);
            return;
        }
        switch (obey(order, cause, knowing)) {
            case Done _ -> {}
            case Refused refused -> {
                LOG.warn(
                        "Parked {} of {}: {}, {}",
                        Courier.step(order),
                        cause.subject(),
                        refused.code(),
                        refused.detail());
                parked.keep(order, cause, refused);
            }
            case NoAnswer fault -> {
                LOG.warn("Parked {} of {}: {}", Courier.step(order), cause.subject(), fault.why());
                parked.keep(order, cause, fault);
            }
        }
    }

    /** Sends an order, and when it is refused the one that takes its place. */
    Answer obey(Order order, Cause cause, Knowing knowing) {
        var answer = courier.carry(order, cause);
        if (answer instanceof Refused refused) {
            var other = knowing.insteadOf(order, refused);
            if (other.isPresent()) {
                return courier.carry(other.get(), cause);
            }
        }
        return answer;
    }
}
