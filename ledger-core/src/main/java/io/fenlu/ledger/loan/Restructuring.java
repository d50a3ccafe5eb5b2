package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.loan.LoanEntry.DueDateMove;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agreeing anew how a running loan is repaid; what has grown of interest is capitalised, kept or waived by choice. */
final class Restructuring {
    private Restructuring() {}

    static void work(Sheet sheet, LoanEntry.Restructuring entry) {
        if (sheet.unpaid(Bucket.PRINCIPAL).isZero()) {
            return;
        }
        var takesArrears = takesArrears(entry.measure());
        accrued(sheet, entry.accrued(), takesArrears);
        if (takesArrears) {
            takeArrears(sheet);
        }
        sheet.inForce = sheet.inForce.agreedAnew();
        switch (entry.measure()) {
            case RestructuringMeasure.ReAmortise _ -> Respreading.anew(sheet);
            case RestructuringMeasure.ReAge _ ->
                Respreading.over(sheet, sheet.upcoming.isEmpty() ? more(sheet, 1) : open(sheet));
            case RestructuringMeasure.Extend(var instalments) -> {
                var periods = open(sheet);
                periods.addAll(more(sheet, instalments));
                Respreading.over(sheet, periods);
            }
            case RestructuringMeasure.Reschedule(var instalments, var firstDueOn, var rate) -> {
                if (rate != null) {
                    sheet.inForce = sheet.inForce.at(rate);
                }
                Respreading.over(sheet, rhythm(sheet, sheet.on(), firstDueOn, instalments));
            }
        }
    }

    private static boolean takesArrears(RestructuringMeasure measure) {
        return switch (measure) {
            case RestructuringMeasure.Reschedule _, RestructuringMeasure.ReAge _ -> true;
            case RestructuringMeasure.ReAmortise _, RestructuringMeasure.Extend _ -> false;
        };
    }

    private static void accrued(Sheet sheet, AccruedInterest choice, boolean takesArrears) {
        var interest = sheet.unpaid(Bucket.INTEREST);
        switch (choice) {
            case CAPITALISE -> capitalise(sheet, interest);
            case WAIVE -> Waiving.waive(sheet, Bucket.INTEREST, interest);
            case KEEP -> {
                if (takesArrears) {
                    carry(sheet);
                }
            }
        }
    }

    private static void capitalise(Sheet sheet, Money interest) {
        if (interest.isPositive()) {
            sheet.recogniseEarned();
            sheet.recogniseAtLeast(Bucket.INTEREST, interest);
            Waiving.relieve(sheet, Bucket.INTEREST, interest);
            sheet.tally.lower(MovementKind.CAPITALISED, Bucket.INTEREST, interest);
            sheet.tally.raise(MovementKind.CAPITALISED, Bucket.PRINCIPAL, interest);
            sheet.principalNotDue = sheet.principalNotDue.plus(interest);
        }
    }

    /** Overdue interest is paid with the next instalment instead. */
    private static void carry(Sheet sheet) {
        var rows = new ArrayList<BilledInstalment>(sheet.billed.size());
        for (var row : sheet.billed) {
            sheet.meter = sheet.meter.grow(row.interestOpen().exact());
            rows.add(row.withoutInterest(sheet.on(), sheet.penaltyRounding()));
        }
        sheet.billed = rows;
    }

    /** Overdue principal is not due any more. */
    private static void takeArrears(Sheet sheet) {
        var rows = new ArrayList<BilledInstalment>(sheet.billed.size());
        for (var row : sheet.billed) {
            sheet.principalNotDue = sheet.principalNotDue.plus(row.principalOpen());
            rows.add(row.withoutPrincipal(sheet.on(), sheet.penaltyRounding()));
        }
        sheet.billed = rows;
    }

    private static List<Period> open(Sheet sheet) {
        return new ArrayList<>(Respreading.openPeriods(sheet.upcoming, sheet.on()));
    }

    /** So many periods after the last one, or after this day when all have passed; by the rhythm agreed at first while it is kept. */
    private static List<Period> more(Sheet sheet, int count) {
        if (sheet.upcoming.isEmpty()) {
            return rhythm(sheet, sheet.on(), null, count);
        }
        var last = sheet.upcoming.getLast().dueOn();
        var startedOn = sheet.inForce.startedOn();
        if (startedOn != null) {
            var agreement = sheet.agreement;
            var agreed = agreement
                    .terms()
                    .agreed()
                    .dueDates()
                    .periods(
                            startedOn,
                            agreement.firstDueOn(),
                            agreement.terms().frequency(),
                            Math.max(
                                            agreement.instalments(),
                                            sheet.upcoming.getLast().number())
                                    + count);
            for (int k = 0; k + count < agreed.size(); k++) {
                if (agreed.get(k).whole().to().equals(last)) {
                    return agreed.subList(k + 1, k + 1 + count);
                }
            }
        }
        return rhythm(sheet, last, null, count);
    }

    private static List<Period> rhythm(Sheet sheet, LocalDate from, @Nullable LocalDate firstDueOn, int count) {
        var terms = sheet.terms();
        return terms.agreed().dueDates().periods(from, firstDueOn, terms.frequency(), count);
    }

    /** One instalment is due on another day, between those around it; its interest is counted to that day. */
    static void move(Sheet sheet, DueDateMove move) {
        var rows = new ArrayList<>(sheet.upcoming);
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).number() == move.instalment() && canMove(sheet, k, move)) {
                var row = rows.get(k);
                rows.set(k, dated(row, move));
                if (k + 1 < rows.size()) {
                    var next = rows.get(k + 1);
                    rows.set(
                            k + 1,
                            new Instalment(
                                    next.number(),
                                    move.dueOn(),
                                    next.dueOn(),
                                    next.principal(),
                                    next.interest(),
                                    next.balance(),
                                    next.fee()));
                }
            }
        }
        sheet.upcoming = rows;
        Respreading.interestOnly(sheet, true);
    }

    /** Whether a day lies after today and strictly between the neighbours of an instalment. */
    static boolean canMove(List<Instalment> upcoming, int k, DueDateMove move) {
        var row = upcoming.get(k);
        return move.dueOn().isAfter(move.on())
                && move.dueOn().isAfter(row.from())
                && (k + 1 == upcoming.size()
                        || move.dueOn().isBefore(upcoming.get(k + 1).dueOn()));
    }

    private static boolean canMove(Sheet sheet, int k, DueDateMove move) {
        return canMove(sheet.upcoming, k, move);
    }

    private static Instalment dated(Instalment row, DueDateMove move) {
        return new Instalment(
                row.number(), row.from(), move.dueOn(), row.principal(), row.interest(), row.balance(), row.fee());
    }
}
