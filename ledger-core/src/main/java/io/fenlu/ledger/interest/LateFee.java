package io.fenlu.ledger.interest;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.RoundingRule;
import org.jspecify.annotations.Nullable;

/** A fee for an instalment that was not paid in time (违约金、滞纳金), charged once for each, beside any penalty interest. */
public sealed interface LateFee {
    /** Lateness costs no fee. */
    record NoLateFee() implements LateFee {}

    /**
     * A part of what is overdue: 5 % of it, at least 10 yuan.
     *
     * @param least if anything is overdue
     * @param most for one instalment
     * @param mostInAll over the whole life of the loan
     */
    record PartOfOverdue(
            Fraction part,
            RoundingRule rounding,
            @Nullable Money least,
            @Nullable Money most,
            @Nullable Money mostInAll)
            implements LateFee {
        public PartOfOverdue {
            if (least != null && most != null && least.isMoreThan(most)) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY, "the least late fee is not more than the largest");
            }
        }
    }

    /**
     * The same sum for every late instalment.
     *
     * @param mostInAll over the whole life of the loan
     */
    record FixedLateFee(Money amount, @Nullable Money mostInAll) implements LateFee {}

    /**
     * The fee for one late instalment.
     *
     * @param overdue principal and interest of it that are unpaid when the grace days have passed
     * @param chargedBefore late fees of this loan so far, for the cap of its life
     */
    default Money forLate(Money overdue, Money chargedBefore) {
        if (!overdue.isPositive()) {
            return overdue.zero();
        }
        return switch (this) {
            case NoLateFee _ -> overdue.zero();
            case FixedLateFee(var amount, var mostInAll) -> capped(amount, chargedBefore, mostInAll);
            case PartOfOverdue(var part, var rounding, var least, var most, var mostInAll) -> {
                var fee = part.of(overdue).round(rounding);
                fee = least == null ? fee : fee.max(least);
                fee = most == null ? fee : fee.min(most);
                yield capped(fee, chargedBefore, mostInAll);
            }
        };
    }

    private static Money capped(Money fee, Money chargedBefore, @Nullable Money mostInAll) {
        return mostInAll == null ? fee : fee.min(mostInAll.minus(chargedBefore).orZero());
    }
}
