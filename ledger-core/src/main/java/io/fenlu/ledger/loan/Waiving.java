package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.Waterfall;
import io.fenlu.ledger.loan.LoanEntry.Waiver;
import io.fenlu.ledger.money.Money;

/** Giving up interest, penalty or fees: what is due first, oldest first, then the interest of the running period. */
final class Waiving {
    private Waiving() {}

    static void work(Sheet sheet, Waiver waiver) {
        var amount = waiver.amount();
        var ending = sheet.ending;
        if (ending != null) {
            Recovering.forgive(
                    sheet,
                    ending,
                    waiver.bucket(),
                    amount == null ? ending.claim().of(waiver.bucket()) : amount);
        } else {
            var all = sheet.unpaid(waiver.bucket());
            waive(sheet, waiver.bucket(), amount == null ? all : amount.min(all));
        }
    }

    /** Gives up so much, which is not more than there is. */
    static void waive(Sheet sheet, Bucket bucket, Money amount) {
        if (!amount.isPositive()) {
            return;
        }
        sheet.recogniseEarned();
        relieve(sheet, bucket, amount);
        var inTheBooks = amount.min(sheet.tally.onBook(bucket));
        sheet.tally.lower(MovementKind.WAIVED, bucket, inTheBooks);
    }

    /** Takes so much of a kind of debt off the borrower; the books are for the caller. */
    static void relieve(Sheet sheet, Bucket bucket, Money amount) {
        var debts =
                sheet.debts().stream().filter(debt -> debt.bucket() == bucket).toList();
        var poured = Waterfall.pour(amount, debts, sheet.terms().allocation());
        sheet.heal(poured.lines());
        var running = bucket == Bucket.INTEREST ? poured.rest().min(sheet.runningInterest()) : sheet.zero();
        if (running.isPositive()) {
            var number =
                    sheet.upcoming.isEmpty() ? 0 : sheet.upcoming.getFirst().number();
            sheet.lines.add(new AllocationLine(number, bucket, running));
            Prepaying.withoutRunningInterest(sheet, running);
        }
    }
}
