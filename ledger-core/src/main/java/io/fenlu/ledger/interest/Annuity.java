package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The equal instalment (等额本息) that pays a principal with interest over given periods.
 *
 * <p>With rate factors f of the periods, instalment = principal × Π(1 + f) / v, where v grows from 1 by v × (1 + f) + 1; for equal
 * factors this is the textbook P·i·(1 + i)^n / ((1 + i)^n − 1).
 */
public final class Annuity {
    private static final MathContext WORKING = new MathContext(40, RoundingMode.HALF_EVEN);

    private Annuity() {}

    /** The instalment before it is rounded. */
    public static ExactMoney instalment(Money principal, List<Period> periods, InterestRule interest) {
        if (interest.rate().isZero()) {
            return principal.exact().times(1, periods.size());
        }
        var growth = BigDecimal.ONE;
        var value = BigDecimal.ZERO;
        for (var period : periods) {
            var factor = interest.factor(period).add(BigDecimal.ONE);
            growth = growth.multiply(factor, WORKING);
            value = value.multiply(factor, WORKING).add(BigDecimal.ONE, WORKING);
        }
        var minor =
                BigDecimal.valueOf(principal.minor()).multiply(growth, WORKING).divide(value, WORKING);
        return ExactMoney.approximated(minor, principal.currency());
    }
}
