package io.fenlu.ledger.integrity;

/** A text that claims to be a signed checkpoint and is not. */
public final class MalformedNote extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedNote(String why) {
        super(why);
    }
}
