package io.fenlu.ledger.refusals;

import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Rounding;
import java.math.BigDecimal;

/** Terms that only refusals need. */
final class Terms {
    private Terms() {}

    static PenaltyRule penaltyBy(DayCount dayCount) {
        return penalty("1.5", dayCount, 0);
    }

    static PenaltyRule penalty(String multiple, DayCount dayCount, int graceDays) {
        return new PenaltyRule.PenaltyMultiple(
                new BigDecimal(multiple), PenaltyRule.Base.PRINCIPAL, dayCount, graceDays, Rounding.HALF_UP);
    }
}
