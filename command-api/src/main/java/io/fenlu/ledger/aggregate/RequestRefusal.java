package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.kernel.Refusal;

/** Why a request is refused for its name, whatever it asks. */
public enum RequestRefusal implements Refusal {
    IDEMPOTENCY_KEY_REUSED("The key of this request was used before for something else.");

    private final String sentence;

    RequestRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return Kind.UNACCEPTABLE;
    }
}
