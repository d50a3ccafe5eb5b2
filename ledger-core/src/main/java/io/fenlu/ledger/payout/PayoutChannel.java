package io.fenlu.ledger.payout;

/** By which way money leaves. */
public enum PayoutChannel {
    /** A bank is asked to pay; it answers when it likes. */
    BANK,
    /** The money left long ago, outside this ledger (a book taken over): nobody is asked, the fact is recorded. */
    ALREADY_PAID,
    /** The money leaves in parts, each told by an order of its own when it has reached the borrower or the supplier (分次放款). */
    IN_TRANCHES
}
