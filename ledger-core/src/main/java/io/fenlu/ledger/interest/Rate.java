package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An interest rate (利率) as it was quoted: a fraction, not a percentage, per year, month or day.
 *
 * <p>For example 7.2 % a year is {@code Rate(0.072, YEAR)}; five in ten thousand a day (日息万五) is {@code Rate(0.0005, DAY)}.
 */
public record Rate(BigDecimal value, Per per) {
    /** What the rate is quoted for. */
    public enum Per {
        YEAR,
        MONTH,
        DAY
    }

    private static final BigDecimal HIGHEST = BigDecimal.TEN;

    public Rate {
        if (value.signum() < 0
                || value.compareTo(HIGHEST) > 0
                || value.stripTrailingZeros().scale() > 12) {
            throw new InvalidValue(
                    ValueRefusal.RATE_MALFORMED, brief(value) + " is not a rate from 0 to 10 with at most 12 decimals");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    public static Rate annual(String value) {
        return new Rate(new BigDecimal(value), Per.YEAR);
    }

    public static Rate daily(String value) {
        return new Rate(new BigDecimal(value), Per.DAY);
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** The rate for a year of this day count: months times twelve, days times the day count's fixed year. */
    public BigDecimal annual(DayCount dayCount) {
        return switch (per) {
            case YEAR -> value;
            case MONTH -> value.multiply(BigDecimal.valueOf(12));
            case DAY -> value.multiply(BigDecimal.valueOf(dayCount.fixedYear()));
        };
    }

    /** A multiple of this rate, to twelve decimals. */
    public Rate times(BigDecimal multiple) {
        return new Rate(value.multiply(multiple).setScale(12, RoundingMode.HALF_EVEN), per);
    }

    /** Whether a multiple lies above one bound and not above the other, with at most six decimals. */
    public static boolean isMultiple(BigDecimal multiple, BigDecimal above, BigDecimal atMost) {
        return multiple.compareTo(above) > 0
                && multiple.compareTo(atMost) <= 0
                && multiple.stripTrailingZeros().scale() <= 6;
    }

    /** For example {@code 0.072 per year}. */
    public String inWords() {
        return value.toPlainString() + " per " + per.name().toLowerCase(Locale.ROOT);
    }

    private static String brief(BigDecimal value) {
        var text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
