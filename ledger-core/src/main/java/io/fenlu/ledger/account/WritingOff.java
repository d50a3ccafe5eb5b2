package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;

/**
 * Giving up a debt in the books, and what is recovered of it: the claim stays what it was on that day, with what comes back to it since.
 */
final class WritingOff {
    private WritingOff() {}

    /** Plans fall due without fees that were not earned yet, credit pays what it can, and the rest is given up. */
    static void work(Sheet sheet) {
        for (var plan : new ArrayList<>(sheet.plans)) {
            Planning.bringForward(sheet, plan, InstalmentRules.Fees.FORGIVEN);
        }
        sheet.holds.clear();
        sheet.lateFees = sheet.zero();
        sheet.useCredit();
        var none = Debts.zero(sheet.zero().currency());
        sheet.writtenOff = new WrittenOff(sheet.on, none, none);
    }

    /** After a write-off nothing stands in the books: what comes to be owed joins the claim, and credit pays for it. */
    static void sweep(Sheet sheet) {
        var ended = sheet.writtenOff;
        if (ended == null) {
            return;
        }
        var claim = ended.claim();
        for (var bucket : Bucket.values()) {
            var owed = sheet.outstanding().of(bucket);
            sheet.heal(AccountMovementKind.WRITTEN_OFF, bucket, owed);
            claim = claim.plus(bucket, owed);
        }
        sheet.bills.clear();
        sheet.dues.clear();
        sheet.tab = Tab.empty(sheet.zero().currency());
        sheet.writtenOff = new WrittenOff(ended.on(), claim, ended.recovered());
        var told = sheet.lines.size();
        sheet.credit = recover(sheet, AccountMovementKind.CREDIT_RECOVERED, sheet.credit);
        sheet.lines.subList(told, sheet.lines.size()).clear();
    }

    /** Money for a debt that was written off heals the claim in the agreed order; what is left is the answer. */
    static Money recover(Sheet sheet, Money amount) {
        return recover(sheet, AccountMovementKind.RECOVERED, amount);
    }

    private static Money recover(Sheet sheet, AccountMovementKind kind, Money amount) {
        var rest = amount;
        for (var bucket : sheet.agreement.terms().allocation().buckets()) {
            var ended = sheet.writtenOff;
            var part = ended == null ? rest.zero() : rest.min(ended.claim().of(bucket));
            if (part.isPositive()) {
                move(sheet, kind, bucket, part);
                sheet.lines.add(new AllocationLine(0, bucket, part));
                rest = rest.minus(part);
            }
        }
        return rest;
    }

    /** What was recovered turns out not to have been: it is a claim again. */
    static void unrecover(Sheet sheet, Bucket bucket, Money amount) {
        move(sheet, AccountMovementKind.RECOVERED, bucket, amount.negated());
    }

    private static void move(Sheet sheet, AccountMovementKind kind, Bucket bucket, Money amount) {
        var ended = sheet.writtenOff;
        if (ended == null) {
            return;
        }
        var parts = sheet.agreement.funding().split(bucket, ended.recovered().of(bucket), amount);
        for (var part : parts) {
            var sum = part.amount();
            sheet.movements.add(new AccountMovement(kind, bucket, part.lender(), sum));
        }
        sheet.writtenOff = new WrittenOff(
                ended.on(),
                ended.claim().plus(bucket, amount.negated()),
                ended.recovered().plus(bucket, amount));
    }

    /** A part of the claim is given up; the books hold nothing of it any more. */
    static void forgive(Sheet sheet, WrittenOff ended, Bucket bucket, Money amount) {
        var part = amount.min(ended.claim().of(bucket));
        if (part.isPositive()) {
            sheet.lines.add(new AllocationLine(0, bucket, part));
            sheet.writtenOff =
                    new WrittenOff(ended.on(), ended.claim().plus(bucket, part.negated()), ended.recovered());
        }
    }
}
