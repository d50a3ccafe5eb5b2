package io.fenlu.ledger.money;

import java.math.RoundingMode;

/** The direction in which an amount that is not whole is rounded. */
public enum Rounding {
    /** Away from zero: 0.001 becomes 0.01. */
    UP(RoundingMode.UP),
    /** Towards zero: 0.009 becomes 0.00. */
    DOWN(RoundingMode.DOWN),
    /** To the nearest, a half away from zero: 0.005 becomes 0.01. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest, a half to the even neighbour: 0.005 becomes 0.00, 0.015 becomes 0.02. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** A quotient of whole numbers, the divisor positive and both below 2^62, rounded to a whole number. */
    long divide(long over, long under) {
        var quotient = over / under;
        var rest = Math.abs(over % under);
        var away = switch (this) {
            case UP -> rest > 0;
            case DOWN -> false;
            case HALF_UP -> 2 * rest >= under;
            case HALF_EVEN -> 2 * rest > under || (2 * rest == under && quotient % 2 != 0);
        };
        return away ? quotient + (over < 0 ? -1 : 1) : quotient;
    }

    RoundingMode mode() {
        return mode;
    }
}
