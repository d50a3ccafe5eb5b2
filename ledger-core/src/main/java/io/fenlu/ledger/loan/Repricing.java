package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanEntry.Misuse;
import io.fenlu.ledger.loan.LoanEntry.Pause;
import io.fenlu.ledger.loan.LoanEntry.RateChange;
import io.fenlu.ledger.schedule.Instalment;

/** What a debt bears from a day on: another rate, nothing for a while, or a multiple because the money was misused. */
final class Repricing {
    private Repricing() {}

    /** Another rate; the instalments still to come are counted anew over the same due dates. */
    static void rate(Sheet sheet, RateChange change) {
        Respreading.partEnds(sheet);
        sheet.inForce = sheet.inForce.at(change.rate());
        if (sheet.inForce.interestPaused() || Laying.isByRows(sheet.plan())) {
            Respreading.interestOnly(sheet, true);
        } else {
            Respreading.anew(sheet);
        }
    }

    /** Interest stands still; an equal instalment stays the sum it was. */
    static void pause(Sheet sheet, Pause pause) {
        Respreading.partEnds(sheet);
        sheet.inForce = sheet.inForce.paused(true, pause.penaltyToo());
        Respreading.goOn(sheet);
    }

    static void resume(Sheet sheet) {
        Respreading.partEnds(sheet);
        sheet.inForce = sheet.inForce.paused(false, false);
        Respreading.goOn(sheet);
        var keepsRows = sheet.agreement.isOfThirdEngine();
        sheet.upcoming = sheet.upcoming.stream()
                .filter(row -> isNeeded(row) || (keepsRows && row.balance().isPositive()))
                .toList();
    }

    /** Due dates that were kept while nothing was asked for on them. */
    private static boolean isNeeded(Instalment row) {
        return row.principal().isPositive()
                || row.interest().isPositive()
                || row.charges().isPositive();
    }

    static void misuse(Sheet sheet, Misuse misuse) {
        Respreading.partEnds(sheet);
        sheet.inForce = sheet.inForce.misused(misuse.multiple(), misuse.on());
        Respreading.interestOnly(sheet, true);
    }
}
