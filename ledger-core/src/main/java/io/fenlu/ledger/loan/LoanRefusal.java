package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.Refusal;

/** Why a loan says no. */
public enum LoanRefusal implements Refusal {
    LOAN_NOT_FOUND(Kind.UNKNOWN, "There is no such loan."),
    LOAN_ALREADY_REQUESTED(Kind.NOT_NOW, "The loan was requested before."),
    LOAN_NOT_REQUESTED(Kind.NOT_NOW, "The loan is not waiting for its credit line."),
    LOAN_NOT_OPENED(Kind.NOT_NOW, "The loan is not waiting for its payout."),
    LOAN_NOT_DISBURSED(Kind.NOT_NOW, "The money has not been paid out yet."),
    LOAN_ALREADY_DISBURSED(Kind.NOT_NOW, "The money has been paid out."),
    LOAN_ALREADY_SETTLED(Kind.NOT_NOW, "The loan is settled; nothing is owed."),
    LOAN_DECLINED(Kind.NOT_NOW, "The loan was declined; nothing was paid out."),
    LOAN_CANCELLED(Kind.NOT_NOW, "The loan was cancelled; nothing was paid out."),
    PRINCIPAL_NOT_POSITIVE(Kind.UNACCEPTABLE, "A loan is of more than zero."),
    INSTALMENTS_OUT_OF_RANGE(
            Kind.UNACCEPTABLE, "A loan has 1 to 480 instalments; only an open-ended one may have none."),
    FIRST_DUE_DATE_OUT_OF_RANGE(
            Kind.UNACCEPTABLE, "The first due date lies after the request and at most a year and a period after it."),
    DAILY_RATE_WITHOUT_YEAR(
            Kind.UNACCEPTABLE,
            "A daily rate needs day counts with a fixed year of 360, 364 or 365 days, for interest and for penalty."),
    DATE_BEFORE_REQUEST(Kind.UNACCEPTABLE, "The date lies before the day on which the loan was requested or opened."),
    REPAYMENT_NOT_POSITIVE(Kind.UNACCEPTABLE, "A repayment is more than zero."),
    REPAYMENT_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The repayment is in another currency than the loan."),
    AMOUNT_EXCEEDS_PAYOFF(Kind.UNACCEPTABLE, "The repayment is more than everything owed."),
    PAID_BEFORE_DRAWDOWN(Kind.UNACCEPTABLE, "The repayment is dated before the money was paid out."),
    PAID_BEFORE_LAST_MOVEMENT(Kind.UNACCEPTABLE, "The repayment is dated before the loan's last movement.");

    private final Kind kind;
    private final String sentence;

    LoanRefusal(Kind kind, String sentence) {
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
