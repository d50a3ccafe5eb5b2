package io.fenlu.ledger.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/**
 * An amount that is not rounded yet, kept as an exact fraction of smallest units, so that the order of additions never matters.
 *
 * <p>For example one day's interest on 10,000.00 CNY at 8 % on a 365-day year is 80000/365 fen.
 *
 * @param numerator smallest units times the denominator
 * @param denominator positive
 */
public record ExactMoney(BigInteger numerator, BigInteger denominator, Currency currency) {
    /** Enough digits that what is cut off can never be seen in a rounded amount. */
    private static final MathContext WORKING = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final BigInteger[] POWERS =
            IntStream.range(0, 24).mapToObj(BigInteger.TEN::pow).toArray(BigInteger[]::new);

    public ExactMoney {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a denominator is positive, not " + denominator);
        }
    }

    public static ExactMoney of(Money money) {
        return new ExactMoney(BigInteger.valueOf(money.minor()), BigInteger.ONE, money.currency());
    }

    public static ExactMoney zero(Currency currency) {
        return new ExactMoney(BigInteger.ZERO, BigInteger.ONE, currency);
    }

    public ExactMoney plus(ExactMoney other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("cannot reckon " + currency + " with " + other.currency);
        }
        if (other.numerator.signum() == 0) {
            return this;
        }
        if (numerator.signum() == 0 && denominator.equals(BigInteger.ONE)) {
            return other;
        }
        if (denominator.equals(other.denominator)) {
            return new ExactMoney(numerator.add(other.numerator), denominator, currency);
        }
        var common = denominator.gcd(other.denominator);
        var mine = other.denominator.divide(common);
        var theirs = denominator.divide(common);
        return new ExactMoney(
                numerator.multiply(mine).add(other.numerator.multiply(theirs)), denominator.multiply(mine), currency);
    }

    /** This amount times a decimal, exactly. */
    public ExactMoney times(BigDecimal factor) {
        var scale = factor.scale();
        return scale > 0
                ? new ExactMoney(
                        numerator.multiply(factor.unscaledValue()), denominator.multiply(tenToThe(scale)), currency)
                : new ExactMoney(numerator.multiply(factor.toBigIntegerExact()), denominator, currency);
    }

    private static BigInteger tenToThe(int power) {
        return power < POWERS.length ? POWERS[power] : BigInteger.TEN.pow(power);
    }

    /** This amount times a fraction, exactly. */
    public ExactMoney times(long over, long under) {
        return new ExactMoney(
                numerator.multiply(BigInteger.valueOf(over)),
                denominator.multiply(BigInteger.valueOf(under)),
                currency);
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** Rounds to the smallest unit. */
    public Money round(Rounding rounding) {
        return round(RoundingRule.of(rounding));
    }

    /** Rounds to the rule's multiple. */
    public Money round(RoundingRule rule) {
        var multiple = BigInteger.valueOf(rule.minorUnits());
        var under = denominator.multiply(multiple);
        if (numerator.bitLength() < Long.SIZE - 2 && under.bitLength() < Long.SIZE - 2) {
            var minor = rule.mode().divide(numerator.longValue(), under.longValue());
            if (Math.abs(minor) <= Long.MAX_VALUE / rule.minorUnits()) {
                return new Money(minor * rule.minorUnits(), currency);
            }
        }
        var parts = new BigDecimal(numerator)
                .divide(new BigDecimal(under), 0, rule.mode().mode());
        var minor = parts.toBigIntegerExact().multiply(multiple);
        if (minor.bitLength() >= Long.SIZE) {
            throw Money.beyondCounting(currency);
        }
        return new Money(minor.longValue(), currency);
    }

    /** Smallest units as a decimal of 60 significant digits, for arithmetic that has no exact answer (powers, roots). */
    public BigDecimal approximately() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), WORKING);
    }

    /**
     * An amount out of arithmetic that has no exact answer. Digits beyond the fifteenth decimal of the smallest unit are noise of
     * that arithmetic and are dropped, so that rounding up does not turn noise into a fen.
     */
    public static ExactMoney approximated(BigDecimal minorUnits, Currency currency) {
        var clean = minorUnits.setScale(15, RoundingMode.HALF_EVEN);
        return new ExactMoney(clean.unscaledValue(), BigInteger.TEN.pow(15), currency);
    }
}
