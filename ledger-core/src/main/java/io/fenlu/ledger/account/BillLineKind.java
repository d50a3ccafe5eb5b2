package io.fenlu.ledger.account;

/** What a line of a bill is about (账单明细类型). */
public enum BillLineKind {
    /** 承接余额 */
    TAKE_OVER,
    /** 消费 */
    PURCHASE,
    /** 退款 */
    REFUND,
    /** 拒付 */
    CHARGEBACK,
    /** 拒付撤销 */
    CHARGEBACK_REVERSAL,
    /** 还款 */
    PAYMENT,
    /** 还款退回 */
    PAYMENT_RETURN,
    /** 息费减免 */
    WAIVER,
    /** 核销 */
    WRITE_OFF,
    /** 溢缴款退回 */
    CREDIT_RETURN,
    /** 账单分期转出 */
    CONVERSION,
    /** 分期提前结清 */
    PLAN_SETTLEMENT,
    /** 分期本金 */
    INSTALMENT,
    /** 分期手续费 */
    INSTALMENT_FEE,
    /** 循环利息 */
    INTEREST,
    /** 违约金 */
    LATE_FEE,
    /** 超限费 */
    OVER_LIMIT_FEE;

    static BillLineKind of(AccountEntry entry) {
        return switch (entry) {
            case AccountEntry.TakeOver _ -> TAKE_OVER;
            case AccountEntry.Purchase _, AccountEntry.Authorisation _, AccountEntry.Voiding _ -> PURCHASE;
            case AccountEntry.Refund _ -> REFUND;
            case AccountEntry.Chargeback _ -> CHARGEBACK;
            case AccountEntry.ChargebackReversal _ -> CHARGEBACK_REVERSAL;
            case AccountEntry.Payment _ -> PAYMENT;
            case AccountEntry.PaymentReturn _ -> PAYMENT_RETURN;
            case AccountEntry.Waiver _ -> WAIVER;
            case AccountEntry.WriteOff _ -> WRITE_OFF;
            case AccountEntry.CreditReturn _ -> CREDIT_RETURN;
            case AccountEntry.BillConversion _ -> CONVERSION;
            case AccountEntry.PlanSettlement _,
                    AccountEntry.Closing _,
                    AccountEntry.LimitSetting _,
                    AccountEntry.DaysChange _ -> PLAN_SETTLEMENT;
        };
    }
}
