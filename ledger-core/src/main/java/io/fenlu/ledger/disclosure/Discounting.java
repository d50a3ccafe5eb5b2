package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the rate at which flows are worth nothing, on exact decimals and without floating point. */
final class Discounting {
    static final MathContext WORKING = new MathContext(34, RoundingMode.HALF_EVEN);

    /** A year in the units in which times are kept, divisible by 12, 52, 365, 366 and four times 365.25. */
    static final long YEAR = 1_691_516_580L;

    private static final int HALVINGS = 90;
    private static final BigDecimal SMALL = new BigDecimal("0.05");
    private static final BigDecimal LEAST = new BigDecimal("-9");
    private static final BigDecimal MOST = new BigDecimal("9");

    private Discounting() {}

    /** An amount at a time after the first, in {@link #YEAR}s. */
    record Timed(Money amount, long at) {}

    /** The effective yearly rate X of Σ amount × (1 + X)^−t = 0, as a fraction; sought between −99.98 % and 800,000 %. */
    static Optional<BigDecimal> effective(List<Timed> flows) {
        return root(intensity -> worth(flows, intensity), LEAST, MOST)
                .map(intensity -> exp(intensity).subtract(BigDecimal.ONE));
    }

    /** Where a function that crosses zero once between two values does so. */
    static Optional<BigDecimal> root(UnaryOperator<BigDecimal> function, BigDecimal low, BigDecimal high) {
        var atLow = function.apply(low).signum();
        var atHigh = function.apply(high).signum();
        if (atLow == 0 || atHigh == 0 || atLow == atHigh) {
            return Optional.empty();
        }
        for (int step = 0; step < HALVINGS; step++) {
            var middle = low.add(high).divide(BigDecimal.TWO, WORKING);
            var sign = function.apply(middle).signum();
            if (sign == 0) {
                return Optional.of(middle);
            }
            if (sign == atLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(low.add(high).divide(BigDecimal.TWO, WORKING));
    }

    private static BigDecimal worth(List<Timed> flows, BigDecimal intensity) {
        var perGap = new HashMap<Long, BigDecimal>();
        var worth = BigDecimal.ZERO;
        var discount = BigDecimal.ONE;
        var at = 0L;
        for (var flow : flows) {
            if (flow.at() != at) {
                var gap = perGap.computeIfAbsent(
                        flow.at() - at,
                        units -> exp(intensity
                                .negate()
                                .multiply(BigDecimal.valueOf(units))
                                .divide(BigDecimal.valueOf(YEAR), WORKING)));
                discount = discount.multiply(gap, WORKING);
                at = flow.at();
            }
            worth = worth.add(BigDecimal.valueOf(flow.amount().minor()).multiply(discount), WORKING);
        }
        return worth;
    }

    /** e to a power: halved until small, by its series, then squared as often. */
    static BigDecimal exp(BigDecimal power) {
        var squarings = 0;
        var small = power;
        while (small.abs().compareTo(SMALL) > 0) {
            small = small.divide(BigDecimal.TWO, WORKING);
            squarings++;
        }
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int k = 1; k <= 22; k++) {
            term = term.multiply(small, WORKING).divide(BigDecimal.valueOf(k), WORKING);
            sum = sum.add(term, WORKING);
        }
        for (int k = 0; k < squarings; k++) {
            sum = sum.multiply(sum, WORKING);
        }
        return sum;
    }

    static BigDecimal percent(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(4, RoundingMode.HALF_UP);
    }
}
