package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Spreading anew what is not due yet, because the rate, the principal or the due dates have changed. */
final class Respreading {
    private Respreading() {}

    /** The periods of instalments not due yet, of which the first may have been counted in part. */
    static List<Period> openPeriods(List<Instalment> upcoming, LocalDate at) {
        var periods = new ArrayList<Period>(upcoming.size());
        for (var row : upcoming) {
            periods.add(new Period(row.period(), at.isAfter(row.from()) ? at : row.from()));
        }
        return periods;
    }

    /** Balance or rate changes today: what has grown is rounded now if each part is rounded by itself. */
    static void partEnds(Sheet sheet) {
        sheet.meter = sheet.meter.partEnds(sheet.terms().interestRounding());
    }

    /** Instalments spread anew with the agreed charges on them. */
    static List<Instalment> withCharges(Sheet sheet, List<Instalment> rows) {
        return sheet.terms().agreed().charges().isEmpty() ? rows : sheet.terms().withCharges(rows, sheet.basis);
    }

    /** The same due dates with a new regular sum. */
    static void anew(Sheet sheet) {
        if (!sheet.upcoming.isEmpty()) {
            over(sheet, openPeriods(sheet.upcoming, sheet.on()));
        }
    }

    /** Other due dates with a new regular sum. */
    static void over(Sheet sheet, List<Period> periods) {
        var amortisation = sheet.amortisation();
        var number = nextNumber(sheet);
        sheet.advance = sheet.zero();
        if (Laying.isFlat(sheet.plan())) {
            sheet.basis = sheet.principalNotDue;
        }
        var rest = new Rest(sheet.principalNotDue, sheet.meter, number, sheet.deferred);
        sheet.regularSum = amortisation.regularSum(rest, periods);
        var rows = periods.isEmpty()
                ? List.<Instalment>of()
                : withCharges(sheet, amortisation.spread(sheet.regularSum, rest, periods));
        sheet.upcoming = Laying.isFlat(sheet.plan()) ? withRunning(sheet, rows) : rows;
    }

    /** Flat interest is laid down anew; what has grown and was not charged is paid with the first of the rows. */
    private static List<Instalment> withRunning(Sheet sheet, List<Instalment> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var after = new ArrayList<>(rows);
        var first = rows.getFirst();
        after.set(0, first.withInterest(first.interest().plus(sheet.meter.chargeable(sheet.interestRounding()))));
        return after;
    }

    /**
     * The same due dates and the same parts of principal; only their interest is counted anew.
     *
     * @param laysDown whether interest that was laid down beforehand is laid down anew, too
     */
    static void interestOnly(Sheet sheet, boolean laysDown) {
        var growth = sheet.growth();
        var rounding = growth.rounding();
        var balance = sheet.principalNotDue;
        var meter = sheet.meter;
        var deferred = sheet.deferred;
        var rows = new ArrayList<Instalment>(sheet.upcoming.size());
        var periods = openPeriods(sheet.upcoming, sheet.on());
        var laid = Laying.interests(sheet, periods);
        for (int k = 0; k < periods.size(); k++) {
            var row = sheet.upcoming.get(k);
            var agreed = laid.get(k);
            Money due;
            if (agreed.isPresent()) {
                due = laysDown ? agreed.get() : row.interest();
                meter = InterestMeter.zero(balance.currency());
            } else {
                meter = meter.grow(growth.over(periods.get(k), balance));
                due = meter.chargeable(rounding.rounding());
                meter = meter.nextPeriod(rounding);
            }
            balance = balance.minus(row.principal());
            var last = k == periods.size() - 1 || balance.isZero();
            var asked = sheet.grace().charged(row.number(), due, deferred, last);
            deferred = sheet.grace().forgives(row.number())
                    ? deferred
                    : deferred.plus(due).minus(asked);
            rows.add(new Instalment(row.number(), row.from(), row.dueOn(), row.principal(), asked, balance, row.fee()));
        }
        sheet.upcoming = rows;
    }

    /**
     * Interest stands still or runs again: an equal instalment stays the sum it was, and principal takes what interest leaves of it. Of
     * other plans the parts of principal stay.
     */
    static void goOn(Sheet sheet) {
        var sum = sheet.regularSum;
        var upcoming = sheet.upcoming;
        if (upcoming.isEmpty()
                || sheet.grace().easesInterest()
                || !staysTheSum(sheet.plan(), sum, upcoming.getFirst(), upcoming.size() == 1)) {
            interestOnly(sheet, true);
            return;
        }
        var rest = new Rest(sheet.principalNotDue, sheet.meter, nextNumber(sheet), sheet.deferred);
        var rows = sheet.amortisation().continueWith(sum, sheet.advance, rest, openPeriods(sheet.upcoming, sheet.on()));
        sheet.upcoming = withCharges(sheet, kept(rows, sheet.upcoming));
    }

    /** Whether instalments are of one sum, and the next one really is; the last takes what is left. */
    static boolean staysTheSum(RepaymentPlan plan, Money sum, Instalment next, boolean isLast) {
        var isEqual =
                plan instanceof RepaymentPlan.EqualInstalment || plan instanceof RepaymentPlan.InterestThenAnnuity;
        return isEqual && (isLast || next.principal().plus(next.interest()).equals(sum));
    }

    /** Due dates that are not needed while no interest runs stay, with nothing to pay; it will run again. */
    private static List<Instalment> kept(List<Instalment> rows, List<Instalment> before) {
        var all = new ArrayList<>(rows);
        for (var row : before.subList(Math.min(rows.size(), before.size()), before.size())) {
            var zero = row.principal().zero();
            all.add(new Instalment(row.number(), row.from(), row.dueOn(), zero, zero, zero));
        }
        return all;
    }

    static int nextNumber(Sheet sheet) {
        if (!sheet.upcoming.isEmpty()) {
            return sheet.upcoming.getFirst().number();
        }
        return sheet.billed.isEmpty() ? 1 : sheet.billed.getLast().bill().number() + 1;
    }
}
