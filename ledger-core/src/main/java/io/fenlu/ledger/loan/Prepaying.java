package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.Instalment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Repaying before it is due: what is left of a payment when everything due is healed pays the interest of the running period to the
 * day and what repaying early costs, then principal; the instalments still to come follow the rule of the terms. Under
 * {@code NEXT_INSTALMENTS} it pays principal first, and the running interest stays due on its day.
 */
final class Prepaying {
    private Prepaying() {}

    /**
     * What a payment does before it is due.
     *
     * @param running interest to the day
     * @param early what repaying early asks for beside it
     */
    private record Parts(Money running, EarlyCost.Asked early, Money principal) {
        Money all() {
            return running.plus(early.sum()).plus(principal);
        }
    }

    /**
     * Puts the rest of a payment to use; what exceeds everything owed is left.
     *
     * @param cost what repaying early costs; none where it costs nothing
     */
    static Money with(Money rest, Sheet sheet, @Nullable EarlyCost cost) {
        var running = sheet.runningInterest();
        var notDue = sheet.principalNotDue;
        var early = cost == null || cost.isFree() ? null : cost;
        var ofAll = early == null ? nothing(notDue.zero()) : early.askedOfAll();
        var whole = running.plus(notDue).plus(ofAll.sum());
        var settles = rest.compareTo(whole) >= 0 && (rest.isPositive() || !sheet.owesGrowingArrears());
        var parts = settles ? new Parts(running, ofAll, notDue) : part(rest, running, sheet, early);
        UnderCaps.cut(sheet, parts.early.cut());
        var number = sheet.upcoming.isEmpty() ? 0 : sheet.upcoming.getFirst().number();
        line(sheet, number, Bucket.INTEREST, parts.running.plus(parts.early.interest()));
        line(sheet, number, Bucket.FEE, parts.early.fee());
        line(sheet, 0, Bucket.PRINCIPAL, parts.principal);
        sheet.principalNotDue = notDue.minus(parts.principal);
        if (settles) {
            sheet.chargeRunning(parts.running);
            if (sheet.grace().forgives(number)) {
                sheet.meter = InterestMeter.zero(rest.currency());
            }
            sheet.upcoming = List.of();
            sheet.advance = sheet.zero();
            sheet.deferred = sheet.zero();
        } else if (parts.principal.isZero()) {
            withoutRunningInterest(sheet, parts.running);
        } else {
            sheet.chargeRunning(parts.running);
            Respreading.partEnds(sheet);
            spreadAnew(sheet, number, parts);
        }
        return rest.minus(parts.all());
    }

    private static void line(Sheet sheet, int number, Bucket bucket, Money amount) {
        if (amount.isPositive()) {
            sheet.lines.add(new AllocationLine(number, bucket, amount));
        }
    }

    private static Parts part(Money rest, Money running, Sheet sheet, @Nullable EarlyCost early) {
        var notDue = sheet.principalNotDue;
        var zero = notDue.zero();
        var keepsInterest = sheet.terms().prepayment() == PrepaymentRule.NEXT_INSTALMENTS;
        var forPrincipal = keepsInterest ? rest : rest.minus(running).orZero();
        if (early == null) {
            var principal = forPrincipal.min(notDue);
            return new Parts(rest.minus(principal).min(running), nothing(zero), principal);
        }
        var most = affordable(forPrincipal, notDue, early);
        var asked = early.asked(most);
        var principal = forPrincipal.minus(asked.sum()).min(notDue);
        return new Parts(rest.minus(principal).minus(asked.sum()).min(running).orZero(), asked, principal);
    }

    private static EarlyCost.Asked nothing(Money zero) {
        return new EarlyCost.Asked(zero, zero, zero);
    }

    /** The largest principal that a sum repays early with all that this costs. */
    private static Money affordable(Money sum, Money notDue, EarlyCost early) {
        var least = 0L;
        var most = Math.max(0, Math.min(sum.minor(), notDue.minor() - 1));
        while (least < most) {
            var middle = least + (most - least + 1) / 2;
            var principal = new Money(middle, sum.currency());
            if (principal.plus(early.asked(principal).sum()).isMoreThan(sum)) {
                most = middle - 1;
            } else {
                least = middle;
            }
        }
        return new Money(least, sum.currency());
    }

    /** Running interest that is given up or turned into principal is not due with the next instalment. */
    static void withoutRunningInterest(Sheet sheet, Money interest) {
        sheet.chargeRunning(interest);
        if (sheet.grace().easesInterest() || sheet.goesOn()) {
            Respreading.interestOnly(sheet, false);
        } else {
            sheet.upcoming = lessInterest(sheet.upcoming, interest);
        }
    }

    /** Where no principal was repaid the plan stays; the next instalment has less interest by what was paid of it. */
    private static List<Instalment> lessInterest(List<Instalment> upcoming, Money paid) {
        if (upcoming.isEmpty() || paid.isZero()) {
            return upcoming;
        }
        var rows = new ArrayList<>(upcoming);
        var next = rows.getFirst();
        rows.set(0, next.withInterest(next.interest().minus(paid)));
        return rows;
    }

    private static void spreadAnew(Sheet sheet, int number, Parts parts) {
        if (sheet.upcoming.isEmpty()) {
            return;
        }
        if (Laying.isByRows(sheet.plan())) {
            sheet.upcoming = lessInterest(sheet.upcoming, parts.running);
            Covering.repay(sheet, parts.principal);
            return;
        }
        var rest = new Rest(sheet.principalNotDue, sheet.meter, number, sheet.deferred);
        var amortisation = sheet.amortisation();
        var periods = Respreading.openPeriods(sheet.upcoming, sheet.on());
        var rows = switch (sheet.terms().prepayment()) {
            case SHORTER_TERM -> amortisation.continueWith(sheet.regularSum, rest, periods);
            case SMALLER_INSTALMENT -> {
                sheet.regularSum = amortisation.regularSum(rest, periods);
                yield amortisation.spread(sheet.regularSum, rest, periods);
            }
            case NEXT_INSTALMENTS -> {
                sheet.advance = sheet.advance.plus(parts.principal);
                yield amortisation.continueWith(sheet.regularSum, sheet.advance, rest, periods);
            }
        };
        sheet.upcoming = Respreading.withCharges(sheet, rows);
    }
}
