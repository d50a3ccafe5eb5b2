package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.schedule.RepaymentPlan.FreeRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Interest that is laid down beforehand, row by row: flat interest, flat fees in its place, and freely written rows. */
final class Laying {
    private Laying() {}

    /** Whether principal is agreed on row by row, so that what is repaid early is taken off rows. */
    static boolean isByRows(RepaymentPlan plan) {
        return isFlat(plan) || plan instanceof RepaymentPlan.FreeForm || plan instanceof RepaymentPlan.Seasonal;
    }

    /** Whether interest is reckoned once on the whole principal. */
    static boolean isFlat(RepaymentPlan plan) {
        return plan instanceof RepaymentPlan.FlatInterest || plan instanceof RepaymentPlan.FlatFee;
    }

    /** Whether an instalment's interest is what stands in its row, however much is owed. */
    static boolean isLaidDown(ProductTerms terms, InForce inForce, Instalment row) {
        var plan = inForce.plan(terms);
        return isFlat(plan)
                || (plan instanceof RepaymentPlan.FreeForm free
                        && written(free, inForce, row.number())
                                .map(written -> written.interest() != null)
                                .orElse(false));
    }

    /** The row that was written for an instalment; rows of days before the money went out are none. */
    static Optional<FreeRow> written(RepaymentPlan.FreeForm plan, InForce inForce, int number) {
        var at = number - 1 + passed(plan, inForce);
        return at < plan.rows().size() ? Optional.of(plan.rows().get(at)) : Optional.empty();
    }

    private static int passed(RepaymentPlan.FreeForm plan, InForce inForce) {
        var startedOn = inForce.startedOn();
        var passed = 0;
        while (startedOn != null
                && passed < plan.rows().size()
                && !plan.rows().get(passed).dueOn().isAfter(startedOn)) {
            passed++;
        }
        return passed;
    }

    /** The interest of rows laid down anew from this day on; nothing for a row whose interest grows by time. */
    static List<Optional<Money>> interests(Sheet sheet, List<Period> periods) {
        var plan = sheet.inForce.plan(sheet.terms());
        var running = sheet.meter.chargeable(sheet.interestRounding());
        var interests = new ArrayList<Optional<Money>>(periods.size());
        for (int k = 0; k < periods.size(); k++) {
            var row = sheet.upcoming.get(k);
            var laid = laid(sheet, plan, row, periods.get(k));
            interests.add(k == 0 ? laid.map(running::plus) : laid);
        }
        return interests;
    }

    private static Optional<Money> laid(Sheet sheet, RepaymentPlan plan, Instalment row, Period period) {
        return switch (plan) {
            case RepaymentPlan.FlatFee _ -> Optional.of(sheet.zero());
            case RepaymentPlan.FlatInterest flat ->
                Optional.of(sheet.growth().over(period, sheet.basis).round(flat.interest()));
            case RepaymentPlan.FreeForm free ->
                written(free, sheet.inForce, row.number())
                        .map(FreeRow::interest)
                        .map(interest -> written(sheet, free, interest, period));
            case RepaymentPlan.EqualInstalment _,
                    RepaymentPlan.EqualPrincipal _,
                    RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.OpenEnded _,
                    RepaymentPlan.InterestThenAnnuity _,
                    RepaymentPlan.Balloon _,
                    RepaymentPlan.Seasonal _ -> Optional.empty();
        };
    }

    /** What was written, for the part of the loan that was drawn and of the period that is left. */
    private static Money written(Sheet sheet, RepaymentPlan.FreeForm free, Money interest, Period period) {
        if (sheet.inForce.interestPaused()) {
            return sheet.zero();
        }
        var multiple = sheet.inForce.misuse();
        return interest.exact()
                .times(multiple == null ? BigDecimal.ONE : multiple)
                .times(sheet.basis.minor(), Math.max(1, all(free).minor()))
                .times(period.remaining().days(), Math.max(1, period.whole().days()))
                .round(sheet.interestRounding());
    }

    private static Money all(RepaymentPlan.FreeForm free) {
        var sum = free.rows().getFirst().principal().zero();
        for (var row : free.rows()) {
            sum = sum.plus(row.principal());
        }
        return sum;
    }

    /** A sum in proportion to weights, to the last smallest unit; the last takes what is left, and all of it where nothing weighs. */
    static List<Money> inProportion(Money sum, List<Money> weights) {
        var all = 0L;
        for (var weight : weights) {
            all = Math.addExact(all, weight.minor());
        }
        var parts = new ArrayList<Money>(weights.size());
        var left = sum;
        for (int k = 0; k < weights.size(); k++) {
            var last = k == weights.size() - 1;
            var part = last
                    ? left
                    : all == 0 ? sum.zero() : share(sum, weights.get(k), all).min(left);
            parts.add(part);
            left = left.minus(part);
        }
        return parts;
    }

    private static Money share(Money sum, Money weight, long all) {
        return sum.exact().times(weight.minor(), all).round(Rounding.DOWN);
    }
}
