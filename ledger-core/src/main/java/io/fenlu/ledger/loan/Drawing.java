package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.Periods;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Money that goes out: the first begins the loan, each further one is spread over the due dates that are left. */
final class Drawing {
    private Drawing() {}

    static void work(Sheet sheet, Draw draw) {
        sheet.principalNotDue = sheet.principalNotDue.plus(draw.amount());
        sheet.basis = sheet.basis.plus(draw.amount());
        sheet.tally.raise(MovementKind.DRAWN, Bucket.PRINCIPAL, draw.amount());
        var startedOn = sheet.inForce.startedOn();
        if (startedOn == null) {
            begin(sheet, draw);
        } else {
            Respreading.partEnds(sheet);
            if (sheet.upcoming.isEmpty()) {
                sheet.inForce = sheet.inForce.agreedAnew();
                Respreading.over(sheet, left(sheet, startedOn));
            } else if (Laying.isFlat(sheet.plan())) {
                flatly(sheet, draw.amount());
            } else if (sheet.plan() instanceof RepaymentPlan.FreeForm) {
                freely(sheet, draw.amount());
            } else {
                Respreading.anew(sheet);
            }
        }
        charge(sheet, draw, startedOn == null);
    }

    private static void begin(Sheet sheet, Draw draw) {
        var agreement = sheet.agreement;
        var repriced = agreement.lastDayCounts() && !sheet.inForce.contract().equals(agreement.agreedRate());
        sheet.inForce = sheet.inForce.started(draw.on(), repriced ? null : agreement.agreedPath(draw.on()));
        var periods = sheet.agreement.periods(draw.on());
        if (sheet.plan() instanceof RepaymentPlan.FreeForm free) {
            sheet.upcoming = written(sheet, free, periods);
            Respreading.interestOnly(sheet, true);
        } else {
            var principal = sheet.principalNotDue;
            sheet.regularSum = sheet.amortisation().regularSum(principal, periods);
            sheet.upcoming = periods.isEmpty()
                    ? List.of()
                    : sheet.amortisation().spread(sheet.regularSum, Rest.all(principal), periods);
        }
        sheet.upcoming = Respreading.withCharges(sheet, sheet.upcoming);
    }

    /** Rows as they were written; of a loan that is drawn in part, each in proportion. */
    private static List<Instalment> written(Sheet sheet, RepaymentPlan.FreeForm free, List<Period> periods) {
        var weights = new ArrayList<Money>(periods.size());
        for (var period : periods) {
            var weight = sheet.zero();
            for (var row : free.rows()) {
                var due = row.dueOn();
                var first = weights.isEmpty();
                if (!due.isAfter(period.whole().to())
                        && (first || due.isAfter(period.whole().from()))) {
                    weight = weight.plus(row.principal());
                }
            }
            weights.add(weight);
        }
        var parts = Laying.inProportion(sheet.principalNotDue, weights);
        var rows = new ArrayList<Instalment>(periods.size());
        for (var period : periods) {
            var whole = period.whole();
            rows.add(new Instalment(
                    rows.size() + 1, whole.from(), whole.to(), parts.get(rows.size()), sheet.zero(), sheet.zero()));
        }
        return Covering.withBalances(rows, sheet.principalNotDue);
    }

    /** A further part under flat interest or a flat fee is laid down by itself and added row by row. */
    private static void flatly(Sheet sheet, Money amount) {
        var periods = Respreading.openPeriods(sheet.upcoming, sheet.on());
        var rest = new Rest(amount, InterestMeter.zero(amount.currency()), Respreading.nextNumber(sheet));
        var added = sheet.amortisation().spread(rest, periods);
        var rows = new ArrayList<Instalment>(periods.size());
        for (var row : sheet.upcoming) {
            var more = added.get(rows.size());
            rows.add(Covering.withPrincipal(row, row.principal().plus(more.principal()))
                    .withInterest(row.interest().plus(more.interest()))
                    .plusFee(more.charges()));
        }
        sheet.upcoming = Covering.withBalances(rows, sheet.principalNotDue);
    }

    /** A further part of a loan with freely written rows follows the rows still to come. */
    private static void freely(Sheet sheet, Money amount) {
        var parts = Laying.inProportion(
                amount, sheet.upcoming.stream().map(Instalment::principal).toList());
        var rows = new ArrayList<Instalment>(parts.size());
        for (var row : sheet.upcoming) {
            rows.add(Covering.withPrincipal(row, row.principal().plus(parts.get(rows.size()))));
        }
        sheet.upcoming = Covering.withBalances(rows, sheet.principalNotDue);
        Respreading.interestOnly(sheet, true);
    }

    /** Charges on the day the money goes out: those on principal with every part of it, sums of money with the first. */
    private static void charge(Sheet sheet, Draw draw, boolean first) {
        for (var charge : sheet.terms().agreed().charges()) {
            if (charge.when() == ChargeRule.When.AT_PAYOUT
                    && (first || charge.amount() instanceof ChargeRule.Amount.PartOfPrincipal)) {
                Charging.owe(sheet, draw.id(), charge.once(draw.amount(), draw.amount()), MovementKind.RECOGNISED);
            }
        }
    }

    /** The agreed periods that have not ended; one more when all have, none for a loan that never falls due. */
    private static List<Period> left(Sheet sheet, LocalDate startedOn) {
        var left = new ArrayList<Period>();
        var agreed = sheet.agreement.periods(startedOn);
        for (var period : agreed) {
            var whole = period.whole();
            if (whole.to().isAfter(sheet.on())) {
                left.add(new Period(whole, sheet.on().isAfter(whole.from()) ? sheet.on() : whole.from()));
            }
        }
        return left.isEmpty() && !agreed.isEmpty()
                ? Periods.of(sheet.on(), null, sheet.terms().frequency(), 1)
                : left;
    }
}
