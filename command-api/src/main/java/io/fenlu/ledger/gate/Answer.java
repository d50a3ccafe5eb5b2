package io.fenlu.ledger.gate;

import io.fenlu.ledger.kernel.Fact;
import java.util.List;
import java.util.Optional;

/**
 * A yes: the facts that a request left behind, now or when it was sent first.
 *
 * @param facts in their order; none when everything was already as asked
 * @param repeated whether the request had been obeyed before
 */
public record Answer(List<KeptFact> facts, boolean repeated) {
    public Answer {
        facts = List.copyOf(facts);
    }

    /** The first fact of a kind. */
    public <F extends Fact> Optional<F> find(Class<F> kind) {
        return facts.stream()
                .map(KeptFact::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** The position of the last fact; 0 when there is none. */
    public long position() {
        return facts.isEmpty() ? 0 : facts.getLast().position();
    }
}
