package io.fenlu.ledger.interest;

/** A part of a year as an exact fraction, for example 31/360. */
public record YearFraction(long over, long under) {
    public static final YearFraction NONE = new YearFraction(0, 1);

    public YearFraction {
        if (under <= 0) {
            throw new IllegalArgumentException("a year fraction has a positive denominator, not " + under);
        }
    }
}
