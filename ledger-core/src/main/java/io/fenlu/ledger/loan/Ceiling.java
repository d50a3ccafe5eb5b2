package io.fenlu.ledger.loan;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * What the caps of a loan allow it to have cost by a day, and what they took off its charges so far.
 *
 * @param byTime the capped annual rate on the principal that was outstanding, day by day by 365; only counted where there is such a cap
 * @param cut what was not charged because of the caps
 */
record Ceiling(ExactMoney byTime, Money cut) {
    static Ceiling none(Currency currency) {
        return new Ceiling(ExactMoney.zero(currency), Money.zero(currency));
    }

    /** How much the loan may have cost by now, interest, penalty and fees together; a fraction of a smallest unit counts for nothing. */
    static Money most(LoanAgreement agreement, @Nullable Ceiling ceiling) {
        var caps = agreement.terms().agreed().caps();
        var principal = agreement.principal();
        var byTime = ceiling == null || caps.annualCost() == null ? null : ceiling.byTime.round(Rounding.DOWN);
        if (byTime == null) {
            return principal;
        }
        return caps.chargesUpToPrincipal() ? byTime.min(principal) : byTime;
    }

    /** What is left of that when the loan has cost so much. */
    static Money room(LoanAgreement agreement, Ceiling ceiling, Money cost) {
        return most(agreement, ceiling).minus(cost).orZero();
    }

    Ceiling grow(ExactMoney by) {
        return by.isZero() ? this : new Ceiling(byTime.plus(by), cut);
    }

    Ceiling cutBy(Money amount) {
        return amount.isZero() ? this : new Ceiling(byTime, cut.plus(amount));
    }
}
