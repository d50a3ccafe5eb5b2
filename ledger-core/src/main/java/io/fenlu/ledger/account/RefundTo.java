package io.fenlu.ledger.account;

/** Where a refund goes that is more than what is still owed (退款去向). */
public enum RefundTo {
    /** 留存溢缴款: it is held for the shopper. */
    ACCOUNT,
    /** 原路退回: it is paid out to the shopper at once. */
    PAYER
}
