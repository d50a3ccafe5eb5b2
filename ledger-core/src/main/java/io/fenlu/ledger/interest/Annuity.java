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
    public static ExactMoney instalment(Money principal, List<Period> periods, Growth interest) {
        return instalment(
                new Owed(principal, principal.zero(), principal.zero()), periods, Factors.EACH_PERIOD, interest);
    }

    /** By which rate factors the instalment is reckoned; interest itself always follows the days. */
    public enum Factors {
        /** Each period by its own days: the instalment that really pays the loan. */
        EACH_PERIOD,
        /** All periods by the days of the first, as some lenders' software does; the last instalment then takes more or less. */
        FIRST_PERIOD
    }

    /**
     * What the instalments have to pay.
     *
     * @param principal at the beginning of the first period's open days
     * @param accrued interest that has grown before and is paid with the first instalment; it bears none itself
     * @param atTheEnd principal that is left for the last day on top of the instalment
     */
    public record Owed(Money principal, Money accrued, Money atTheEnd) {}

    /** The instalment before it is rounded: (principal × Π(1 + f) + accrued × Π'(1 + f) − atTheEnd) / v, Π' without the first period. */
    public static ExactMoney instalment(Owed owed, List<Period> periods, Factors factors, Growth interest) {
        var principal = owed.principal;
        var growth = BigDecimal.ONE;
        var afterFirst = BigDecimal.ONE;
        var value = BigDecimal.ZERO;
        var factor = BigDecimal.ONE;
        var last = YearFraction.NONE;
        for (int k = 0; k < periods.size(); k++) {
            var period = periods.get(factors == Factors.FIRST_PERIOD ? 0 : k);
            var part = interest instanceof InterestRule rule ? rule.part(period) : YearFraction.NONE;
            if (part.equals(YearFraction.NONE) || !part.equals(last)) {
                factor = interest.factor(period).add(BigDecimal.ONE);
                last = part;
            }
            growth = growth.multiply(factor, WORKING);
            afterFirst = k == 0 ? afterFirst : afterFirst.multiply(factor, WORKING);
            value = value.multiply(factor, WORKING).add(BigDecimal.ONE, WORKING);
        }
        var minor = BigDecimal.valueOf(principal.minor())
                .multiply(growth, WORKING)
                .add(BigDecimal.valueOf(owed.accrued.minor()).multiply(afterFirst, WORKING))
                .subtract(BigDecimal.valueOf(owed.atTheEnd.minor()))
                .divide(value, WORKING);
        return ExactMoney.approximated(minor, principal.currency());
    }
}
