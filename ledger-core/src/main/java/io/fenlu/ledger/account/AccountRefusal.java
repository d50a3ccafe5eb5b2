package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.Refusal;

/** Why an account says no. */
public enum AccountRefusal implements Refusal {
    ACCOUNT_NOT_FOUND(Kind.UNKNOWN, "There is no such account."),
    ACCOUNT_ALREADY_OPENED(Kind.NOT_NOW, "The account was opened before."),
    ACCOUNT_CLOSED(Kind.NOT_NOW, "The account is closed."),
    ACCOUNT_LIMIT_NOT_POSITIVE(Kind.UNACCEPTABLE, "A new account has a limit of more than zero."),
    BRAND_MALFORMED(Kind.UNACCEPTABLE, "A brand is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    LENDER_OF_RECORD_DOES_NOT_FUND(Kind.UNACCEPTABLE, "The lender of record is one of those who fund the account."),
    REVOLVING_RATE_NOT_DAILY(Kind.UNACCEPTABLE, "What revolves bears a daily rate."),
    BILLING_DAYS_LEAVE_NO_TIME(
            Kind.UNACCEPTABLE,
            "The due day, with its grace, lies at least five days after the bill and before the next one."),
    TERMS_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The terms name amounts in another currency than the limit."),
    ACCOUNT_ENTRY_ID_REUSED(Kind.UNACCEPTABLE, "The id names another entry of this account."),
    ACCOUNT_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The sum is in another currency than the account."),
    ACCOUNT_AMOUNT_NOT_POSITIVE(Kind.UNACCEPTABLE, "The sum is more than zero."),
    DATE_BEFORE_ACCOUNT(Kind.UNACCEPTABLE, "The date lies before the day on which the account was opened."),
    ACCOUNT_BACKDATED_BEYOND_WINDOW(
            Kind.UNACCEPTABLE, "The date lies further back than the terms allow a fact to be learned."),
    DATE_IN_BILLED_CYCLE(
            Kind.UNACCEPTABLE,
            "The bill of that day is out: only payments, refunds and disputes may still be dated before it."),
    CLOSING_UNDER_WAY(Kind.NOT_NOW, "The account is to end and takes no more purchases."),
    TAKE_OVER_NOT_FIRST(Kind.NOT_NOW, "A balance is taken over before anything else happens."),
    TAKE_OVER_OF_NOTHING(Kind.UNACCEPTABLE, "A balance of zero need not be taken over."),
    ACCOUNT_LIMIT_NEGATIVE(Kind.UNACCEPTABLE, "A limit is not less than zero."),
    ACCOUNT_LIMIT_UNCHANGED(Kind.NOT_NOW, "The account has this limit already."),
    LIMIT_REASON_MALFORMED(Kind.UNACCEPTABLE, "A limit is changed for a reason of 1 to 200 characters."),
    MERCHANT_MALFORMED(
            Kind.UNACCEPTABLE, "A merchant is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    ORDER_NUMBER_MALFORMED(
            Kind.UNACCEPTABLE, "An order number is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    OPEN_TO_BUY_EXCEEDED(Kind.UNACCEPTABLE, "The purchase is more than what is open to buy."),
    AUTHORISATION_EXPIRY_OUT_OF_RANGE(
            Kind.UNACCEPTABLE, "An authorisation expires on its own day or within 365 days after it."),
    AUTHORISATION_NOT_FOUND(Kind.UNACCEPTABLE, "The account has no such authorisation."),
    AUTHORISATION_EXPIRED(Kind.NOT_NOW, "The authorisation has expired."),
    AUTHORISATION_SPENT(Kind.NOT_NOW, "Nothing is left of the authorisation."),
    CAPTURE_EXCEEDS_AUTHORISATION(Kind.UNACCEPTABLE, "The purchase is more than what is left of its authorisation."),
    CAPTURE_OF_ANOTHER_ORDER(Kind.UNACCEPTABLE, "The purchase is of another merchant or order than its authorisation."),
    PLAN_NOT_ON_OFFER(Kind.UNACCEPTABLE, "The terms offer no plan of so many periods to be paid for like this."),
    PLAN_AMOUNT_TOO_SMALL(Kind.UNACCEPTABLE, "The sum is less than the terms let be paid in periods."),
    ORDER_ALREADY_IN_PERIODS(
            Kind.NOT_NOW, "The merchant's order is paid in periods; other periods need a new order number."),
    PURCHASE_NOT_FOUND(Kind.UNACCEPTABLE, "The account has no such purchase."),
    REFUND_BEFORE_PURCHASE(Kind.UNACCEPTABLE, "The date lies before that of the purchase."),
    REFUND_EXCEEDS_PURCHASE(Kind.UNACCEPTABLE, "Refunds and disputes together are at most the purchase."),
    REFUND_OF_ANOTHER_MERCHANT(Kind.UNACCEPTABLE, "The purchase was made at another merchant."),
    DISPUTE_REASON_MALFORMED(Kind.UNACCEPTABLE, "A dispute has a reason of 1 to 200 characters."),
    CHARGEBACK_NOT_FOUND(Kind.UNACCEPTABLE, "The account has no such dispute."),
    CHARGEBACK_ALREADY_REVERSED(Kind.NOT_NOW, "The dispute was decided before; it is decided once."),
    REVERSAL_BEFORE_CHARGEBACK(Kind.UNACCEPTABLE, "A dispute is decided on its own day or later."),
    BILL_NOT_FOUND(Kind.UNKNOWN, "The account has no such bill."),
    CONVERSION_TIME_PASSED(
            Kind.NOT_NOW, "A bill is put into periods from its bill day to its due day, and only the latest bill."),
    CONVERSION_EXCEEDS_BILL(
            Kind.UNACCEPTABLE, "The sum is more than the purchases that are open of the bill; periods stay periods."),
    PLAN_NOT_FOUND(Kind.UNACCEPTABLE, "No period of such a plan is left."),
    PAYMENT_SOURCE_MALFORMED(
            Kind.UNACCEPTABLE,
            "Where money came from is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    CREDIT_REFERENCE_MALFORMED(
            Kind.UNACCEPTABLE, "A bank reference is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    ACCOUNT_HOLDS_NO_CREDIT(Kind.NOT_NOW, "No credit is held for the shopper on that day."),
    RETURN_EXCEEDS_ACCOUNT_CREDIT(Kind.UNACCEPTABLE, "The return is more than the credit held for the shopper."),
    BILLING_DAYS_UNCHANGED(Kind.NOT_NOW, "The account has these days already."),
    BILLING_DAYS_JUST_CHANGED(Kind.NOT_NOW, "The days of the running cycle were changed before."),
    CHANGE_BEFORE_LAST_ENTRY(Kind.UNACCEPTABLE, "A cycle is given another end on the day of the last entry or later."),
    ACCOUNT_PAYMENT_NOT_FOUND(Kind.UNACCEPTABLE, "The account has no such payment."),
    PAYMENT_ALREADY_RETURNED(Kind.NOT_NOW, "The bank took the payment back before; it does so once."),
    PAYMENT_RETURN_BEFORE_PAYMENT(Kind.UNACCEPTABLE, "A payment is taken back on its own day or later."),
    PAYMENT_RETURN_REASON_MALFORMED(Kind.UNACCEPTABLE, "A payment is taken back for a reason of 1 to 200 characters."),
    ACCOUNT_PRINCIPAL_NOT_WAIVABLE(Kind.UNACCEPTABLE, "What was bought is not waived; it is refunded or written off."),
    ACCOUNT_WAIVER_REASON_MALFORMED(Kind.UNACCEPTABLE, "A waiver has a reason of 1 to 200 characters."),
    ACCOUNT_NOTHING_TO_WAIVE(Kind.NOT_NOW, "Nothing of that kind is owed on that day."),
    ACCOUNT_WAIVER_EXCEEDS_DEBT(Kind.UNACCEPTABLE, "The waiver is more than what is owed of that kind."),
    ACCOUNT_WRITTEN_OFF(
            Kind.NOT_NOW,
            "The debt was written off: only payments, their return, refunds, disputes, waivers and the end may"
                    + " follow."),
    ACCOUNT_NOTHING_TO_WRITE_OFF(Kind.NOT_NOW, "Nothing is owed that could be written off."),
    WRITE_OFF_BEFORE_LAST_ENTRY(Kind.UNACCEPTABLE, "A debt is written off on the day of the last entry or later."),
    WRITE_OFF_REASON_MALFORMED(Kind.UNACCEPTABLE, "A debt is written off for a reason of 1 to 200 characters."),
    CLOSING_ALREADY_REQUESTED(Kind.NOT_NOW, "The account is to end already."),
    CLOSING_REASON_MALFORMED(Kind.UNACCEPTABLE, "An account ends for a reason of 1 to 200 characters."),
    CLOSING_NOT_REQUESTED(Kind.NOT_NOW, "An account is asked to end before it is put away."),
    ACCOUNT_HOLDS_CREDIT(Kind.NOT_NOW, "Credit is held for the shopper; it is paid back first."),
    ACCOUNT_STILL_OWES(Kind.NOT_NOW, "Something is owed, or will be with the next bill."),
    ACCOUNT_PUT_AWAY_TOO_EARLY(
            Kind.UNACCEPTABLE, "An account is put away on the day of its last entry or bill or later."),
    BILL_NOT_DUE_YET(Kind.NOT_NOW, "The first bill is not due yet."),
    NOTHING_TO_BILL(Kind.NOT_NOW, "Nothing moved and nothing is owed; by the terms there is no bill.");

    private final Kind kind;
    private final String sentence;

    AccountRefusal(Kind kind, String sentence) {
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
