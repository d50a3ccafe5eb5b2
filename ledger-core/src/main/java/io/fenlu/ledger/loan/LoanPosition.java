package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;

/**
 * A loan's debts at the end of a day, with all that is needed to go on counting.
 *
 * @param at the day
 * @param principalNotDue principal that is not due yet
 * @param meter interest of the running period
 * @param upcoming instalments that are not due yet
 * @param billed instalments whose due date has come, paid ones included
 * @param interestCharged all interest that fell due or was paid before it fell due
 * @param interestRecognised what of the interest the books know
 * @param penaltyRecognised what of the penalty the books know
 * @param regularSum the equal instalment or the equal part of principal
 * @param advance principal of upcoming instalments that was paid in advance
 * @param credit held for the borrower
 */
record LoanPosition(
        LocalDate at,
        Money principalNotDue,
        InterestMeter meter,
        List<Instalment> upcoming,
        List<BilledInstalment> billed,
        Money interestCharged,
        Money interestRecognised,
        Money penaltyRecognised,
        Money regularSum,
        Money advance,
        Money credit) {
    LoanPosition {
        upcoming = List.copyOf(upcoming);
        billed = List.copyOf(billed);
    }

    LoanBalances balances(Rounding interestRounding, Rounding penaltyRounding) {
        var zero = principalNotDue.zero();
        var principalDue = zero;
        var interestDue = zero;
        var penalty = zero;
        for (var row : billed) {
            if (!row.isHealed()) {
                principalDue = principalDue.plus(row.principalOpen());
                interestDue = interestDue.plus(row.interestOpen());
                penalty = penalty.plus(row.penaltyOpen(penaltyRounding));
            }
        }
        return new LoanBalances(
                principalNotDue, principalDue, interestDue, meter.chargeable(interestRounding), penalty, credit);
    }

    /** All penalty that ever grew, rounded instalment by instalment. */
    Money penaltyEarned(Rounding rounding) {
        var earned = principalNotDue.zero();
        for (var row : billed) {
            earned = earned.plus(row.penalty().grown().round(rounding));
        }
        return earned;
    }
}
