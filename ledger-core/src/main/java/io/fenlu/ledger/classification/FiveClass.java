package io.fenlu.ledger.classification;

/** The five classes of risk (五级分类), from best to worst. */
public enum FiveClass {
    /** 正常 */
    NORMAL,
    /** 关注 */
    SPECIAL_MENTION,
    /** 次级 */
    SUBSTANDARD,
    /** 可疑 */
    DOUBTFUL,
    /** 损失 */
    LOSS;

    /** Whether it counts as a bad loan (不良). */
    public boolean isNonPerforming() {
        return compareTo(SUBSTANDARD) >= 0;
    }
}
