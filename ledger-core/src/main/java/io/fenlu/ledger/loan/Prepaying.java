package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.Instalment;
import java.util.ArrayList;
import java.util.List;

/**
 * Repaying before it is due: what is left of a payment when everything due is healed pays the interest of the running period to the
 * day, then principal; the instalments still to come follow the rule of the terms. Under {@code NEXT_INSTALMENTS} it pays principal
 * first, and the running interest stays due on its day.
 */
final class Prepaying {
    private Prepaying() {}

    /** Puts the rest of a payment to use; what exceeds everything owed is left. */
    static Money with(Money rest, Sheet sheet) {
        var running = sheet.runningInterest();
        var notDue = sheet.principalNotDue;
        var rule = sheet.terms().prepayment();
        var settles = rest.compareTo(running.plus(notDue)) >= 0;
        var keepsInterest = rule == PrepaymentRule.NEXT_INSTALMENTS && !settles;
        var principal =
                keepsInterest ? rest.min(notDue) : rest.minus(running).orZero().min(notDue);
        var interest = rest.minus(principal).min(running);
        var number = sheet.upcoming.isEmpty() ? 0 : sheet.upcoming.getFirst().number();
        if (interest.isPositive()) {
            sheet.lines.add(new AllocationLine(number, Bucket.INTEREST, interest));
        }
        if (principal.isPositive()) {
            sheet.lines.add(new AllocationLine(0, Bucket.PRINCIPAL, principal));
        }
        sheet.meter = sheet.meter.charge(interest);
        sheet.principalNotDue = notDue.minus(principal);
        if (settles) {
            sheet.upcoming = List.of();
            sheet.advance = sheet.zero();
        } else if (principal.isZero()) {
            sheet.upcoming = lessInterest(sheet.upcoming, interest);
        } else {
            Respreading.partEnds(sheet);
            spreadAnew(sheet, new Rest(sheet.principalNotDue, sheet.meter, number), principal);
        }
        return rest.minus(interest).minus(principal);
    }

    /** Running interest that is given up or turned into principal is not due with the next instalment. */
    static void withoutRunningInterest(Sheet sheet, Money interest) {
        sheet.meter = sheet.meter.charge(interest);
        sheet.upcoming = lessInterest(sheet.upcoming, interest);
    }

    /** Where no principal was repaid the plan stays; the next instalment has less interest by what was paid of it. */
    private static List<Instalment> lessInterest(List<Instalment> upcoming, Money paid) {
        if (upcoming.isEmpty() || paid.isZero()) {
            return upcoming;
        }
        var rows = new ArrayList<>(upcoming);
        var next = rows.getFirst();
        rows.set(
                0,
                new Instalment(
                        next.number(),
                        next.from(),
                        next.dueOn(),
                        next.principal(),
                        next.interest().minus(paid),
                        next.balance(),
                        next.fee()));
        return rows;
    }

    private static void spreadAnew(Sheet sheet, Rest rest, Money principal) {
        var amortisation = sheet.amortisation();
        var periods = Respreading.openPeriods(sheet.upcoming, sheet.on());
        if (periods.isEmpty()) {
            return;
        }
        var rows = switch (sheet.terms().prepayment()) {
            case SHORTER_TERM -> amortisation.continueWith(sheet.regularSum, rest, periods);
            case SMALLER_INSTALMENT -> {
                sheet.regularSum = amortisation.regularSum(rest, periods);
                yield amortisation.spread(sheet.regularSum, rest, periods);
            }
            case NEXT_INSTALMENTS -> {
                sheet.advance = sheet.advance.plus(principal);
                yield amortisation.continueWith(sheet.regularSum, sheet.advance, rest, periods);
            }
        };
        sheet.upcoming = Respreading.withFees(sheet.upcoming, rows);
    }
}
