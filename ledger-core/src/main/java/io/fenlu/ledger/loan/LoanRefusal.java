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
    COSTS_NOT_CONFIRMED(Kind.UNACCEPTABLE, "The borrower confirmed another table of costs than that of this loan."),
    DATE_BEFORE_REQUEST(Kind.UNACCEPTABLE, "The date lies before the day on which the loan was requested or opened."),
    REPAYMENT_NOT_POSITIVE(Kind.UNACCEPTABLE, "A repayment is more than zero."),
    REPAYMENT_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The repayment is in another currency than the loan."),
    AMOUNT_EXCEEDS_PAYOFF(Kind.UNACCEPTABLE, "The repayment is more than everything owed."),
    PAID_BEFORE_DRAWDOWN(Kind.UNACCEPTABLE, "The repayment is dated before the money was paid out."),
    PAID_BEFORE_LAST_MOVEMENT(Kind.UNACCEPTABLE, "The repayment is dated before the loan's last movement."),
    ENTRY_ID_REUSED(Kind.UNACCEPTABLE, "The id names another entry of this loan."),
    ENTRY_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The sum is in another currency than the loan."),
    ENTRY_NOT_POSITIVE(Kind.UNACCEPTABLE, "The sum is more than zero; only a price may be zero."),
    BACKDATED_BEYOND_WINDOW(Kind.UNACCEPTABLE, "The date lies further back than the terms allow a fact to be learned."),
    PAYOUT_CONTRADICTED(Kind.NOT_NOW, "The loan was paid out by another payout or on another day."),
    TRANCHE_EXCEEDS_COMMITMENT(Kind.UNACCEPTABLE, "The tranche is more than what is left of the agreed principal."),
    NO_DUE_DATE_LEFT(Kind.UNACCEPTABLE, "No instalment is due after that day."),
    PURPOSE_MALFORMED(
            Kind.UNACCEPTABLE,
            "A purpose names a supplier and a document, each 1 to 64 letters, digits, dots, colons, dashes or"
                    + " underscores."),
    PAYER_NOT_THAT(Kind.UNACCEPTABLE, "This order is for money of another payer."),
    SOURCE_MALFORMED(
            Kind.UNACCEPTABLE,
            "Where money came from or went to is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    REFINANCING_IS_NOT_PAYOFF(Kind.UNACCEPTABLE, "A new loan pays off exactly what is owed."),
    LOAN_NOT_CHARGED_OFF(Kind.NOT_NOW, "The debt was not written off by then; money for it is a repayment."),
    RECOVERY_EXCEEDS_CLAIM(Kind.UNACCEPTABLE, "The recovery is more than the claim."),
    NO_CREDIT_HELD(Kind.NOT_NOW, "No credit is held for the borrower."),
    RETURN_EXCEEDS_CREDIT(Kind.UNACCEPTABLE, "The return is more than the credit held for the borrower."),
    CHARGE_MALFORMED(
            Kind.UNACCEPTABLE,
            "A fee names its charge and its payee, each 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    CHARGE_NOT_DISCLOSED(Kind.UNACCEPTABLE, "The charge is not in the disclosed table of costs."),
    COST_ABOVE_CAP(Kind.UNACCEPTABLE, "The loan would cost more than its terms allow."),
    CHARGES_EXCEED_PRINCIPAL(Kind.UNACCEPTABLE, "All fees together are at most the principal."),
    REASON_MALFORMED(Kind.UNACCEPTABLE, "A reason is 1 to 200 characters."),
    AUTHORITY_MALFORMED(
            Kind.UNACCEPTABLE, "An authority is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    PRINCIPAL_NOT_WAIVABLE(Kind.UNACCEPTABLE, "Principal is not waived; it is written off."),
    NOTHING_TO_WAIVE(Kind.NOT_NOW, "There is no such debt on that day."),
    WAIVER_EXCEEDS_DEBT(Kind.UNACCEPTABLE, "The waiver is more than the debt."),
    RATE_UNCHANGED(Kind.NOT_NOW, "The loan bears this rate already."),
    INTEREST_ALREADY_PAUSED(Kind.NOT_NOW, "Interest stands still already."),
    INTEREST_NOT_PAUSED(Kind.NOT_NOW, "Interest is running."),
    LOAN_NOT_PURPOSE_BOUND(Kind.NOT_NOW, "No part of the loan is bound to a purpose."),
    DOCUMENT_MALFORMED(
            Kind.UNACCEPTABLE, "A document is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    MISUSE_MULTIPLE_OUT_OF_RANGE(Kind.UNACCEPTABLE, "Misuse bears more than once and at most twice the contract rate."),
    MISUSE_ALREADY_REPORTED(Kind.NOT_NOW, "Misuse was reported before."),
    INSTALMENT_NOT_UPCOMING(Kind.NOT_NOW, "No such instalment is still to fall due."),
    DUE_DATE_OUT_OF_ORDER(
            Kind.UNACCEPTABLE,
            "An instalment is due after the one before it and before the one after it, in the future of that day."),
    NOTHING_TO_RESTRUCTURE(Kind.NOT_NOW, "There is no principal to agree on anew."),
    NOTHING_OVERDUE(Kind.NOT_NOW, "Nothing is overdue on that day."),
    COOLING_OFF_OVER(Kind.NOT_NOW, "The time in which the loan could be given back has passed."),
    WITHDRAWAL_IS_NOT_PAYOFF(Kind.UNACCEPTABLE, "A loan is given back whole."),
    LOAN_CHARGED_OFF(
            Kind.NOT_NOW, "The debt was written off; only recoveries, waivers, a sale and reversals may follow."),
    LOAN_SOLD(Kind.NOT_NOW, "The debt belongs to somebody else."),
    NOTHING_TO_CHARGE_OFF(Kind.NOT_NOW, "Nothing is owed that could be written off."),
    NOTHING_TO_SELL(Kind.NOT_NOW, "Nothing is owed that could be sold."),
    BUYER_MALFORMED(Kind.UNACCEPTABLE, "A buyer is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    ENTRY_NOT_FOUND(Kind.UNACCEPTABLE, "The loan has no such entry."),
    ENTRY_NOT_REVERSIBLE(Kind.UNACCEPTABLE, "A reversal is not reversed, nor is a mark in the books."),
    DRAW_COMES_BACK_BY_BANK(Kind.UNACCEPTABLE, "A payout is not reversed; the bank sends it back."),
    ENTRY_IS_NO_DRAW(Kind.UNACCEPTABLE, "Only a payout can be sent back by the bank."),
    ENTRY_ALREADY_REVERSED(Kind.NOT_NOW, "The entry was reversed before; a thing is reversed once."),
    REVERSAL_BEFORE_ENTRY(Kind.UNACCEPTABLE, "A reversal takes effect on the day of its entry or later."),
    INSTALMENT_NOT_DUE_THEN(Kind.NOT_NOW, "No such instalment falls due on that day."),
    NO_PENALTY_OWED(Kind.NOT_NOW, "No penalty has grown by that day."),
    RISK_CLASS_MALFORMED(
            Kind.UNACCEPTABLE,
            "A class and a rule are named by 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    PROVISION_RATE_OUT_OF_RANGE(Kind.UNACCEPTABLE, "At most the whole principal is provided for."),
    PROVISION_WITHIN_A_MONTH(Kind.UNACCEPTABLE, "Losses are provided for on the last day of a month."),
    NON_ACCRUAL_DAYS_OUT_OF_RANGE(Kind.UNACCEPTABLE, "Non-accrual begins after 0 to 3,660 days, 0 for never."),
    LOAN_NOT_SETTLED(Kind.NOT_NOW, "Something is still owed."),
    LOAN_CLOSED(Kind.NOT_NOW, "The loan is closed; only a reversal opens it again."),
    REFUND_CAME_BACK(Kind.NOT_NOW, "The bank could not send credit back before; what is held is returned by people."),
    FUNDER_NOT_OWED(Kind.UNACCEPTABLE, "The lender is none of several that fund the loan."),
    REMITTANCE_EXCEEDS_PAYABLE(Kind.UNACCEPTABLE, "The funder is owed less than that on this loan."),
    CREDIT_STILL_HELD(Kind.NOT_NOW, "Credit is held for the borrower; return it first."),
    CLOSED_BEFORE_LAST_ENTRY(Kind.UNACCEPTABLE, "A loan is closed on the day of its last entry or later.");

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
