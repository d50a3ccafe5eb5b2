package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.Refusal;

/** A question that gets a named refusal instead of an answer. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    public NoAnswer(Refusal reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** A parameter that cannot be understood. */
    public static NoAnswer malformed(String detail) {
        return new NoAnswer(ReadRefusal.PARAMETER_MALFORMED, detail);
    }

    public Refusal reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
