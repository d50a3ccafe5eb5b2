package io.fenlu.ledger.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a loan costs in a year (年化综合成本), by named methods, as a percentage with four decimals, rounded half up.
 *
 * <p>Rates are found by bisection on exact decimals between −99.99 % and 100,000 % a year; where no rate in that range explains the
 * flows there is no answer rather than a wrong one.
 */
public final class AnnualisedCost {
    private static final MathContext WORKING = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final int HALVINGS = 100;

    private AnnualisedCost() {}

    /**
     * Nominal annual IRR: twelve times the monthly rate at which the flows, one at each month's end, are worth nothing.
     *
     * <p>Source: 中国人民银行公告〔2021〕第3号 names the IRR method for the annualised rate of a loan; Reg Z, Appendix J, for monthly unit
     * periods.
     *
     * @param flows of equal months: the first today, then one per month
     */
    public static Optional<BigDecimal> nominalIrr(List<CashFlow> flows) {
        var months = new int[flows.size()];
        for (int k = 0; k < months.length; k++) {
            months[k] = k;
        }
        return root(flows, months, new BigDecimal("-0.5"), new BigDecimal("83"))
                .map(monthly -> percent(monthly.multiply(BigDecimal.valueOf(12))));
    }

    /**
     * Effective annual IRR: the yearly compounded rate at which the flows, discounted by days over 365, are worth nothing; the method
     * of directive 2008/48/EC, annex I, counted in days.
     */
    public static Optional<BigDecimal> effectiveIrr(List<CashFlow> flows) {
        if (flows.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = flows.getFirst().on();
        var days = new int[flows.size()];
        for (int k = 0; k < days.length; k++) {
            days[k] =
                    Math.toIntExact(ChronoUnit.DAYS.between(first, flows.get(k).on()));
        }
        return root(flows, days, new BigDecimal("-0.02"), new BigDecimal("0.02"))
                .map(daily ->
                        percent(BigDecimal.ONE.add(daily).pow(365, WORKING).subtract(BigDecimal.ONE)));
    }

    private static BigDecimal percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(4, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> root(List<CashFlow> flows, int[] times, BigDecimal low, BigDecimal high) {
        var atLow = worth(flows, times, low).signum();
        var atHigh = worth(flows, times, high).signum();
        if (atLow == 0 || atHigh == 0 || atLow == atHigh) {
            return Optional.empty();
        }
        for (int step = 0; step < HALVINGS; step++) {
            var middle = low.add(high).divide(BigDecimal.TWO, WORKING);
            var sign = worth(flows, times, middle).signum();
            if (sign == 0) {
                return Optional.of(middle);
            }
            if (sign == atLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(low.add(high).divide(BigDecimal.TWO, WORKING));
    }

    private static BigDecimal worth(List<CashFlow> flows, int[] times, BigDecimal rate) {
        var discount = BigDecimal.ONE.divide(BigDecimal.ONE.add(rate), WORKING);
        var factor = BigDecimal.ONE;
        var worth = BigDecimal.ZERO;
        var at = 0;
        for (int k = 0; k < flows.size(); k++) {
            factor = factor.multiply(discount.pow(times[k] - at, WORKING), WORKING);
            at = times[k];
            worth = worth.add(BigDecimal.valueOf(flows.get(k).amount().minor()).multiply(factor), WORKING);
        }
        return worth;
    }
}
