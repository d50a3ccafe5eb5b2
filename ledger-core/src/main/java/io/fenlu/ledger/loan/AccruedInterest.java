package io.fenlu.ledger.loan;

/** What becomes of interest that has grown when a loan is restructured; always chosen, never silent. */
public enum AccruedInterest {
    /** 转入本金 */
    CAPITALISE,
    /** 保留: paid with what is still to come. */
    KEEP,
    /** 减免 */
    WAIVE
}
