package io.fenlu.ledger.disclosure;

import java.math.BigDecimal;

/**
 * An annualised cost and the method it was reckoned by (年化综合成本及其算法).
 *
 * @param percent with four decimals: 13.7481
 */
public record AnnualCost(CostMethod method, BigDecimal percent) {}
