package io.fenlu.ledger.disbursement;

import io.fenlu.ledger.kernel.Refusal;

/** Why a disbursement says no. */
public enum DisbursementRefusal implements Refusal {
    DISBURSEMENT_NOT_FOUND(Kind.UNKNOWN, "There is no such disbursement."),
    DISBURSEMENT_ALREADY_INSTRUCTED(Kind.NOT_NOW, "The disbursement was instructed before."),
    DISBURSEMENT_NOT_PAID(Kind.NOT_NOW, "The money did not leave, so it cannot have come back."),
    DISBURSEMENT_NOT_POSITIVE(Kind.UNACCEPTABLE, "A disbursement is more than zero."),
    OUTCOME_BEFORE_INSTRUCTION(Kind.UNACCEPTABLE, "The outcome is dated before the money was sent."),
    OUTCOME_TEXT_MALFORMED(Kind.UNACCEPTABLE, "A bank's reference or reason is 1 to 200 characters."),
    PAYOUT_REFERENCE_CONTRADICTED(Kind.NOT_NOW, "The bank confirmed this payout before, under another reference.");

    private final Kind kind;
    private final String sentence;

    DisbursementRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
