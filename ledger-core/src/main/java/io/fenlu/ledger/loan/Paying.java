package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.CreditReturn;
import io.fenlu.ledger.loan.LoanEntry.Payment;
import io.fenlu.ledger.loan.LoanEntry.Refund;
import io.fenlu.ledger.loan.LoanEntry.Withdrawal;
import io.fenlu.ledger.money.Money;
import java.util.List;

/** Money that comes in: it heals debts in the agreed order, repays early with the rest, and what exceeds everything owed is held. */
final class Paying {
    private Paying() {}

    static void work(Sheet sheet, Payment payment) {
        var cash = payment.payer() == Payer.REFINANCING ? MovementKind.REFINANCED : MovementKind.RECEIVED;
        pay(sheet, payment.amount(), cash, true);
    }

    /** The borrower gives back what was drawn; interest to the day is paid or given up, as agreed. */
    static void withdraw(Sheet sheet, Withdrawal withdrawal) {
        if (withdrawal.waivesInterest()) {
            for (var bucket : List.of(Bucket.PENALTY, Bucket.FEE, Bucket.INTEREST)) {
                Waiving.waive(sheet, bucket, sheet.unpaid(bucket));
            }
        }
        pay(sheet, withdrawal.amount(), MovementKind.RECEIVED, false);
    }

    private static void pay(Sheet sheet, Money amount, MovementKind cash, boolean costsEarly) {
        var ending = sheet.ending;
        if (ending != null) {
            hold(sheet, amount.minus(Recovering.recover(sheet, ending, amount)));
            return;
        }
        var first = sheet.lines.size();
        sheet.recogniseEarned();
        var room = UnderCaps.roomForEarlyCost(sheet);
        var poured = sheet.pour(amount);
        sheet.heal(poured.lines());
        endPart(sheet, !poured.lines().isEmpty());
        var surplus = Prepaying.with(poured.rest(), sheet, costsEarly ? EarlyCost.of(sheet, room) : null);
        var paid = sheet.lines.subList(first, sheet.lines.size());
        for (var bucket : Bucket.values()) {
            var healed = sum(sheet, paid, bucket);
            if (healed.isPositive()) {
                sheet.recogniseAtLeast(bucket, healed);
                sheet.tally.lower(cash, bucket, healed);
            }
        }
        hold(sheet, surplus);
    }

    /** Where overdue principal goes on bearing interest and each part is rounded by itself, healing it ends a part. */
    private static void endPart(Sheet sheet, boolean healed) {
        if (healed
                && !sheet.upcoming.isEmpty()
                && sheet.terms().interestRounding() instanceof InterestRounding.EachPart
                && sheet.terms().agreed().late().contractInterest() == LateRule.ContractInterest.GOES_ON) {
            Respreading.partEnds(sheet);
            Respreading.goOn(sheet);
        }
    }

    private static void hold(Sheet sheet, Money surplus) {
        sheet.credit = sheet.credit.plus(surplus);
        sheet.tally.move(MovementKind.CREDIT_HELD, surplus);
    }

    private static Money sum(Sheet sheet, List<AllocationLine> lines, Bucket bucket) {
        var sum = sheet.zero();
        for (var line : lines) {
            if (line.bucket() == bucket) {
                sum = sum.plus(line.amount());
            }
        }
        return sum;
    }

    /** Credit goes back; what was returned and, as it turns out, was not there is owed by the borrower. */
    static void giveBack(Sheet sheet, CreditReturn returned) {
        giveBack(sheet, returned.id(), returned.amount(), MovementKind.CREDIT_RETURNED, MovementKind.OVER_RETURNED);
    }

    /** The same, while the bank is still to send it. */
    static void sendBack(Sheet sheet, Refund refund) {
        giveBack(sheet, refund.id(), refund.amount(), MovementKind.CREDIT_SENT_BACK, MovementKind.OVER_SENT_BACK);
    }

    private static void giveBack(Sheet sheet, EntryId entry, Money amount, MovementKind of, MovementKind beyond) {
        var there = amount.min(sheet.credit.orZero());
        sheet.credit = sheet.credit.minus(there);
        sheet.tally.move(of, there);
        Charging.owe(sheet, entry, amount.minus(there), beyond);
    }
}
