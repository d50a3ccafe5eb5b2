package io.fenlu.ledger.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.calendar.Adjustment;
import io.fenlu.ledger.calendar.BusinessDays;
import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.calendar.FirstDue;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.MonthEnd;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateFrom;
import io.fenlu.ledger.interest.RatePath;
import io.fenlu.ledger.life.Dice;
import io.fenlu.ledger.life.Draws;
import io.fenlu.ledger.life.Histories;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every plan, whatever the terms: seeded, so that a failure can be had again. */
class PlanPropertiesTest {
    private static final int SEEDS = Histories.of(3_000);

    private record Drawn(RepaymentPlan plan, Grace grace, Growth growth, Money principal, List<Period> periods) {
        List<Instalment> spread() {
            return new Amortisation(growth, plan, grace).spread(principal, periods);
        }
    }

    private static Drawn draw(long seed) {
        var dice = new Dice(seed);
        var principal = Draws.principal(dice);
        var frequency = dice.oneOf(Frequency.MONTHLY, Frequency.FORTNIGHTLY, Frequency.QUARTERLY, Frequency.BIMONTHLY);
        var due = new DueDateRule(
                new FirstDue.OnePeriodLater(),
                dice.oneOf(MonthEnd.values()),
                dice.percent(50) ? BusinessDays.ANY_DAY : new BusinessDays(Adjustment.MODIFIED_FOLLOWING, "CN", 3));
        var start = Draws.date(dice);
        var periods = due.periods(start, null, frequency, dice.between(1, 40));
        var plan = plan(dice, principal, periods);
        var eased = plan instanceof RepaymentPlan.EqualInstalment || plan instanceof RepaymentPlan.EqualPrincipal;
        var grace = eased ? new Grace(dice.between(0, 3), dice.percent(50) ? 0 : dice.between(0, 3), 0) : Grace.NONE;
        return new Drawn(plan, grace, growth(dice, frequency, periods), principal, periods);
    }

    private static Growth growth(Dice dice, Frequency frequency, List<Period> periods) {
        var mode = dice.oneOf(Rounding.values());
        InterestRounding rounding = switch (dice.between(0, 3)) {
            case 0 -> new InterestRounding.Carried(mode);
            case 1 -> new InterestRounding.EachDay(mode);
            case 2 -> new InterestRounding.EachPart(mode);
            default -> new InterestRounding.EachPeriod(mode);
        };
        var start = periods.getFirst().whole().from();
        var path = RatePath.fixed(start, Rate.annual(dice.oneOf("0", "0.036", "0.12", "0.24")));
        if (dice.percent(40)) {
            path = path.with(
                    new RateFrom(start.plusDays(dice.between(1, 300)), Rate.annual("0.0" + dice.between(1, 9))));
        }
        var rule = new InterestRule(path.steps().getFirst().rate(), dice.oneOf(DayCount.values()), frequency, rounding);
        return new InterestCourse(rule, path, List.of(), dice.oneOf(DayConvention.values()));
    }

    private static RepaymentPlan plan(Dice dice, Money principal, List<Period> periods) {
        var rule = new RoundingRule(dice.oneOf(Rounding.values()), dice.oneOf(1, 1, 10, 100));
        var holder = dice.oneOf(RemainderHolder.FIRST, RemainderHolder.LAST);
        return switch (dice.between(0, 8)) {
            case 0 -> new RepaymentPlan.EqualInstalment(rule, dice.oneOf(RemainderHolder.values()));
            case 1 -> new RepaymentPlan.EqualInstalment(rule, RemainderHolder.LAST, Annuity.Factors.FIRST_PERIOD);
            case 2 -> new RepaymentPlan.EqualPrincipal(rule, holder);
            case 3 ->
                new RepaymentPlan.InterestThenAnnuity(dice.between(1, 6), rule, dice.oneOf(RemainderHolder.values()));
            case 4 ->
                new RepaymentPlan.Balloon(new Money(dice.between(0L, principal.minor()), principal.currency()), rule);
            case 5 -> new RepaymentPlan.FlatInterest(rule, dice.oneOf(Rounding.values()), holder);
            case 6 ->
                new RepaymentPlan.FlatFee(
                        new Fraction(BigDecimal.valueOf(dice.between(0, 9_999), 5)), Rounding.HALF_EVEN, holder);
            case 7 ->
                new RepaymentPlan.Seasonal(List.of(dice.between(0, 5), dice.between(1, 5), dice.between(0, 5)), rule);
            default -> freeForm(dice, principal, periods);
        };
    }

    private static RepaymentPlan freeForm(Dice dice, Money principal, List<Period> periods) {
        var rows = new ArrayList<RepaymentPlan.FreeRow>();
        var left = principal;
        for (int k = 0; k < periods.size(); k++) {
            var last = k == periods.size() - 1;
            var part = last ? left : new Money(dice.between(0L, left.minor()), left.currency());
            rows.add(new RepaymentPlan.FreeRow(periods.get(k).whole().to(), part, null));
            left = left.minus(part);
        }
        return new RepaymentPlan.FreeForm(rows);
    }

    @Test
    void principals_sum_to_the_loan_and_nothing_is_negative_in_any_plan() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var drawn = draw(seed);
            var rows = drawn.spread();
            var about = "seed " + seed + ": " + drawn.plan;
            var balance = drawn.principal;
            for (var row : rows) {
                balance = balance.minus(row.principal());
                assertThat(row.balance()).as(about).isEqualTo(balance);
                assertThat(row.principal().isNegative()
                                || row.interest().isNegative()
                                || row.charges().isNegative())
                        .as("%s: %s", about, row)
                        .isFalse();
                assertThat(row.total())
                        .as(about)
                        .isEqualTo(row.principal().plus(row.interest()).plus(row.charges()));
            }
            assertThat(balance.isZero()).as(about).isTrue();
            assertThat(rows.size()).as(about).isBetween(1, drawn.periods.size());
        }
    }

    @Test
    void instalments_follow_the_periods_and_their_numbers() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var drawn = draw(seed);
            var rows = drawn.spread();
            for (int k = 0; k < rows.size(); k++) {
                assertThat(rows.get(k).number()).as("seed %s", seed).isEqualTo(k + 1);
                assertThat(rows.get(k).period())
                        .as("seed %s", seed)
                        .isEqualTo(drawn.periods.get(k).whole());
            }
        }
    }

    @Test
    void a_schedule_is_the_same_each_time_it_is_laid_out() {
        for (long seed = 1; seed <= Histories.of(300); seed++) {
            assertThat(draw(seed).spread())
                    .as("seed %s", seed)
                    .isEqualTo(draw(seed).spread());
        }
    }

    /** Deferring moves interest and changes neither its sum nor any principal. */
    @Test
    void deferred_interest_is_asked_for_in_full() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var drawn = draw(seed);
            var plain = new Grace(drawn.grace.principal(), 0, 0);
            var rows = drawn.spread();
            var others = new Amortisation(drawn.growth, drawn.plan, plain).spread(drawn.principal, drawn.periods);
            assertThat(interest(rows)).as("seed %s", seed).isEqualTo(interest(others));
            assertThat(rows.stream().map(Instalment::principal).toList())
                    .as("seed %s", seed)
                    .isEqualTo(others.stream().map(Instalment::principal).toList());
            rows.stream()
                    .limit(Math.min(drawn.grace.interestDeferred(), rows.size() - 1))
                    .forEach(row -> assertThat(row.interest().isZero()).isTrue());
        }
    }

    /** Spreading anew what is left after some instalments, with nothing changed, asks for what is left of principal again. */
    @Test
    void what_is_left_can_be_spread_anew_at_any_instalment() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var drawn = draw(seed);
            var rows = drawn.spread();
            if (rows.size() < 2) {
                continue;
            }
            var at = new Dice(seed).between(1, rows.size() - 1);
            var left = rows.get(at - 1).balance();
            var rest = new Amortisation.Rest(left, InterestMeter.zero(left.currency()), at + 1);
            var again = new Amortisation(drawn.growth, drawn.plan, drawn.grace)
                    .spread(rest, drawn.periods.subList(at, drawn.periods.size()));
            assertThat(Money.sum(
                            left.currency(),
                            again.stream().map(Instalment::principal).toList()))
                    .as("seed %s: %s", seed, drawn.plan)
                    .isEqualTo(left);
            assertThat(again.getFirst().number()).isEqualTo(at + 1);
        }
    }

    private static Money interest(List<Instalment> rows) {
        return Money.sum(
                rows.getFirst().principal().currency(),
                rows.stream().map(Instalment::interest).toList());
    }
}
