package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    /** So large that rounding to smallest units cannot be seen. */
    private static final long LARGE = 1_000_000_000_000_000L;

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
        return periodicIrr(flows, 12, 1);
    }

    /**
     * The internal rate of one period times the periods of a year; odd days are not looked at.
     *
     * @param flows the first today, then one per period
     * @param over periods of a year, for example 12
     * @param under over so many: quarters are 12 over 3
     */
    public static Optional<BigDecimal> periodicIrr(List<CashFlow> flows, int over, int under) {
        var periods = new int[flows.size()];
        for (int k = 0; k < periods.length; k++) {
            periods[k] = k;
        }
        return root(flows, periods, new BigDecimal("-0.5"), new BigDecimal("83"))
                .map(rate ->
                        percent(rate.multiply(BigDecimal.valueOf(over)).divide(BigDecimal.valueOf(under), WORKING)));
    }

    /**
     * A fee in per cent of the principal, spread evenly over the term: 1 % for three months is 4 % a year.
     *
     * <p>Source of the figures: core/credit/terms/src/value.rs of GaloyMoney/lana-bank, where 12 % and 1 % for three months are 16 %.
     */
    public static BigDecimal spread(BigDecimal feePercent, Frequency frequency, int periods) {
        return feePercent
                .multiply(BigDecimal.valueOf(frequency.nominalUnder()))
                .divide(BigDecimal.valueOf((long) frequency.nominalOver() * periods), WORKING)
                .setScale(4, RoundingMode.HALF_UP);
    }

    /**
     * The internal rate that a flat fee amounts to, of the rate and not of an amount: equal parts of principal and fee, nothing rounded. This
     * is how such products are advertised (2.3 % in three months is 13.7 % a year), and it differs from the rate of a rounded schedule by up
     * to 0.7 of a point on small amounts.
     */
    public static Optional<BigDecimal> ofFlatFee(Fraction fee, Frequency frequency, int periods) {
        var principal = new Money(LARGE, Currency.CNY);
        var part = principal
                .exact()
                .plus(fee.of(principal))
                .times(1, periods)
                .round(Rounding.HALF_EVEN)
                .negated();
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(LocalDate.EPOCH, principal));
        for (int k = 1; k <= periods; k++) {
            flows.add(new CashFlow(frequency.after(LocalDate.EPOCH, k), part));
        }
        return periodicIrr(flows, frequency.nominalUnder(), frequency.nominalOver());
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
