package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestMeter;
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

    Accrual(LoanAgreement agreement) {
        this.agreement = agreement;
    }

    Rounding interestRounding() {
        return agreement.terms().interestRounding().rounding();
    }

    Rounding penaltyRounding() {
        return agreement.terms().penalty().roundedBy();
    }

    LoanBalances balances(LoanPosition position) {
        return position.balances(interestRounding(), penaltyRounding());
    }

    boolean isPaidOff(LoanPosition position) {
        return position.isPaidOff(interestRounding(), penaltyRounding());
    }

    /** The position at the end of a later day (or the same). */
    LoanPosition to(LocalDate day, LoanPosition position) {
        if (day.isBefore(position.at())) {
            throw new IllegalArgumentException("time does not run from " + position.at() + " back to " + day);
        }
        var startedOn = position.inForce().startedOn();
        if (day.equals(position.at()) || startedOn == null || position.ending() != null) {
            return position.on(day);
        }
        var inForce = position.inForce();
        var growth = inForce.growth(agreement);
        var penalty = inForce.penalty(agreement.terms().penalty());
        var passing = new Passing(position, growth);
        var billed = new ArrayList<BilledInstalment>(position.billed().size() + 1);
        for (var row : position.billed()) {
            billed.add(row.later(
                    position.at(), day, penalty, inForce.contractOn(row.bill().dueOn())));
        }
        var due = 0;
        var upcoming = position.upcoming();
        while (due < upcoming.size() && !upcoming.get(due).dueOn().isAfter(day)) {
            var next = upcoming.get(due++);
            passing.fallDue(next);
            billed.add(BilledInstalment.of(next).later(next.dueOn(), day, penalty, inForce.contractOn(next.dueOn())));
        }
        var left = due == 0 ? upcoming : upcoming.subList(due, upcoming.size());
        passing.grow(
                day,
                left.isEmpty() ? new DateSpan(startedOn, day) : left.getFirst().period());
        return passing.end(left, billed);
    }

    /** What changes while time passes. */
    private final class Passing {
        private final LoanPosition from;
        private final Growth growth;
        private List<ChargedFee> fees;
        private LocalDate at;
        private Money principal;
        private InterestMeter meter;
        private Money advance;

        private Passing(LoanPosition from, Growth growth) {
            this.from = from;
            this.growth = growth;
            fees = from.fees();
            at = from.at();
            principal = from.principalNotDue();
            meter = from.meter();
            advance = from.advance();
        }

        private void grow(LocalDate to, DateSpan period) {
            meter = meter.grow(growth.over(new DateSpan(at, to), period, principal));
            at = to;
        }

        private void fallDue(Instalment due) {
            grow(due.dueOn(), due.period());
            var regular = agreement
                    .terms()
                    .amortisation(growth)
                    .regularPrincipal(from.regularSum(), due.interest(), principal.plus(advance));
            advance = advance.minus(regular.minus(due.principal()).orZero().min(advance));
            principal = principal.minus(due.principal());
            meter = meter.nextPeriod(growth.rounding());
            if (due.charges().isPositive()) {
                fees = new ArrayList<>(fees);
                fees.add(ChargedFee.fallenDue(due));
            }
        }

        private LoanPosition end(List<Instalment> upcoming, List<BilledInstalment> billed) {
            return new LoanPosition(
                    at,
                    principal,
                    meter,
                    upcoming,
                    billed,
                    fees,
                    from.regularSum(),
                    advance,
                    from.credit(),
                    from.inForce(),
                    from.totals(),
                    null);
        }
    }
}
