package io.fenlu.ledger.allocation;

/** What becomes of money that exceeds everything owed. */
public enum OverpaymentRule {
    /** The repayment is refused whole. */
    REFUSE,
    /** The loan is settled and the excess is held for the borrower. */
    HOLD_AS_CREDIT,
    /** The loan is settled and the excess is sent back to where it came from (退回). */
    RETURN
}
