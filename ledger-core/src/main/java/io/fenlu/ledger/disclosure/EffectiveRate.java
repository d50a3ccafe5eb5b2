package io.fenlu.ledger.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The effective yearly rate (年化实际利率): the compounded rate X of Σ amount × (1 + X)^−t = 0, in per cent with four decimals.
 *
 * <p>For example 1,000.00 on 1 January 2019 for six monthly payments of 172.55 is 12.6862 % by equal months.
 *
 * <p>Source: directive 2008/48/EC, Annex I; the time measure is stated with the rate.
 */
public final class EffectiveRate {
    private EffectiveRate() {}

    /** The rate; nothing when no rate between −99.98 % and 800,000 % explains the flows. */
    public static Optional<BigDecimal> of(List<CashFlow> flows, TimeMeasure measure) {
        if (flows.isEmpty()) {
            return Optional.empty();
        }
        var first = flows.getFirst().on();
        return Discounting.effective(flows.stream()
                        .map(flow -> new Discounting.Timed(flow.amount(), measure.units(first, flow.on())))
                        .toList())
                .map(Discounting::percent);
    }
}
