package io.fenlu.ledger.refusals;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A refusal and a way to hear it. */
record Produced(Refusal expected, Supplier<Refusal> asking) {
    /** By building a value that cannot be. */
    static Produced building(Refusal expected, ThrowingCallable value) {
        return new Produced(
                expected, () -> catchThrowableOfType(InvalidValue.class, value).reason());
    }

    /** By an order that follows upon orders that are accepted. */
    static <S, C, E> Produced asking(Refusal expected, Decider<S, C, E> decider, List<C> before, C order) {
        return new Produced(expected, () -> {
            var state = decider.initial();
            for (var earlier : before) {
                var answer = decider.decide(state, earlier);
                if (!(answer instanceof Decision.Accepted<E>(var facts))) {
                    throw new AssertionError(earlier + " was to be accepted: " + answer);
                }
                for (var fact : facts) {
                    state = decider.evolve(state, fact);
                }
            }
            var answer = decider.decide(state, order);
            if (answer instanceof Decision.Refused<E> refused) {
                return refused.reason();
            }
            throw new AssertionError(order + " was to be refused: " + answer);
        });
    }

    @Override
    public String toString() {
        return expected.name();
    }
}
