package io.fenlu.ledger.loan;

/** What sort of change an amount makes; the books know which accounts it moves. */
public enum MovementKind {
    /** 放款 */
    DRAWN,
    /** 计提: earned, and now in the books. */
    RECOGNISED,
    /** 收到还款 */
    RECEIVED,
    /** 借新还旧收到 */
    REFINANCED,
    /** 溢缴款入账 */
    CREDIT_HELD,
    /** 溢缴款退回 */
    CREDIT_RETURNED,
    /** 多退款项: more credit was returned than, as it turned out, there was; the borrower owes it. */
    OVER_RETURNED,
    /** 溢缴款原路退回: on its way to the borrower. */
    CREDIT_SENT_BACK,
    /** 原路退回多退: more was sent back than, as it turned out, there was; the borrower owes it. */
    OVER_SENT_BACK,
    /** 应付出资方: money that came in on a loan of several funders, by the part of each. */
    FUNDER_OWED,
    /** 付给出资方 */
    FUNDER_PAID,
    /** 减免 */
    WAIVED,
    /** 转入本金 */
    CAPITALISED,
    /** 核销 */
    WRITTEN_OFF,
    /** 计提贷款损失准备: negative where it is released. */
    PROVIDED,
    /** 核销后收回 */
    RECOVERED,
    /** 债权转让: what the books held of the debt. */
    SOLD,
    /** 转让价款 */
    SALE_PRICE,
    /** 转让损益: what the price falls short of the debt; a gain is negative. */
    SALE_RESULT,
    /** 转入表外: earned, not paid, and no longer held to be certain. */
    MOVED_OFF_BOOK,
    /** 表外应收利息 */
    OFF_BOOK
}
