package io.fenlu.ledger.life;

import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.product.ProductTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is going to happen to a loan: agreed, paid out, and repaid in steps. */
public record LoanPlan(
        long seed, LoanAgreement agreement, LocalDate requestedOn, LocalDate paidOutOn, List<Step> steps) {
    /** Some days later this much is paid. */
    public record Step(int days, Sum sum, int perMille) {}

    /** How much is paid, seen from what is owed on the day. */
    public enum Sum {
        ONE_UNIT,
        WHAT_IS_DUE,
        NEXT_INSTALMENT,
        PART_OF_PAYOFF,
        RUNNING_INTEREST,
        PAYOFF_LESS_ONE_UNIT,
        PAYOFF,
        MORE_THAN_PAYOFF
    }

    public LoanPlan {
        steps = List.copyOf(steps);
    }

    /** The plan that a seed gives for some terms. */
    public static LoanPlan of(long seed, ProductTerms terms) {
        var dice = new Dice(seed);
        var requestedOn = Draws.date(dice);
        var agreement = Draws.agreement(dice, terms, requestedOn);
        var paidOutOn = dice.percent(70) ? requestedOn : requestedOn.plusDays(dice.between(1, 45));
        return new LoanPlan(seed, agreement, requestedOn, paidOutOn, steps(dice));
    }

    private static List<Step> steps(Dice dice) {
        var steps = new ArrayList<Step>();
        var count = dice.between(0, 9);
        for (int k = 0; k < count; k++) {
            var days = dice.oneOf(0, 0, 1, 15, 28, 29, 30, 31, 31, 62, dice.between(1, 400));
            steps.add(new Step(days, dice.oneOf(Sum.values()), dice.between(1, 999)));
        }
        return steps;
    }

    LoanPlan without(int step) {
        var fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new LoanPlan(seed, agreement, requestedOn, paidOutOn, fewer);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", requested " + requestedOn + ", paid out " + paidOutOn + "\n  " + agreement + "\n  "
                + String.join("\n  ", steps.stream().map(Step::toString).toList());
    }
}
