package io.fenlu.ledger.billing;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;

/**
 * When a bill counts as paid in time and in full (容时、容差).
 *
 * @param days so many days after the due day are still in time
 * @param tolerance so much may be missing
 */
public record GraceRule(int days, Money tolerance) {
    public GraceRule {
        if (days < 0 || days > 10 || tolerance.isNegative()) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "grace is 0 to 10 days, and not less than nothing");
        }
    }

    /** Whether a bill of which so much is missing is as good as paid. */
    public boolean forgives(Money missing) {
        return !missing.isMoreThan(tolerance);
    }
}
