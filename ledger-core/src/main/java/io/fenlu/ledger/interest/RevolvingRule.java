package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;

/**
 * What it costs not to pay a bill in full (循环利息). Interest is counted on a meter while days pass, and becomes money with a bill.
 *
 * <p>For example 5,000.00 of which 500.00 is paid after 15 days costs, 20 days later and at 0.05 % a day from the day of posting,
 * 5,000.00 × 15 + 4,500.00 × 20 days: 82.50.
 *
 * @param from from which day on interest runs
 * @param compounding whether unpaid interest and fees bear interest from the bill on that they stand on
 * @param days whether the interest of each day is rounded, or that of a bill once
 */
public record RevolvingRule(From from, boolean compounding, Days days, Rounding rounding) {
    /** From which day on interest runs on a bill that is not paid in full. */
    public enum From {
        /** From the day of posting, on what was open on each day (全额计息). */
        POSTING_DAY,
        /** From the due day, on what is unpaid (未还部分计息). */
        DUE_DAY
    }

    /** When a part of a smallest unit is rounded. */
    public enum Days {
        /** Once with the bill. */
        ROUNDED_ONCE,
        /** Each day by itself, then times the days. */
        ROUNDED_EACH_DAY
    }

    /** What the meter shows more after some days on which the same was open: units times days, or rounded interest. */
    public long grow(Rate rate, Money open, long days) {
        var each = this.days == Days.ROUNDED_ONCE ? open.minor() : daily(rate, open.minor(), open);
        try {
            return Math.multiplyExact(each, days);
        } catch (ArithmeticException _) {
            throw new InvalidValue(ValueRefusal.AMOUNT_TOO_LARGE, "interest would be more than can be counted");
        }
    }

    /** What a meter comes to in money. */
    public Money charge(Rate rate, long meter, Money any) {
        return new Money(days == Days.ROUNDED_ONCE ? daily(rate, meter, any) : meter, any.currency());
    }

    private long daily(Rate rate, long minor, Money any) {
        if (rate.isZero() || minor == 0) {
            return 0;
        }
        if (rate.per() != Rate.Per.DAY) {
            throw new InvalidValue(ValueRefusal.RATE_MALFORMED, "what revolves bears a daily rate");
        }
        return new Money(minor, any.currency())
                .exact()
                .times(rate.value())
                .round(rounding)
                .minor();
    }
}
