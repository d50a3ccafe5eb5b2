package io.fenlu.ledger.eventstore;

/** A fact that the journal's table cannot hold, for example because it is far too long; nothing of its command was written. */
public final class UnwritableFact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnwritableFact(String what) {
        super(what);
    }
}
