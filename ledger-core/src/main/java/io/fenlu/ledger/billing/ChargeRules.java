package io.fenlu.ledger.billing;

import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;

/**
 * What an account costs beside interest (收费约定).
 *
 * @param late on the unpaid part of a least payment
 * @param overLimit part of what is owed above the limit, once with each bill; zero where that costs nothing
 */
public record ChargeRules(LateFee late, Fraction overLimit) {
    /** The fee on what is owed above the limit. */
    public Money overLimitFee(Money above) {
        return overLimit.of(above.orZero()).round(Rounding.HALF_UP);
    }
}
