package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.util.ArrayList;
import java.util.List;

/** Principal repaid early where it is agreed on row by row: it is taken off the rows still to come. */
final class Covering {
    private Covering() {}

    /** Takes a sum, which is not owed any more, off the rows. */
    static void repay(Sheet sheet, Money repaid) {
        var rows = switch (sheet.terms().prepayment()) {
            case NEXT_INSTALMENTS -> next(sheet.upcoming, repaid);
            case SHORTER_TERM -> last(sheet.upcoming, repaid, staysDue(sheet));
            case SMALLER_INSTALMENT -> all(sheet.upcoming, sheet.principalNotDue);
        };
        if (sheet.principalNotDue.isZero()) {
            rows = List.of(nothingGrows(sheet, rows));
        }
        sheet.upcoming = withBalances(rows, sheet.principalNotDue);
        if (!Laying.isFlat(sheet.plan())) {
            Respreading.interestOnly(sheet, false);
        }
    }

    private static boolean staysDue(Sheet sheet) {
        return sheet.terms().agreed().early().laterFees() == EarlyRepayment.LaterFees.STAY_DUE;
    }

    /** Where no principal is left, only the interest that has grown is still to be paid, and fees that stay due. */
    private static Instalment nothingGrows(Sheet sheet, List<Instalment> rows) {
        var next = rows.getFirst();
        var fees = sheet.zero();
        if (staysDue(sheet)) {
            for (var row : rows.subList(1, rows.size())) {
                fees = fees.plus(row.charges());
            }
        }
        return next.withInterest(sheet.runningInterest()).plusFee(fees);
    }

    private static List<Instalment> next(List<Instalment> upcoming, Money repaid) {
        var rows = new ArrayList<Instalment>(upcoming.size());
        var left = repaid;
        for (var row : upcoming) {
            var part = row.principal().min(left);
            left = left.minus(part);
            rows.add(withPrincipal(row, row.principal().minus(part)));
        }
        return rows;
    }

    private static List<Instalment> last(List<Instalment> upcoming, Money repaid, boolean feesStayDue) {
        var rows = new ArrayList<>(upcoming);
        var left = repaid;
        var fees = repaid.zero();
        while (left.isPositive()
                && rows.size() > 1
                && !rows.getLast().principal().isMoreThan(left)) {
            var gone = rows.removeLast();
            left = left.minus(gone.principal());
            fees = fees.plus(gone.charges());
        }
        var end = rows.removeLast();
        rows.add(withPrincipal(end, end.principal().minus(left)).plusFee(feesStayDue ? fees : fees.zero()));
        return rows;
    }

    private static List<Instalment> all(List<Instalment> upcoming, Money notDue) {
        var parts = Laying.inProportion(
                notDue, upcoming.stream().map(Instalment::principal).toList());
        var rows = new ArrayList<Instalment>(upcoming.size());
        for (var row : upcoming) {
            rows.add(withPrincipal(row, parts.get(rows.size())));
        }
        return rows;
    }

    static Instalment withPrincipal(Instalment row, Money principal) {
        return new Instalment(
                row.number(), row.from(), row.dueOn(), principal, row.interest(), row.balance(), row.fee());
    }

    /** The rows with what is not due yet after each of them. */
    static List<Instalment> withBalances(List<Instalment> rows, Money notDue) {
        var balance = notDue;
        var after = new ArrayList<Instalment>(rows.size());
        for (var row : rows) {
            balance = balance.minus(row.principal());
            after.add(new Instalment(
                    row.number(), row.from(), row.dueOn(), row.principal(), row.interest(), balance, row.fee()));
        }
        return after;
    }
}
