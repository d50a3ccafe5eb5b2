package io.fenlu.ledger.account;

import io.fenlu.ledger.account.OpenBill.Standing;
import io.fenlu.ledger.billing.GraceRule;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Letting time pass between two bills: interest is counted, and when a due day has passed, its bill is judged. */
final class Passing {
    private Passing() {}

    /** Up to the morning of a day that lies in the same cycle, or on which its bill is cut. */
    static void to(Sheet sheet, LocalDate day) {
        for (var next = nextMorning(sheet, day); next != null; next = nextMorning(sheet, day)) {
            count(sheet, next);
            judge(sheet);
        }
        count(sheet, day);
        sheet.holds.removeIf(hold -> hold.expiresOn().isBefore(day));
    }

    /** The next morning up to a day on which something changes by itself. */
    private static @Nullable LocalDate nextMorning(Sheet sheet, LocalDate day) {
        LocalDate next = null;
        var byDueDay = sheet.agreement.terms().revolving().from() == RevolvingRule.From.DUE_DAY;
        for (var bill : sheet.bills) {
            if (bill.standing() == Standing.OPEN) {
                var first = byDueDay && bill.dueOn().isAfter(sheet.on) ? bill.dueOn() : judgedOn(sheet, bill);
                if (!first.isAfter(day) && (next == null || first.isBefore(next))) {
                    next = first;
                }
            }
        }
        return next;
    }

    /** The morning on which it is clear whether a bill was paid in full. */
    static LocalDate judgedOn(Sheet sheet, OpenBill bill) {
        return bill.dueOn().plusDays(sheet.agreement.terms().grace().days() + 1L);
    }

    private static void count(Sheet sheet, LocalDate to) {
        var days = ChronoUnit.DAYS.between(sheet.on, to);
        if (days > 0 && !sheet.agreement.rate().isZero()) {
            var byDueDay = sheet.agreement.terms().revolving().from() == RevolvingRule.From.DUE_DAY;
            for (int k = 0; k < sheet.bills.size(); k++) {
                var bill = sheet.bills.get(k);
                if (bill.standing() != Standing.FREE
                        && !(byDueDay && bill.dueOn().isAfter(sheet.on))) {
                    sheet.bills.set(k, bill.metered(Math.addExact(bill.meter(), grow(sheet, bill.open(), days))));
                }
            }
            if (!byDueDay) {
                sheet.tab = sheet.tab.metered(Math.addExact(sheet.tab.meter(), grow(sheet, sheet.tab.open(), days)));
            }
        }
        sheet.on = to;
    }

    private static long grow(Sheet sheet, Debts open, long days) {
        var rule = sheet.agreement.terms().revolving();
        var bearing = rule.compounding() ? open.total() : open.principal();
        return bearing.isPositive() ? rule.grow(sheet.agreement.rate(), bearing, days) : 0;
    }

    private static void judge(Sheet sheet) {
        for (int k = 0; k < sheet.bills.size(); k++) {
            var bill = sheet.bills.get(k);
            if (bill.standing() == Standing.OPEN && !judgedOn(sheet, bill).isAfter(sheet.on)) {
                judge(sheet, k);
            }
        }
        sheet.bills.removeIf(OpenBill::isDone);
    }

    private static void judge(Sheet sheet, int place) {
        GraceRule grace = sheet.agreement.terms().grace();
        var bill = sheet.bills.get(place);
        var missing = sheet.zero();
        for (var earlier : sheet.bills.subList(0, place + 1)) {
            missing = missing.plus(earlier.open().total());
        }
        var unpaid = sheet.zero();
        for (var due : sheet.dues) {
            unpaid = due.bill() <= bill.number() ? unpaid.plus(due.open()) : unpaid;
        }
        if (grace.forgives(missing)) {
            sheet.bills.set(place, bill.standing(Standing.FREE).metered(0));
            sheet.healDues(unpaid);
            return;
        }
        for (int k = 0; k <= place; k++) {
            sheet.bills.set(k, sheet.bills.get(k).standing(Standing.REVOLVING));
        }
        sheet.lateFees = sheet.lateFees.plus(lateFee(sheet, unpaid));
    }

    private static Money lateFee(Sheet sheet, Money unpaid) {
        return sheet.agreement.terms().charges().late().forLate(unpaid, sheet.zero());
    }
}
