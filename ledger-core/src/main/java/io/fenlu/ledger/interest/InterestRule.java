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
public record InterestRule(Rate rate, DayCount dayCount, Frequency frequency, InterestRounding rounding)
        implements Growth {
    private static final MathContext WORKING = new MathContext(40, RoundingMode.HALF_EVEN);

    /** The same rule at another rate. */
    public InterestRule at(Rate other) {
        return new InterestRule(other, dayCount, frequency, rounding);
    }

    /**
     * Interest on a balance over some days of a period, unrounded unless each day is rounded.
     *
     * <p>For example 10,000.00 at 0.05 % a day over 7 days is 35.00.
     */
    @Override
    public ExactMoney over(DateSpan span, DateSpan period, Money balance) {
        return over(span, period, balance, BigDecimal.ONE);
    }

    /** The same at a multiple of the rate. */
    ExactMoney over(DateSpan span, DateSpan period, Money balance, BigDecimal multiple) {
        if (balance.isZero() || rate.isZero() || span.isEmpty()) {
            return ExactMoney.zero(balance.currency());
        }
        var yearly = balance.exact().times(rate.annual(dayCount).multiply(multiple));
        return rounding instanceof InterestRounding.EachDay
                ? dayByDay(span, period, yearly)
                : part(span, period, yearly);
    }

    private ExactMoney part(DateSpan span, DateSpan period, ExactMoney yearly) {
        var fraction = dayCount.of(span, period, frequency);
        return yearly.times(fraction.over(), fraction.under());
    }

    /** Rounds each day by itself; days that are the same part of a year are rounded once and multiplied. */
    private ExactMoney dayByDay(DateSpan span, DateSpan period, ExactMoney yearly) {
        var sum = ExactMoney.zero(yearly.currency());
        var last = YearFraction.NONE;
        var each = ExactMoney.zero(yearly.currency());
        for (var day = span.from(); day.isBefore(span.to()); day = day.plusDays(1)) {
            var fraction = dayCount.of(new DateSpan(day, day.plusDays(1)), period, frequency);
            if (!fraction.equals(last)) {
                last = fraction;
                each = yearly.times(fraction.over(), fraction.under())
                        .round(rounding.rounding())
                        .exact();
            }
            sum = sum.plus(each);
        }
        return sum;
    }

    /** Whether a balance and its interest over some years are too many smallest units to keep. */
    public boolean outgrowsCounting(Money balance, long years) {
        var growth = rate.annual(dayCount).multiply(BigDecimal.valueOf(years)).add(BigDecimal.ONE);
        return BigDecimal.valueOf(balance.minor()).multiply(growth).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
    }

    @Override
    public BigDecimal factor(Period period) {
        return factor(period.remaining(), period.whole());
    }

    /** What part of a year is left of a period; periods of the same part have the same factor. */
    YearFraction part(Period period) {
        return dayCount.of(period.remaining(), period.whole(), frequency);
    }

    BigDecimal factor(DateSpan span, DateSpan period) {
        var fraction = dayCount.of(span, period, frequency);
        return rate.annual(dayCount)
                .multiply(BigDecimal.valueOf(fraction.over()))
                .divide(BigDecimal.valueOf(fraction.under()), WORKING);
    }
}
