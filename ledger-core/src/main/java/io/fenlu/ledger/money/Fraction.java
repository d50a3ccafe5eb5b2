package io.fenlu.ledger.money;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.math.BigDecimal;

/**
 * A part of an amount (比例), as a fraction and not a percentage: a fee of 2.3 % is {@code 0.023}.
 *
 * @param value from 0 to 10, at most 12 decimals
 */
public record Fraction(BigDecimal value) {
    public static final Fraction NONE = Fraction.of("0");

    public Fraction {
        if (value.signum() < 0
                || value.compareTo(BigDecimal.TEN) > 0
                || value.stripTrailingZeros().scale() > 12) {
            throw new InvalidValue(
                    ValueRefusal.RATE_MALFORMED, "a part of an amount is 0 to 10 with at most 12 decimals");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    public static Fraction of(String value) {
        return new Fraction(new BigDecimal(value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isMoreThan(Fraction other) {
        return value.compareTo(other.value) > 0;
    }

    /** This part of an amount, unrounded: 0.023 of 5.45 is 0.12535. */
    public ExactMoney of(Money amount) {
        return amount.exact().times(value);
    }

    /** The plain decimal, for example {@code 0.023}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
