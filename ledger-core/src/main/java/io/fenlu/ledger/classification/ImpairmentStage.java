package io.fenlu.ledger.classification;

/** The stage of a loan's impairment (减值阶段) under IFRS 9 and 企业会计准则第22号. */
public enum ImpairmentStage {
    /** 第一阶段: no significant rise of risk; losses of twelve months. */
    ONE,
    /** 第二阶段: risk has risen significantly; losses of the whole life. */
    TWO,
    /** 第三阶段: credit-impaired. */
    THREE
}
