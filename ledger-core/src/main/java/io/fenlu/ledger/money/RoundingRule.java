package io.fenlu.ledger.money;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;

/**
 * How an amount is rounded, and to a multiple of what.
 *
 * @param minorUnits the multiple in smallest units: 1 rounds to the fen, 100 to whole yuan
 */
public record RoundingRule(Rounding mode, int minorUnits) {
    public RoundingRule {
        if (minorUnits < 1 || minorUnits > 1_000_000) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "amounts are rounded to a multiple of 1 to 1,000,000 smallest units");
        }
    }

    /** To the smallest unit of the currency. */
    public static RoundingRule of(Rounding mode) {
        return new RoundingRule(mode, 1);
    }
}
