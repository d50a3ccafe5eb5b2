package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.kernel.Refusal;

/** Why a request is refused for its name, whatever it asks. */
public enum RequestRefusal implements Refusal {
    IDEMPOTENCY_KEY_REUSED(Kind.UNACCEPTABLE, "The key of this request was used before for something else."),
    ID_OF_ANOTHER_KIND(Kind.UNKNOWN, "The id belongs to something of another kind.");

    private final Kind kind;
    private final String sentence;

    RequestRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
