package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.Refusal;

/** Refusals of questions, whatever the view, and with which status. */
public enum ReadRefusal implements Refusal {
    PARAMETER_MALFORMED(400, "A parameter of the question cannot be understood."),
    VIEW_BEHIND(503, "The view has not read up to the position asked for; ask again in a moment.");

    private final int status;
    private final String sentence;

    ReadRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return status == 503 ? Kind.NOT_NOW : Kind.UNACCEPTABLE;
    }
}
