package io.fenlu.ledger.eventstore;

/** A stored name or a class that the catalogue does not know; the journal and the program do not fit each other. */
public final class UnknownFact extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnknownFact(String what) {
        super(what);
    }
}
