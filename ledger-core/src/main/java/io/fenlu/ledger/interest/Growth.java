package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;

/** How a balance grows over the days of interest periods: at one rate throughout, or as rates change and pauses come. */
public interface Growth {
    /** Interest on a balance over some days of a period, not rounded unless the rule rounds each day. */
    ExactMoney over(DateSpan span, DateSpan period, Money balance);

    /** The growth of 1 over what remains of a period, less 1: the rate factor of annuities, to 40 digits. */
    BigDecimal factor(Period period);

    /** When interest that is not whole is rounded. */
    InterestRounding rounding();

    /** Interest on a balance over the days of a period that were not counted yet. */
    default ExactMoney over(Period period, Money balance) {
        return over(period.remaining(), period.whole(), balance);
    }
}
