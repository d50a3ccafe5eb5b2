package io.fenlu.ledger.classification;

/**
 * The code of one month in the credit register's repayment history (二代征信还款状态).
 *
 * <p>Source: https://csai.cn/v/74234.html, https://csai.cn/video/76500.html.
 */
public enum BureauCode {
    /** 正常还款 */
    NORMAL('N'),
    LATE_1_TO_30('1'),
    LATE_31_TO_60('2'),
    LATE_61_TO_90('3'),
    LATE_91_TO_120('4'),
    LATE_121_TO_150('5'),
    LATE_151_TO_180('6'),
    LATE_OVER_180('7'),
    /** 当月不需还款且之前没有拖欠 */
    NOTHING_DUE('*'),
    /** 约定还款日后月底前还款 */
    PAID_LATE_IN_THE_MONTH('M'),
    /** 结清 */
    SETTLED('C'),
    /** 结束，除结清外的其他终止 */
    ENDED_OTHERWISE('G'),
    /** 担保人代还 */
    PAID_BY_GUARANTOR('D'),
    /** 以资抵债 */
    PAID_IN_ASSETS('Z'),
    /** 呆账 */
    BAD_DEBT('B'),
    /** 账单日调整，当月不出账单 */
    STATEMENT_DAY_MOVED('A'),
    /** 未开立账户 */
    NOT_OPENED('/'),
    /** 账户已开立，但当月状态未知 */
    UNKNOWN('#');

    private final char sign;

    BureauCode(char sign) {
        this.sign = sign;
    }

    /** As it is reported. */
    public char sign() {
        return sign;
    }

    /** The code of so many units of thirty days, or of so many unpaid minimums. */
    static BureauCode late(int units) {
        return values()[Math.min(units, 7)];
    }
}
