package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a loan may cost at most (综合融资成本上限).
 *
 * @param annualCost the all-in annualised cost under normal performance, a fraction: 0.24 is 24 %
 * @param method by which it is measured; absent with no cap
 * @param chargesUpToPrincipal whether interest, fees and penalties of the whole life may never exceed the principal
 */
public record CostCaps(
        @Nullable Fraction annualCost, @Nullable CostMethod method, boolean chargesUpToPrincipal) {
    public static final CostCaps NONE = new CostCaps(null, null, false);

    /**
     * Whether a cost stays within the cap.
     *
     * @param percent by the method of the cap, for example 23.9
     */
    public boolean allowsAnnual(BigDecimal percent) {
        return annualCost == null || percent.movePointLeft(2).compareTo(annualCost.value()) <= 0;
    }

    /** How much may still be charged: everything, or what is left up to the principal. */
    public Money stillChargeable(Money wanted, Money principal, Money chargedBefore) {
        return chargesUpToPrincipal ? wanted.min(principal.minus(chargedBefore).orZero()) : wanted;
    }
}
