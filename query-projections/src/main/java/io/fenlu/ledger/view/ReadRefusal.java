package io.fenlu.ledger.view;

import io.fenlu.ledger.kernel.Refusal;

/** Refusals of questions, whatever the view. */
public enum ReadRefusal implements Refusal {
    PARAMETER_MALFORMED("A parameter of the question cannot be understood.", Kind.UNACCEPTABLE),
    VIEW_BEHIND("The view has not read up to the position asked for; ask again in a moment.", Kind.NOT_NOW);

    private final String sentence;
    private final Kind kind;

    ReadRefusal(String sentence, Kind kind) {
        this.sentence = sentence;
        this.kind = kind;
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
