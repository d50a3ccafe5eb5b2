package io.fenlu.ledger.notary;

/** A key or a checkpoint that belongs to another log than the one it was held against. */
public final class ForeignKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForeignKey(String message) {
        super(message);
    }
}
