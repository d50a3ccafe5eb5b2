package io.fenlu.ledger.interest;

import io.fenlu.ledger.money.Rounding;

/** When interest that is not whole is rounded, and where the rest goes. */
public sealed interface InterestRounding {
    Rounding rounding();

    /** Each period's interest is rounded by itself; what is cut off or added is forgotten. */
    record EachPeriod(Rounding rounding) implements InterestRounding {}

    /**
     * Interest is kept unrounded and the sum since the beginning is rounded; a period is charged what the sum has grown by, so that
     * remainders are carried and never lost.
     */
    record Carried(Rounding rounding) implements InterestRounding {}
}
