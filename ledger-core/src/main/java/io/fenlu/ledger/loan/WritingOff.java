package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanEntry.Sale;
import io.fenlu.ledger.money.Money;
import java.util.List;

/** Giving up a debt in the books: written off, the claim stays; sold, it belongs to somebody else. Nothing grows from that day on. */
final class WritingOff {
    private WritingOff() {}

    static void chargeOff(Sheet sheet) {
        sheet.recogniseEarned();
        end(sheet, Ending.Kind.CHARGED_OFF, MovementKind.WRITTEN_OFF);
    }

    static void sell(Sheet sheet, Sale sale) {
        var held = sheet.zero();
        var ending = sheet.ending;
        if (ending == null) {
            sheet.recogniseEarned();
            held = end(sheet, Ending.Kind.SOLD, MovementKind.SOLD);
        } else if (ending.kind() == Ending.Kind.CHARGED_OFF) {
            sheet.ending = new Ending(Ending.Kind.SOLD, sheet.on(), ending.claim(), ending.recovered());
        } else {
            return;
        }
        sheet.tally.move(MovementKind.SALE_PRICE, sale.price());
        if (sheet.agreement.isOfFourthEngine()) {
            sheet.tally.collect(Bucket.PRINCIPAL, sale.price());
        }
        sheet.tally.move(MovementKind.SALE_RESULT, held.minus(sale.price()));
    }

    private static Money end(Sheet sheet, Ending.Kind kind, MovementKind movement) {
        var claim = Sums.zero(sheet.zero().currency());
        var held = sheet.zero();
        for (var bucket : Bucket.values()) {
            claim = claim.plus(bucket, sheet.unpaid(bucket));
            var onBook = sheet.tally.onBook(bucket);
            sheet.tally.lower(movement, bucket, onBook);
            held = held.plus(onBook);
        }
        sheet.fees = List.of();
        sheet.ending = new Ending(kind, sheet.on(), claim, Sums.zero(held.currency()));
        return held;
    }
}
