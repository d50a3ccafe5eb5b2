package io.fenlu.ledger.kernel;

/** A named reason to say no. Names are a promise to clients: never reused, never changed. */
public interface Refusal {
    /** For example {@code AMOUNT_EXCEEDS_PAYOFF}. */
    String name();

    /** One sentence that a credit officer understands. */
    String sentence();

    Kind kind();

    /** What sort of no it is; the doors choose their answer by it. */
    enum Kind {
        /** The thing asked for is not known. */
        UNKNOWN,
        /** The thing is not in a state in which this can be asked. */
        NOT_NOW,
        /** What is asked is not allowed, or does not make sense, by its content. */
        UNACCEPTABLE
    }
}
