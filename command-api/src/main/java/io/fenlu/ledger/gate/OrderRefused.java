package io.fenlu.ledger.gate;

import io.fenlu.ledger.kernel.Refusal;

/** A named no to an order. */
public final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;
    private final Refusal.Kind kind;

    OrderRefused(String code, String detail, Refusal.Kind kind) {
        super(code + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.kind = kind;
    }

    public String code() {
        return code;
    }

    /** One sentence with the numbers that stood in the way. */
    public String detail() {
        return detail;
    }

    public Refusal.Kind kind() {
        return kind;
    }
}
