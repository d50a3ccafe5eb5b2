package io.fenlu.ledger.money;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money (金额) in whole smallest units of one currency; it may be negative.
 *
 * <p>For example 10.00 CNY is {@code Money(1000, CNY)} and 10 JPY is {@code Money(10, JPY)}. Amounts of different currencies are
 * never added or compared; that is a fault of the program, not a refusal.
 *
 * @param minor smallest units: fen, cents, yen
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    /** The largest amount that is accepted from outside, in smallest units. */
    public static final long LARGEST = 1_000_000_000_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal amount, for example {@code of("10.5", CNY)}.
     *
     * @throws InvalidValue {@link ValueRefusal#AMOUNT_MALFORMED}, {@link ValueRefusal#AMOUNT_TOO_PRECISE} or
     *     {@link ValueRefusal#AMOUNT_TOO_LARGE}
     */
    public static Money of(String amount, Currency currency) {
        if (!DECIMAL.matcher(amount).matches()) {
            throw new InvalidValue(ValueRefusal.AMOUNT_MALFORMED, "“" + brief(amount) + "” is not a decimal amount");
        }
        var exact = new BigDecimal(amount).stripTrailingZeros();
        if (exact.scale() > currency.digits()) {
            throw new InvalidValue(
                    ValueRefusal.AMOUNT_TOO_PRECISE,
                    amount + " has more decimals than " + currency + " allows (" + currency.digits() + ")");
        }
        var minor = exact.movePointRight(currency.digits());
        if (minor.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            throw new InvalidValue(ValueRefusal.AMOUNT_TOO_LARGE, amount + " is larger than the ledger accepts");
        }
        return new Money(minor.longValueExact(), currency);
    }

    /** The sum of amounts of one currency; zero of that currency when there are none. */
    public static Money sum(Currency currency, Collection<Money> amounts) {
        var sum = zero(currency);
        for (var amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    public Money plus(Money other) {
        var sum = minor + same(other).minor;
        if (((minor ^ sum) & (other.minor ^ sum)) < 0) {
            throw beyondCounting(currency);
        }
        return new Money(sum, currency);
    }

    public Money minus(Money other) {
        return plus(same(other).negated());
    }

    public Money negated() {
        if (minor == Long.MIN_VALUE) {
            throw beyondCounting(currency);
        }
        return new Money(-minor, currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount, or zero when it is negative. */
    public Money orZero() {
        return minor < 0 ? zero(currency) : this;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public Money zero() {
        return zero(currency);
    }

    /** The same amount, not yet rounded, to go on calculating with. */
    public ExactMoney exact() {
        return ExactMoney.of(this);
    }

    /** The plain decimal, for example {@code 10.00}. */
    public String amount() {
        return BigDecimal.valueOf(minor, currency.digits()).toPlainString();
    }

    /** Orders amounts of one currency. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** As any record's; written out since a repayment compares some dozens of amounts, and the compiler's own goes a long way round. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Money(var otherMinor, var otherCurrency)
                && minor == otherMinor
                && currency == otherCurrency;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(minor) + currency.hashCode();
    }

    /** For example {@code CNY 10.00}. */
    @Override
    public String toString() {
        return currency + " " + amount();
    }

    /** What is said of an amount that has more smallest units than can be kept. */
    static InvalidValue beyondCounting(Currency currency) {
        return new InvalidValue(
                ValueRefusal.AMOUNT_TOO_LARGE,
                "an amount of " + currency + " would be larger than the ledger can keep");
    }

    private Money same(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("cannot reckon " + this + " with " + other);
        }
        return other;
    }

    private static String brief(String amount) {
        return amount.length() <= 40 ? amount : amount.substring(0, 40) + "…";
    }
}
