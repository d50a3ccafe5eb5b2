package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.loan.LoanEntry.Draw;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Periods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Money that goes out: the first begins the loan, each further one is spread over the due dates that are left. */
final class Drawing {
    private Drawing() {}

    static void work(Sheet sheet, Draw draw) {
        sheet.principalNotDue = sheet.principalNotDue.plus(draw.amount());
        sheet.tally.raise(MovementKind.DRAWN, Bucket.PRINCIPAL, draw.amount());
        if (sheet.inForce.startedOn() == null) {
            begin(sheet, draw);
        } else if (sheet.upcoming.isEmpty()) {
            Respreading.partEnds(sheet);
            Respreading.over(sheet, left(sheet, sheet.inForce.startedOn()));
        } else {
            Respreading.partEnds(sheet);
            Respreading.anew(sheet);
        }
    }

    private static void begin(Sheet sheet, Draw draw) {
        sheet.inForce = sheet.inForce.started(draw.on(), sheet.agreement.agreedPath(draw.on()));
        var periods = sheet.agreement.periods(draw.on());
        var principal = sheet.principalNotDue;
        sheet.upcoming = sheet.terms().withCharges(sheet.amortisation().spread(principal, periods), principal);
        sheet.regularSum = sheet.amortisation().regularSum(principal, periods);
        for (var charge : sheet.terms().agreed().charges()) {
            if (charge.when() == ChargeRule.When.AT_PAYOUT) {
                Charging.owe(sheet, draw.id(), charge.once(principal, principal), MovementKind.RECOGNISED);
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
