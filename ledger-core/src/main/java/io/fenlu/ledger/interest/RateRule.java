package io.fenlu.ledger.interest;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rate of a loan is agreed on (利率方式). */
public sealed interface RateRule {
    /** 固定利率: one rate for the whole life. */
    record Fixed(Rate rate) implements RateRule {}

    /** 阶梯利率: another rate from the first day of a given period on. */
    record Stepped(List<Step> steps) implements RateRule {
        public Stepped {
            steps = List.copyOf(steps);
            var last = 0;
            for (var step : steps) {
                if (step.fromPeriod() <= last || (last == 0 && step.fromPeriod() != 1)) {
                    throw new InvalidValue(
                            ValueRefusal.TERMS_CONTRADICTORY, "steps begin with period 1 and go upwards");
                }
                last = step.fromPeriod();
            }
            if (steps.isEmpty()) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a stepped rate has a first step");
            }
        }
    }

    /** A rate from the first day of a period on, counted from 1. */
    record Step(int fromPeriod, Rate rate) {}

    /**
     * 浮动利率: a published index and a margin over or below it, fixed anew by the reset rule.
     *
     * @param index for example {@code LPR-1Y}
     * @param margin a fraction per year, may be negative: 0.005 is 50 basis points (加点)
     * @param floor the rate is never below
     * @param cap the rate is never above
     */
    record Floating(
            String index,
            BigDecimal margin,
            Reset reset,
            @Nullable Rate floor,
            @Nullable Rate cap) implements RateRule {
        public Floating {
            if (index.isBlank() || index.length() > 40) {
                throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a floating rate names its index");
            }
            if (margin.abs().compareTo(BigDecimal.ONE) > 0
                    || margin.stripTrailingZeros().scale() > 8) {
                throw new InvalidValue(ValueRefusal.RATE_MALFORMED, "a margin is -1 to 1 with at most 8 decimals");
            }
        }

        /** The rate when the index stands at a value. */
        Rate over(Rate value) {
            var sum = value.value().add(margin).max(BigDecimal.ZERO);
            if (floor != null) {
                sum = sum.max(floor.value());
            }
            return new Rate(cap == null ? sum : sum.min(cap.value()), Rate.Per.YEAR);
        }
    }

    /** When a floating rate is fixed anew (重定价日); it is then the index as last published up to that day. */
    enum Reset {
        /** Never: fixed once, on the day the money was paid out. */
        NEVER,
        /** On each first of January. */
        FIRST_OF_JANUARY,
        /** On each anniversary of the payout (对月对日). */
        ANNIVERSARY,
        /** On the first day of each interest period. */
        EACH_PERIOD,
        /** On each day on which another value is published. */
        AT_PUBLICATION
    }

    /**
     * The rates of a loan by date.
     *
     * @param periods its interest periods, at least one
     * @param index needed only by a floating rate; days after the last publication keep its value
     * @throws InvalidValue {@link ValueRefusal#INDEX_NOT_PUBLISHED} when a floating rate finds no value
     */
    default RatePath path(List<Period> periods, @Nullable IndexHistory index) {
        var start = periods.getFirst().whole().from();
        return switch (this) {
            case Fixed(var rate) -> RatePath.fixed(start, rate);
            case Stepped(var steps) -> {
                var path = new ArrayList<RateFrom>();
                for (var step : steps) {
                    if (step.fromPeriod() <= periods.size()) {
                        path.add(new RateFrom(
                                periods.get(step.fromPeriod() - 1).whole().from(), step.rate()));
                    }
                }
                yield new RatePath(path);
            }
            case Floating floating -> FloatingPath.of(floating, periods, index);
        };
    }
}
