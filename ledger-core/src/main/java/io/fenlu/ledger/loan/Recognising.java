package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import java.util.List;

/** Bringing the books up to a day. A loan long past due bears its interest off the books until it is current again. */
final class Recognising {
    private Recognising() {}

    static void penalty(Sheet sheet) {
        if (!sheet.inForce.nonAccrual()) {
            sheet.recognise(Bucket.PENALTY, sheet.unpaid(Bucket.PENALTY));
        }
    }

    static void interest(Sheet sheet) {
        if (!sheet.inForce.nonAccrual()) {
            sheet.recognise(Bucket.INTEREST, sheet.unpaid(Bucket.INTEREST));
        }
    }

    static void monthEnd(Sheet sheet, MonthEnd end) {
        var longest = end.nonAccrualAfterDays();
        var daysPastDue = sheet.daysPastDue();
        if (sheet.inForce.nonAccrual() && daysPastDue == 0) {
            sheet.inForce = sheet.inForce.accruing(true);
        } else if (!sheet.inForce.nonAccrual() && longest > 0 && daysPastDue > longest) {
            sheet.inForce = sheet.inForce.accruing(false);
            for (var bucket : List.of(Bucket.INTEREST, Bucket.PENALTY)) {
                sheet.tally.lower(MovementKind.MOVED_OFF_BOOK, bucket, sheet.tally.onBook(bucket));
            }
        }
        sheet.recogniseEarned();
    }
}
