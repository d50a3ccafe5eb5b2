package io.fenlu.ledger.allocation;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.RoundingRule;

/** What repaying early costs (提前还款违约金). */
public sealed interface PrepaymentFee {
    /** Nothing. */
    record Free() implements PrepaymentFee {}

    /**
     * A part of the principal that is repaid early.
     *
     * @param freeAfter from the due date of this instalment on it is free; 0 is never
     */
    record PartOfPrincipalRepaid(Fraction part, RoundingRule rounding, int freeAfter) implements PrepaymentFee {
        public PartOfPrincipalRepaid {
            if (freeAfter < 0) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "free after an instalment that exists, or 0");
            }
        }
    }

    /** Interest on the principal repaid early, for so many days at the contract rate (补偿金：若干天利息), but not for more than are left. */
    record DaysOfInterest(int days, RoundingRule rounding) implements PrepaymentFee {
        public DaysOfInterest {
            if (days < 1 || days > 366) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "1 to 366 days of interest");
            }
        }
    }

    /**
     * The fee.
     *
     * @param repaid principal that was not due yet
     * @param instalmentsDue how many instalments have fallen due so far
     * @param daysLeft until the last due date
     * @param oneDay interest of that principal for one day, unrounded
     */
    default Money on(Money repaid, int instalmentsDue, long daysLeft, ExactMoney oneDay) {
        return switch (this) {
            case Free _ -> repaid.zero();
            case PartOfPrincipalRepaid(var part, var rounding, var freeAfter) ->
                freeAfter > 0 && instalmentsDue >= freeAfter
                        ? repaid.zero()
                        : part.of(repaid).round(rounding);
            case DaysOfInterest(var days, var rounding) ->
                oneDay.times(Math.max(0, Math.min(days, daysLeft)), 1).round(rounding);
        };
    }
}
