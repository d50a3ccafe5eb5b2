package io.fenlu.ledger.allocation;

/** The kinds of debt that money can heal. */
public enum Bucket {
    /** 罚息: for being late. */
    PENALTY,
    /** 费用: agreed charges. */
    FEE,
    /** 利息 */
    INTEREST,
    /** 本金 */
    PRINCIPAL
}
