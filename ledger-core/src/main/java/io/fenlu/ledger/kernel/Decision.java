package io.fenlu.ledger.kernel;

import java.util.List;

/** What a decider answers: new facts, nothing new to say, or a refusal. */
public sealed interface Decision<E> {
    /** Yes; these facts follow, in this order. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted order leaves at least one fact");
            }
        }
    }

    /** The same was already so. Not a place to hide a refusal. */
    record AlreadyDone<E>() implements Decision<E> {}

    /** No; nothing changed. The detail says in one sentence which numbers stood in the way. */
    record Refused<E>(Refusal reason, String detail) implements Decision<E> {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E> Decision<E> alreadyDone() {
        return new AlreadyDone<>();
    }

    static <E> Decision<E> refuse(Refusal reason) {
        return new Refused<>(reason, reason.sentence());
    }

    static <E> Decision<E> refuse(Refusal reason, String detail) {
        return new Refused<>(reason, detail);
    }
}
