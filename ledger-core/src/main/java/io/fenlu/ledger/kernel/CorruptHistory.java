package io.fenlu.ledger.kernel;

/** A fact that cannot follow upon what went before: never a refusal, always a reason to stop and look. */
public final class CorruptHistory extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public CorruptHistory(Object state, Object fact) {
        super(fact.getClass().getSimpleName() + " cannot follow upon "
                + state.getClass().getSimpleName() + ": " + fact);
    }

    public CorruptHistory(String what) {
        super(what);
    }
}
