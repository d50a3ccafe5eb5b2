package io.fenlu.ledger.interest;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;

/**
 * Counts interest as it grows and says how much of it can be charged in whole smallest units.
 *
 * @param grown all that grew since the meter was set to zero, unrounded
 * @param charged what was charged of it
 */
public record InterestMeter(ExactMoney grown, Money charged) {
    public static InterestMeter zero(Currency currency) {
        return new InterestMeter(ExactMoney.zero(currency), Money.zero(currency));
    }

    public InterestMeter grow(ExactMoney by) {
        return by.isZero() ? this : new InterestMeter(grown.plus(by), charged);
    }

    /** What could be charged now: the rounded sum less what was charged before. */
    public Money chargeable(Rounding rounding) {
        return grown.round(rounding).minus(charged).orZero();
    }

    /** The meter when balance or rate changes within a period: what has grown is rounded now if each part is rounded by itself. */
    public InterestMeter partEnds(InterestRounding rule) {
        return rule instanceof InterestRounding.EachPart(var rounding)
                ? new InterestMeter(grown.round(rounding).exact(), charged)
                : this;
    }

    public InterestMeter charge(Money amount) {
        return new InterestMeter(grown, charged.plus(amount));
    }

    /** The meter at the start of the next period, the chargeable of this one having been charged. */
    public InterestMeter nextPeriod(InterestRounding rule) {
        return switch (rule) {
            case InterestRounding.EachPeriod _, InterestRounding.EachDay _, InterestRounding.EachPart _ ->
                zero(charged.currency());
            case InterestRounding.Carried(var rounding) -> charge(chargeable(rounding));
        };
    }
}
