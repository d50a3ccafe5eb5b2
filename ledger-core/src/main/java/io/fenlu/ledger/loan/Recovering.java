package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.Stage;
import io.fenlu.ledger.money.Money;

/** Money for a debt that the books gave up: it heals the claim in the agreed order of buckets. */
final class Recovering {
    private Recovering() {}

    /** What of an amount the claim takes: nothing of a claim that belongs to somebody else. */
    static Money recover(Sheet sheet, Ending ending, Money amount) {
        var claim = ending.claim();
        var recovered = ending.recovered();
        var rest = amount;
        if (ending.kind() == Ending.Kind.CHARGED_OFF) {
            for (var bucket : sheet.terms().healing().in(Stage.WRITTEN_OFF).buckets()) {
                var part = rest.min(claim.of(bucket));
                if (part.isPositive()) {
                    sheet.lines.add(new AllocationLine(0, bucket, part));
                    sheet.tally.split(MovementKind.RECOVERED, bucket, recovered.of(bucket), part);
                    sheet.tally.collect(bucket, part);
                    recovered = recovered.plus(bucket, part);
                    claim = claim.plus(bucket, part.negated());
                    rest = rest.minus(part);
                }
            }
        }
        sheet.ending = new Ending(ending.kind(), ending.on(), claim, recovered);
        return amount.minus(rest);
    }

    /** A part of the claim is given up; the books hold nothing of it any more. */
    static void forgive(Sheet sheet, Ending ending, Bucket bucket, Money amount) {
        var part = amount.min(ending.claim().of(bucket));
        if (part.isPositive()) {
            sheet.lines.add(new AllocationLine(0, bucket, part));
            sheet.ending = new Ending(
                    ending.kind(), ending.on(), ending.claim().plus(bucket, part.negated()), ending.recovered());
        }
    }
}
