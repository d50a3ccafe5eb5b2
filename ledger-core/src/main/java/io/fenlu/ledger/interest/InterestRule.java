package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a debt grows with time: balance times annual rate times the day count's part of a year, simple within a period.
 *
 * @param frequency the nominal length of an interest period
 */
public record InterestRule(Rate rate, DayCount dayCount, Frequency frequency, InterestRounding rounding) {
    private static final MathContext WORKING = new MathContext(40, RoundingMode.HALF_EVEN);

    /**
     * Interest on a balance over some days of a period, unrounded.
     *
     * <p>For example 10,000.00 at 0.05 % a day over 7 days is 35.00.
     */
    public ExactMoney over(DateSpan span, DateSpan period, Money balance) {
        return over(span, period, balance, BigDecimal.ONE);
    }

    /** The same at a multiple of the rate. */
    ExactMoney over(DateSpan span, DateSpan period, Money balance, BigDecimal multiple) {
        if (balance.isZero() || rate.isZero() || span.isEmpty()) {
            return ExactMoney.zero(balance.currency());
        }
        var fraction = dayCount.of(span, period, frequency);
        return balance.exact().times(rate.annual(dayCount).multiply(multiple)).times(fraction.over(), fraction.under());
    }

    /** Interest on a balance over the days of a period that were not counted yet, unrounded. */
    public ExactMoney over(Period period, Money balance) {
        return over(period.remaining(), period.whole(), balance);
    }

    /** Whether a balance and its interest over some years are too many smallest units to keep. */
    public boolean outgrowsCounting(Money balance, long years) {
        var growth = rate.annual(dayCount).multiply(BigDecimal.valueOf(years)).add(BigDecimal.ONE);
        return BigDecimal.valueOf(balance.minor()).multiply(growth).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
    }

    /** The growth of 1 over what remains of a period, less 1: the rate factor of annuities, to 40 digits. */
    public BigDecimal factor(Period period) {
        var fraction = dayCount.of(period.remaining(), period.whole(), frequency);
        return rate.annual(dayCount)
                .multiply(BigDecimal.valueOf(fraction.over()))
                .divide(BigDecimal.valueOf(fraction.under()), WORKING);
    }
}
