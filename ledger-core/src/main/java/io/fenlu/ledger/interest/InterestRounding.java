package io.fenlu.ledger.interest;

import io.fenlu.ledger.money.Rounding;

/**
 * When interest that is not whole is rounded, and where the rest goes.
 *
 * <p>1,000.00 at 12 % on a year of 365 grows by 0.3288 a day: over 31 days it is 10.19 carried or each period, and 10.23 each day rounded
 * up. The choice is therefore part of what was agreed.
 */
public sealed interface InterestRounding {
    Rounding rounding();

    /** Each period's interest is rounded by itself; what is cut off or added is forgotten. */
    record EachPeriod(Rounding rounding) implements InterestRounding {}

    /**
     * Interest is kept unrounded and the sum since the beginning is rounded; a period is charged what the sum has grown by, so that
     * remainders are carried and never lost.
     */
    record Carried(Rounding rounding) implements InterestRounding {}

    /** Each day's interest is rounded by itself, and the days are added (按日舍入). */
    record EachDay(Rounding rounding) implements InterestRounding {}

    /**
     * The days of a period on which balance and rate stay the same are one part; each part is rounded by itself, and the parts are added
     * (分段计息). Who keeps the count tells the meter when a part ends: {@link InterestMeter#partEnds}.
     */
    record EachPart(Rounding rounding) implements InterestRounding {}
}
