package io.fenlu.ledger.disclosure;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The annual percentage rate by the actuarial method of Regulation Z: the rate i of a unit period at which
 * Σ amount / ((1 + f·i)(1 + i)^t) is nothing, times the unit periods of a year. Nominal, not compounded; per cent with four decimals.
 *
 * <p>For example 5,000.00 on 10 January 1978 for 24 monthly payments of 230.00 from 10 February is 9.69 %.
 *
 * <p>Source: 12 CFR 1026, Appendix J, (b)(8) and (c).
 */
public final class RegulationZ {
    private static final BigDecimal LOW = new BigDecimal("-0.5");
    private static final BigDecimal HIGH = new BigDecimal("83");

    private RegulationZ() {}

    private record Placed(BigDecimal amount, int whole, BigDecimal odd) {}

    /**
     * The rate.
     *
     * @param flows the first of them money received
     * @param unit not used for one payment of all, whose unit period is its term or, from a year on, the year
     */
    public static Optional<BigDecimal> annualPercentageRate(List<CashFlow> flows, UnitPeriod unit) {
        if (flows.size() < 2) {
            return Optional.empty();
        }
        if (flows.size() > 2) {
            return solved(flows, unit);
        }
        return flows.getLast().on().isBefore(flows.getFirst().on().plusYears(1))
                ? single(flows.getFirst(), flows.getLast())
                : solved(flows, new UnitPeriod(1, UnitPeriod.Unit.YEAR));
    }

    private static Optional<BigDecimal> solved(List<CashFlow> flows, UnitPeriod unit) {
        var first = flows.getFirst().on();
        var placed = new ArrayList<Placed>();
        for (var flow : flows) {
            var count = unit.between(first, flow.on());
            placed.add(new Placed(
                    BigDecimal.valueOf(flow.amount().minor()),
                    count.whole(),
                    BigDecimal.valueOf(count.over()).divide(BigDecimal.valueOf(count.under()), Discounting.WORKING)));
        }
        return Discounting.root(rate -> worth(placed, rate), LOW, HIGH)
                .map(rate -> rate.multiply(BigDecimal.valueOf(unit.inYearOver()))
                        .divide(BigDecimal.valueOf(unit.every()), Discounting.WORKING))
                .map(Discounting::percent);
    }

    /** One advance and one payment within a year: whole months over twelve, otherwise days over 365. */
    private static Optional<BigDecimal> single(CashFlow advance, CashFlow payment) {
        var days = ChronoUnit.DAYS.between(advance.on(), payment.on());
        if (days <= 0 || !advance.amount().isPositive()) {
            return Optional.empty();
        }
        var months = ChronoUnit.MONTHS.between(advance.on(), payment.on());
        var whole = months > 0 && advance.on().plusMonths(months).equals(payment.on());
        return Optional.of(Discounting.percent(BigDecimal.valueOf(
                        payment.amount().negated().minus(advance.amount()).minor())
                .multiply(BigDecimal.valueOf(whole ? 12 : 365))
                .divide(
                        BigDecimal.valueOf(advance.amount().minor())
                                .multiply(BigDecimal.valueOf(whole ? months : days)),
                        Discounting.WORKING)));
    }

    private static BigDecimal worth(List<Placed> flows, BigDecimal rate) {
        var discount = BigDecimal.ONE.divide(BigDecimal.ONE.add(rate), Discounting.WORKING);
        var factor = BigDecimal.ONE;
        var at = 0;
        var worth = BigDecimal.ZERO;
        for (var flow : flows) {
            factor = factor.multiply(discount.pow(flow.whole - at, Discounting.WORKING), Discounting.WORKING);
            at = flow.whole;
            var odd = BigDecimal.ONE.add(flow.odd.multiply(rate));
            worth = worth.add(
                    flow.amount.multiply(factor, Discounting.WORKING).divide(odd, Discounting.WORKING),
                    Discounting.WORKING);
        }
        return worth;
    }
}
