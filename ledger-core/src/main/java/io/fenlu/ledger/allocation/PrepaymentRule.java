package io.fenlu.ledger.allocation;

/** What becomes of the later instalments when principal is repaid before it is due (部分提前还款). */
public enum PrepaymentRule {
    /** 缩短期限: the instalment stays the same, there are fewer of them. */
    SHORTER_TERM,
    /** 减少月供: as many instalments, each smaller. */
    SMALLER_INSTALMENT,
    /** The next instalments are paid in advance, as far as the money reaches. */
    NEXT_INSTALMENTS
}
