package io.fenlu.ledger.creditline;

import io.fenlu.ledger.kernel.Refusal;

/** Why a credit line says no. */
public enum CreditLineRefusal implements Refusal {
    CREDIT_LINE_NOT_FOUND(Kind.UNKNOWN, "There is no such credit line."),
    CREDIT_LINE_ALREADY_OPEN(Kind.NOT_NOW, "The credit line was opened before."),
    CREDIT_LINE_FROZEN(Kind.NOT_NOW, "The credit line is frozen; nothing can be drawn from it."),
    CREDIT_LINE_NOT_FROZEN(Kind.NOT_NOW, "The credit line is not frozen."),
    CREDIT_LINE_CLOSED(Kind.NOT_NOW, "The credit line is closed."),
    CREDIT_LINE_IN_USE(Kind.NOT_NOW, "Part of the limit is reserved or in use; the line cannot be closed."),
    LIMIT_NOT_POSITIVE(Kind.UNACCEPTABLE, "A limit is more than zero when a line is opened, and never less than zero."),
    LIMIT_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The amount is in another currency than the credit line."),
    LIMIT_UNCHANGED(Kind.UNACCEPTABLE, "The limit is already this amount."),
    DRAW_NOT_POSITIVE(Kind.UNACCEPTABLE, "A draw is more than zero."),
    DRAW_EXCEEDS_AVAILABLE(Kind.UNACCEPTABLE, "The draw is more than what is left of the limit."),
    LOAN_ALREADY_DRAWN(Kind.NOT_NOW, "The loan has drawn on the line before."),
    RESERVATION_NOT_FOUND(Kind.NOT_NOW, "Nothing is reserved on the line for this loan."),
    RAISE_EXCEEDS_AVAILABLE(Kind.UNACCEPTABLE, "The account's limit would rise by more than what is left of the line."),
    RAISE_UNDER_WAY(Kind.NOT_NOW, "Another raise of the account's limit is under way on the line."),
    SHARE_OUT_OF_STEP(Kind.NOT_NOW, "The line has not followed what became of the account's limit yet; ask again."),
    RELEASE_EXCEEDS_USE(Kind.UNACCEPTABLE, "More limit would be given back than the loan uses."),
    DATE_BEFORE_OPENING(Kind.UNACCEPTABLE, "The date lies before the credit line was opened."),
    REASON_MISSING(Kind.UNACCEPTABLE, "A reason of 1 to 200 characters is needed.");

    private final Kind kind;
    private final String sentence;

    CreditLineRefusal(Kind kind, String sentence) {
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
