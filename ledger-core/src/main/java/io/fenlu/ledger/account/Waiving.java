package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Waiver;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;

/** Giving up interest, penalty or fees that were charged: of the oldest bill first, last a late fee that the next bill would charge. */
final class Waiving {
    private Waiving() {}

    static void work(Sheet sheet, Waiver waiver) {
        var bucket = waiver.bucket();
        var owed = owed(sheet.position(), bucket);
        var rest = waiver.amount() == null ? owed : waiver.amount().min(owed);
        var ended = sheet.writtenOff;
        if (ended != null) {
            WritingOff.forgive(sheet, ended, bucket, rest);
            return;
        }
        for (var bill : new ArrayList<>(sheet.bills)) {
            rest = sheet.pourInto(AccountMovementKind.WAIVED, bill.number(), bucket, rest);
        }
        rest = sheet.pourInto(AccountMovementKind.WAIVED, sheet.cycle.number(), bucket, rest);
        if (bucket == Bucket.PENALTY) {
            sheet.lateFees = sheet.lateFees.minus(rest).orZero();
        }
    }

    /** What is owed of a kind, with late fees that the next bill would charge. */
    static Money owed(AccountPosition position, Bucket bucket) {
        var ended = position.writtenOff();
        if (ended != null) {
            return ended.claim().of(bucket);
        }
        var charged = position.outstanding().of(bucket);
        return bucket == Bucket.PENALTY ? charged.plus(position.lateFees()) : charged;
    }
}
