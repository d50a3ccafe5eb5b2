package io.fenlu.ledger.life;

import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.allocation.PrepaymentFee;
import io.fenlu.ledger.calendar.Adjustment;
import io.fenlu.ledger.calendar.BusinessDays;
import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.calendar.FirstDue;
import io.fenlu.ledger.calendar.MonthEnd;
import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.schedule.RepaymentPlan.Balloon;
import io.fenlu.ledger.schedule.RepaymentPlan.EqualInstalment;
import io.fenlu.ledger.schedule.RepaymentPlan.EqualPrincipal;
import io.fenlu.ledger.schedule.RepaymentPlan.FlatFee;
import io.fenlu.ledger.schedule.RepaymentPlan.FlatInterest;
import io.fenlu.ledger.schedule.RepaymentPlan.FreeForm;
import io.fenlu.ledger.schedule.RepaymentPlan.InterestThenAnnuity;
import io.fenlu.ledger.schedule.RepaymentPlan.OpenEnded;
import io.fenlu.ledger.story.Entries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Further terms that a product could choose, drawn for a plan that they fit. */
final class DrawnConditions {
    private static final RoundingRule FEN = RoundingRule.of(Rounding.HALF_UP);

    private DrawnConditions() {}

    static Conditions of(Dice dice, RepaymentPlan plan) {
        var drawn = Entries.LETTERS;
        if (dice.percent(40)) {
            return drawn;
        }
        if (dice.percent(30)) {
            drawn = drawn.with(grace(dice, plan));
        }
        if (dice.percent(30)) {
            drawn = drawn.with(late(dice, plan));
        }
        if (dice.percent(30)) {
            drawn = drawn.with(dueDates(dice));
        }
        if (dice.percent(30)) {
            drawn = drawn.with(charges(dice, drawn.charges()));
        }
        if (dice.percent(20)) {
            drawn = drawn.with(new RateRule.Stepped(List.of(
                    new RateRule.Step(1, Rate.annual("0.06")),
                    new RateRule.Step(dice.between(2, 4), Rate.annual(dice.oneOf("0.03", "0.12", "0"))))));
        }
        return drawn.with(dice.oneOf(DayConvention.values()));
    }

    /** Caps on the cost that bite when the borrower is late. */
    static CostCaps caps(Dice dice) {
        var upToPrincipal = dice.percent(50);
        return dice.percent(60)
                ? new CostCaps(Fraction.of(dice.oneOf("0.24", "0.36", "0.5")), CostMethod.PBOC_IRR, upToPrincipal)
                : new CostCaps(null, null, true);
    }

    /** Costs of repaying early, which the borrower pays on top. */
    static EarlyRepayment early(Dice dice) {
        var fee = switch (dice.between(0, 3)) {
            case 0 -> new PrepaymentFee.Free();
            case 1 -> new PrepaymentFee.PartOfPrincipalRepaid(Fraction.of("0.03"), new RoundingRule(Rounding.UP, 1), 3);
            case 2 ->
                new PrepaymentFee.PartOfPrincipalRepaid(
                        Fraction.of("0.01"), new RoundingRule(Rounding.HALF_UP, 100), 0);
            default -> new PrepaymentFee.DaysOfInterest(30, FEN);
        };
        return new EarlyRepayment(
                fee, dice.oneOf(EarlyRepayment.InterestUpTo.values()), dice.oneOf(EarlyRepayment.LaterFees.values()));
    }

    private static Grace grace(Dice dice, RepaymentPlan plan) {
        var onPrincipal =
                plan instanceof EqualInstalment || plan instanceof EqualPrincipal || plan instanceof InterestThenAnnuity
                        ? dice.oneOf(0, 1, 3)
                        : 0;
        var onInterest = !(plan instanceof OpenEnded
                || plan instanceof FlatInterest
                || plan instanceof FlatFee
                || plan instanceof FreeForm);
        return switch (onInterest ? dice.between(0, 2) : 0) {
            case 1 -> new Grace(onPrincipal, dice.between(1, 4), 0);
            case 2 -> new Grace(onPrincipal, 0, dice.between(1, 4));
            default -> new Grace(onPrincipal, 0, 0);
        };
    }

    private static LateRule late(Dice dice, RepaymentPlan plan) {
        var growsByTime = !(plan instanceof FlatInterest || plan instanceof FlatFee || plan instanceof FreeForm);
        var contract = growsByTime
                ? dice.oneOf(LateRule.ContractInterest.values())
                : LateRule.ContractInterest.REPLACED_BY_PENALTY;
        var fee = switch (dice.between(0, 2)) {
            case 0 -> new LateFee.NoLateFee();
            case 1 -> new LateFee.FixedLateFee(yuan(20_00), dice.percent(50) ? null : yuan(50_00));
            default ->
                new LateFee.PartOfOverdue(
                        Fraction.of("0.05"),
                        FEN,
                        dice.percent(50) ? null : yuan(10_00),
                        null,
                        dice.percent(50) ? null : yuan(200_00));
        };
        return new LateRule(contract, compounding(dice), new BigDecimal("1.8"), fee);
    }

    private static LateRule.Compounding compounding(Dice dice) {
        return dice.percent(10)
                ? LateRule.Compounding.EACH_DAY
                : dice.oneOf(LateRule.Compounding.NONE, LateRule.Compounding.EACH_DUE_DATE);
    }

    private static DueDateRule dueDates(Dice dice) {
        var first = dice.percent(50)
                ? new FirstDue.OnePeriodLater()
                : new FirstDue.DayOfMonth(dice.oneOf(5, 20, 31), dice.oneOf(1, 15));
        var days = dice.percent(50)
                ? BusinessDays.ANY_DAY
                : new BusinessDays(dice.oneOf(Adjustment.FOLLOWING, Adjustment.MODIFIED_FOLLOWING), "WEEKENDS", 0);
        return new DueDateRule(first, dice.oneOf(MonthEnd.values()), days);
    }

    private static List<ChargeRule> charges(Dice dice, List<ChargeRule> letters) {
        var charges = new ArrayList<>(letters);
        charges.add(new ChargeRule(
                "handling",
                "bank",
                new ChargeRule.Amount.PartOfPrincipal(Fraction.of("0.002"), FEN),
                dice.oneOf(
                        ChargeRule.When.AT_PAYOUT,
                        ChargeRule.When.WITH_FIRST_INSTALMENT,
                        ChargeRule.When.WITH_LAST_INSTALMENT)));
        charges.add(new ChargeRule(
                "guarantee-fee",
                "guarantor-1",
                new ChargeRule.Amount.PartOfBalance(Fraction.of("0.0005"), FEN),
                ChargeRule.When.WITH_EACH_INSTALMENT));
        return charges;
    }

    /** Whether terms name sums of money, which are in yuan. */
    static boolean namesSums(RepaymentPlan plan, Conditions conditions) {
        return plan instanceof Balloon
                || conditions.charges().stream().anyMatch(DrawnConditions::isSum)
                || !(conditions.late().fee() instanceof LateFee.NoLateFee);
    }

    private static boolean isSum(ChargeRule charge) {
        return charge.when() != ChargeRule.When.CONTINGENT && charge.amount() instanceof ChargeRule.Amount.FixedSum;
    }

    private static Money yuan(long fen) {
        return new Money(fen, Currency.CNY);
    }
}
