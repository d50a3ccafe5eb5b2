package io.fenlu.ledger.kernel;

/** A value that cannot be what it claims to be (an amount of half a fen, a currency that does not exist); always with its named refusal. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    public InvalidValue(Refusal reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }

    /** The sentence for the sender, with the offending value. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
