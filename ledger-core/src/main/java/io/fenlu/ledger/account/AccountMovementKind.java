package io.fenlu.ledger.account;

/** What sort of change an amount makes in the books of an account. */
public enum AccountMovementKind {
    /** 消费: the shopper owes it, the merchant is to be paid. */
    PURCHASED,
    /** 商户服务费: kept from what the merchant is paid. */
    SERVICE_FEE,
    /** 服务费退回 */
    SERVICE_FEE_RETURNED,
    /** 承接余额: kept elsewhere before. */
    TAKEN_OVER,
    /** 承接溢缴款 */
    CREDIT_TAKEN_OVER,
    /** 计提: earned, and now in the books. */
    RECOGNISED,
    /** 收到还款 */
    RECEIVED,
    /** 溢缴款入账 */
    CREDIT_HELD,
    /** 溢缴款抵扣 */
    CREDIT_USED,
    /** 溢缴款退回 */
    CREDIT_RETURNED,
    /** 多退款项: more credit was returned than, as it turned out, there was; the shopper owes it. */
    OVER_RETURNED,
    /** 分期转出溢缴: a plan was made of what, as it turned out, had been paid. */
    CREDIT_CONVERTED,
    /** 退货退款: the merchant owes it, the shopper no longer does. */
    REFUNDED,
    /** 退款转溢缴款 */
    REFUND_HELD,
    /** 退款原路退回 */
    REFUND_PAID_OUT,
    /** 拒付撤销: the shopper owes it again. */
    REDEBITED,
    /** 手续费退还: a fee that was charged is not owed. */
    FEE_RETURNED,
    /** 手续费退还转溢缴款 */
    FEE_CREDITED,
    /** 还款退回: the bank took it back, and what it had healed is owed again. */
    PAYMENT_RETURNED,
    /** 息费减免 */
    WAIVED,
    /** 核销: the books give it up. */
    WRITTEN_OFF,
    /** 核销后收回 */
    RECOVERED,
    /** 溢缴款抵扣已核销欠款: credit pays what had been written off. */
    CREDIT_RECOVERED
}
