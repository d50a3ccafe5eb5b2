package io.fenlu.ledger.disclosure;

/** A named way to say what a loan costs in a year (年化成本计算方法). Two of them are never compared without their names. */
public enum CostMethod {
    /**
     * 单利: all costs over the sum of principal owed times the years for which it was owed, days over 365. 中国人民银行公告〔2021〕第3号 allows
     * it if it is called simple.
     */
    PBOC_SIMPLE,
    /** 内部收益率: the internal rate of one period times the periods of a year, the compound method that the same notice names. */
    PBOC_IRR,
    /** Actuarial method of Regulation Z, Appendix J (12 CFR 1026): nominal, by unit periods and odd days. */
    REG_Z_ACTUARIAL,
    /** Directive 2008/48/EC, Annex I: effective, time counted in days over 365. */
    EU_BY_DAYS,
    /** The same, time counted back in equal months, the rest in days (guidelines SWD(2012) 128). */
    EU_BY_MONTHS,
    /** Effective by days over a year of 365.25, as British lenders print it. */
    UK_EFFECTIVE,
    /** The contract rate plus all fees over principal, spread evenly over the term: 12 % and a fee of 1 % for three months are 16 %. */
    FEE_SPREAD
}
