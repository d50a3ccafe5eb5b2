package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.Instalment;
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

    /** The charges that were agreed on for an instalment stay with it. */
    static List<Instalment> withFees(List<Instalment> before, List<Instalment> rows) {
        if (before.stream().allMatch(row -> row.fee() == null)) {
            return rows;
        }
        return rows.stream()
                .map(row -> before.stream()
                        .filter(old -> old.number() == row.number())
                        .findFirst()
                        .map(old -> row.plusFee(old.charges()))
                        .orElse(row))
                .toList();
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
        var rest = new Rest(sheet.principalNotDue, sheet.meter, nextNumber(sheet));
        sheet.regularSum = amortisation.regularSum(rest, periods);
        sheet.upcoming = periods.isEmpty()
                ? List.of()
                : withFees(sheet.upcoming, amortisation.spread(sheet.regularSum, rest, periods));
        sheet.advance = sheet.zero();
    }

    /** The same due dates and the same parts of principal; only their interest is counted anew. */
    static void interestOnly(Sheet sheet) {
        var growth = sheet.growth();
        var balance = sheet.principalNotDue;
        var meter = sheet.meter;
        var rows = new ArrayList<Instalment>(sheet.upcoming.size());
        var periods = openPeriods(sheet.upcoming, sheet.on());
        for (int k = 0; k < periods.size(); k++) {
            var row = sheet.upcoming.get(k);
            meter = meter.grow(growth.over(periods.get(k), balance));
            var due = meter.chargeable(growth.rounding().rounding());
            meter = meter.nextPeriod(growth.rounding());
            balance = balance.minus(row.principal());
            rows.add(new Instalment(row.number(), row.from(), row.dueOn(), row.principal(), due, balance, row.fee()));
        }
        sheet.upcoming = rows;
    }

    private static int nextNumber(Sheet sheet) {
        if (!sheet.upcoming.isEmpty()) {
            return sheet.upcoming.getFirst().number();
        }
        return sheet.billed.isEmpty() ? 1 : sheet.billed.getLast().bill().number() + 1;
    }
}
