package io.fenlu.ledger.kernel;

/**
 * One kind of thing that lives by decisions: orders come in, facts go out, and the facts alone make the state.
 *
 * @param <S> the state of one such thing
 * @param <C> what may be asked of it
 * @param <E> what may happen to it
 */
public interface Decider<S, C, E> {
    /** The state before anything happened. */
    S initial();

    /** Answers an order; changes nothing by itself. */
    Decision<E> decide(S state, C command);

    /**
     * The state after a fact.
     *
     * @throws CorruptHistory when the fact cannot follow upon the state: history was damaged or belongs to another engine
     */
    S evolve(S state, E event);
}
