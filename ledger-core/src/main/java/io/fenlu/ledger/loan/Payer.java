package io.fenlu.ledger.loan;

/** Out of whose pocket a payment came (还款来源). */
public enum Payer {
    /** 借款人 */
    BORROWER,
    /** 保证人代偿 */
    GUARANTOR,
    /** 抵质押物处置 */
    COLLATERAL,
    /** 借新还旧: a new loan pays off this one. */
    REFINANCING,
    /** 核销后收回: money for a debt that was written off. */
    RECOVERY
}
