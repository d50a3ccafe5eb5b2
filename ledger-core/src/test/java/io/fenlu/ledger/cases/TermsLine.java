package io.fenlu.ledger.cases;

import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.interest.Annuity;
import io.fenlu.ledger.interest.DayConvention;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;

/** Reads the line of terms of a worked schedule. */
final class TermsLine {
    private TermsLine() {}

    static ProductTerms read(String text) {
        var cells = text.split(" \\| ", -1);
        var rounding = cells[2].split(" ", -1);
        var every = cells[3].split(" ", -1);
        var row = TermsRow.equalInstalment()
                .plan(plan(cells[0].split(" ", -1)))
                .counting(DayCount.valueOf(cells[1]))
                .every(Integer.parseInt(every[0]), Frequency.Unit.valueOf(every[1]))
                .rounding(rounding(rounding[0], Rounding.valueOf(rounding[1])));
        var conditions = Conditions.PLAIN;
        for (int k = 4; k < cells.length; k++) {
            switch (cells[k]) {
                case "last-day-counts" -> conditions = conditions.with(DayConvention.LAST_DAY_COUNTS);
                case "overdue-bears-interest" ->
                    conditions = conditions.with(new LateRule(
                            LateRule.ContractInterest.GOES_ON,
                            LateRule.Compounding.NONE,
                            BigDecimal.TWO,
                            new LateFee.NoLateFee()));
                default -> row.prepayment(PrepaymentRule.valueOf(cells[k]));
            }
        }
        return row.conditions(conditions).terms();
    }

    private static InterestRounding rounding(String when, Rounding mode) {
        return switch (when) {
            case "carried" -> new InterestRounding.Carried(mode);
            case "each-part" -> new InterestRounding.EachPart(mode);
            case "each-day" -> new InterestRounding.EachDay(mode);
            case "each-period" -> new InterestRounding.EachPeriod(mode);
            default -> throw new IllegalStateException(when);
        };
    }

    private static RepaymentPlan plan(String[] words) {
        if (words[0].equals("interest-then-principal")) {
            return new RepaymentPlan.InterestThenPrincipal();
        }
        var rule = new RoundingRule(Rounding.valueOf(words[1]), Integer.parseInt(words[2]));
        return switch (words[0]) {
            case "equal-principal" -> new RepaymentPlan.EqualPrincipal(rule, RemainderHolder.LAST);
            case "equal-instalment" -> new RepaymentPlan.EqualInstalment(rule, RemainderHolder.LAST);
            case "equal-instalment-evened" -> new RepaymentPlan.EqualInstalment(rule, RemainderHolder.EVENED);
            case "equal-instalment-by-first" ->
                new RepaymentPlan.EqualInstalment(rule, RemainderHolder.LAST, Annuity.Factors.FIRST_PERIOD);
            case "flat-interest" ->
                new RepaymentPlan.FlatInterest(rule, Rounding.valueOf(words[3]), RemainderHolder.LAST);
            default -> throw new IllegalStateException(words[0]);
        };
    }
}
