package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.kernel.Refusal;

/** The named no to a command: an answer, not a failure; nothing was written and the aggregate stays as it was. */
public final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    public CommandRefused(Refusal reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }

    /** The sentence for the sender, with the numbers that stood in the way. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
