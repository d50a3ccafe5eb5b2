package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Time passing over a loan: interest grows, instalments fall due, what is overdue bears penalty.
 *
 * <p>A function of the day asked for, not a nightly job: asking for one day after another gives the same as asking for the last.
 */
final class Accrual {
    private final LoanAgreement agreement;
    private final InterestRule interest;
    private final PenaltyRule penalty;

    Accrual(LoanAgreement agreement) {
        this.agreement = agreement;
        this.interest = agreement.interest();
        this.penalty = agreement.terms().penalty();
    }

    /** The position on the day the money was paid out. */
    static LoanPosition paidOut(LoanAgreement agreement, List<Instalment> schedule, LocalDate on) {
        var principal = agreement.principal();
        var zero = principal.zero();
        return new LoanPosition(
                on,
                principal,
                InterestMeter.zero(principal.currency()),
                schedule,
                List.of(),
                zero,
                zero,
                zero,
                agreement.amortisation().regularSum(principal, agreement.periods(on)),
                zero,
                zero);
    }

    Rounding interestRounding() {
        return interest.rounding().rounding();
    }

    Rounding penaltyRounding() {
        return penalty instanceof PenaltyRule.PenaltyMultiple multiple ? multiple.rounding() : Rounding.HALF_UP;
    }

    LoanBalances balances(LoanPosition position) {
        return position.balances(interestRounding(), penaltyRounding());
    }

    /** The position at the end of a later day (or the same). */
    LoanPosition to(LocalDate day, LoanPosition position) {
        if (day.isBefore(position.at())) {
            throw new IllegalArgumentException("time does not run from " + position.at() + " back to " + day);
        }
        var running = position;
        var billed = new ArrayList<>(position.billed().stream()
                .map(row -> row.later(position.at(), day, penalty, agreement.rate()))
                .toList());
        var upcoming = new ArrayList<>(position.upcoming());
        while (!upcoming.isEmpty() && !upcoming.getFirst().dueOn().isAfter(day)) {
            var next = upcoming.removeFirst();
            running = fallDue(next, grow(running, next.dueOn(), next.period()));
            billed.add(BilledInstalment.of(next).later(next.dueOn(), day, penalty, agreement.rate()));
        }
        var period = upcoming.isEmpty()
                ? new DateSpan(running.at(), day)
                : upcoming.getFirst().period();
        var then = grow(running, day, period);
        return new LoanPosition(
                day,
                then.principalNotDue(),
                then.meter(),
                upcoming,
                billed,
                then.interestCharged(),
                then.interestRecognised(),
                then.penaltyRecognised(),
                then.regularSum(),
                then.advance(),
                then.credit());
    }

    private LoanPosition grow(LoanPosition position, LocalDate to, DateSpan period) {
        var grown = interest.over(new DateSpan(position.at(), to), period, position.principalNotDue());
        return moved(
                position,
                to,
                position.principalNotDue(),
                position.meter().grow(grown),
                position.interestCharged(),
                position.advance());
    }

    private LoanPosition fallDue(Instalment due, LoanPosition position) {
        var regular = agreement
                .amortisation()
                .regularPrincipal(
                        position.regularSum(),
                        due.interest(),
                        position.principalNotDue().plus(position.advance()));
        var covered = regular.minus(due.principal()).orZero().min(position.advance());
        return moved(
                position,
                due.dueOn(),
                position.principalNotDue().minus(due.principal()),
                position.meter().nextPeriod(interest.rounding()),
                position.interestCharged().plus(due.interest()),
                position.advance().minus(covered));
    }

    private static LoanPosition moved(
            LoanPosition from, LocalDate at, Money principal, InterestMeter meter, Money charged, Money advance) {
        return new LoanPosition(
                at,
                principal,
                meter,
                from.upcoming(),
                from.billed(),
                charged,
                from.interestRecognised(),
                from.penaltyRecognised(),
                from.regularSum(),
                advance,
                from.credit());
    }
}
