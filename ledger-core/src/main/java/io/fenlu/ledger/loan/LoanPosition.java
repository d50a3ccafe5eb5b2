package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan's debts at the end of a day, with all that is needed to go on counting.
 *
 * @param at the day
 * @param principalNotDue principal that is not due yet
 * @param meter interest of the running period
 * @param upcoming instalments that are not due yet
 * @param billed instalments whose due date has come, paid ones included
 * @param fees charges, paid ones included
 * @param course how what is not due yet is being repaid
 * @param credit held for the borrower
 * @param inForce the rules as life has changed them
 * @param totals what the books have seen
 * @param ending how the lender's books gave the debt up; none while they have not
 * @param ceiling what caps allow the loan to cost; none where there are none
 */
record LoanPosition(
        LocalDate at,
        Money principalNotDue,
        InterestMeter meter,
        List<Instalment> upcoming,
        List<BilledInstalment> billed,
        List<ChargedFee> fees,
        Course course,
        Money credit,
        InForce inForce,
        BookTotals totals,
        @Nullable Ending ending,
        @Nullable Ceiling ceiling) {
    LoanPosition {
        upcoming = List.copyOf(upcoming);
        billed = List.copyOf(billed);
        fees = List.copyOf(fees);
    }

    /** Before any money went out. */
    static LoanPosition nothing(LoanAgreement agreement, LocalDate at) {
        var zero = agreement.principal().zero();
        return new LoanPosition(
                at,
                zero,
                InterestMeter.zero(zero.currency()),
                List.of(),
                List.of(),
                List.of(),
                Course.none(zero.currency()),
                zero,
                InForce.agreed(agreement.agreedRate()),
                BookTotals.none(zero.currency()),
                null,
                Capping.start(agreement));
    }

    /** The same debts on a later day on which nothing has grown. */
    LoanPosition on(LocalDate day) {
        return day.equals(at)
                ? this
                : new LoanPosition(
                        day,
                        principalNotDue,
                        meter,
                        upcoming,
                        billed,
                        fees,
                        course,
                        credit,
                        inForce,
                        totals,
                        ending,
                        ceiling);
    }

    /** The same debts under another ceiling. */
    LoanPosition under(@Nullable Ceiling other) {
        return new LoanPosition(
                at, principalNotDue, meter, upcoming, billed, fees, course, credit, inForce, totals, ending, other);
    }

    /** The same debts with other charges for being late. */
    LoanPosition charging(List<BilledInstalment> rows, List<ChargedFee> charged, Ceiling under) {
        return new LoanPosition(
                at, principalNotDue, meter, upcoming, rows, charged, course, credit, inForce, totals, ending, under);
    }

    Money feesOpen() {
        var open = principalNotDue.zero();
        for (var fee : fees) {
            open = open.plus(fee.open());
        }
        return open;
    }

    /** Days since the due date of the oldest instalment that is not fully paid; 0 when nothing is overdue. */
    int daysPastDue() {
        for (var row : billed) {
            if (!row.isHealed()) {
                return Math.toIntExact(at.toEpochDay() - row.bill().dueOn().toEpochDay());
            }
        }
        return 0;
    }
}
