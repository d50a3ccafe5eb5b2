package io.fenlu.ledger.loan;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes while time passes from one position to a later day. */
final class Passing {
    private final LoanAgreement agreement;
    private final ProductTerms terms;
    private final LoanPosition from;
    private final LocalDate startedOn;
    private final Growth growth;
    private final Lateness lateness;
    private final boolean goesOn;
    private final List<BilledInstalment> billed;
    private List<ChargedFee> fees;
    private LocalDate at;
    private Money principal;
    private Money overdue;
    private InterestMeter meter;
    private Money advance;
    private Money deferred;

    Passing(LoanAgreement agreement, LoanPosition from, LocalDate startedOn) {
        this.agreement = agreement;
        this.from = from;
        this.startedOn = startedOn;
        terms = agreement.terms();
        growth = from.inForce().growth(agreement);
        lateness = Lateness.of(terms, from.inForce());
        goesOn = terms.agreed().late().contractInterest() == LateRule.ContractInterest.GOES_ON;
        billed = new ArrayList<>(from.billed().size() + 1);
        fees = from.fees();
        at = from.at();
        principal = from.principalNotDue();
        overdue = principal.zero();
        meter = from.meter();
        advance = from.course().advance();
        deferred = from.course().deferred();
    }

    LoanPosition to(LocalDate day) {
        for (var row : from.billed()) {
            billed.add(later(row, from.at(), day));
            if (goesOn) {
                overdue = overdue.plus(row.principalOpen());
            }
        }
        var due = 0;
        var upcoming = from.upcoming();
        while (due < upcoming.size() && !upcoming.get(due).dueOn().isAfter(day)) {
            var next = upcoming.get(due++);
            var bill = fallDue(next, due == upcoming.size());
            billed.add(later(BilledInstalment.of(bill), next.dueOn(), day));
        }
        var left = due == 0 ? upcoming : upcoming.subList(due, upcoming.size());
        grow(day, left.isEmpty() ? null : left.getFirst());
        chargeLateFees(day);
        return end(left);
    }

    private BilledInstalment later(BilledInstalment row, LocalDate since, LocalDate day) {
        return row.later(
                since, day, lateness, from.inForce().contractOn(row.bill().dueOn()));
    }

    private void grow(LocalDate to, @Nullable Instalment row) {
        if (at.equals(to)) {
            return;
        }
        var span = new DateSpan(at, to);
        if (row != null && Laying.isLaidDown(terms, from.inForce(), row)) {
            var left = row.interest()
                    .plus(meter.charged())
                    .exact()
                    .plus(meter.grown().times(-1, 1));
            meter = meter.grow(left.times(span.days(), new DateSpan(at, row.dueOn()).days()));
        } else if (row == null && goesOn && !billed.isEmpty()) {
            growAfterTheLast(span, billed.getLast().bill().dueOn());
        } else {
            growByTime(span, row == null ? new DateSpan(startedOn, to) : row.period());
        }
        at = to;
    }

    /** When all instalments have fallen due, the rhythm of their periods goes on. */
    private void growAfterTheLast(DateSpan span, LocalDate lastDueOn) {
        var step = 1;
        while (!terms.frequency().after(lastDueOn, step).isAfter(span.from())) {
            step++;
        }
        var since = span.from();
        while (since.isBefore(span.to())) {
            var period = new DateSpan(
                    terms.frequency().after(lastDueOn, step - 1),
                    terms.frequency().after(lastDueOn, step));
            var end = period.to().isBefore(span.to()) ? period.to() : span.to();
            growByTime(new DateSpan(since, end), period);
            since = end;
            step++;
        }
    }

    private void growByTime(DateSpan span, DateSpan period) {
        var base = principal.plus(overdue);
        var since = span.from();
        if (growth instanceof InterestCourse course && growth.rounding() instanceof InterestRounding.EachPart) {
            for (var change : course.changesWithin(new DateSpan(since.minusDays(1), span.to()))) {
                meter = meter.grow(growth.over(new DateSpan(since, change), period, base))
                        .partEnds(growth.rounding());
                since = change;
            }
        }
        meter = meter.grow(growth.over(new DateSpan(since, span.to()), period, base));
    }

    /** The instalment as it is asked for on its day. */
    private Instalment fallDue(Instalment due, boolean last) {
        grow(due.dueOn(), due);
        var grace = terms.agreed().grace();
        var earned = meter.chargeable(growth.rounding().rounding());
        var bill = goesOn ? due.withInterest(grace.charged(due.number(), earned, deferred, last)) : due;
        var regular = from.inForce()
                .amortisation(agreement)
                .regularPrincipal(
                        from.course().regularSum(),
                        grace.easesInterest() ? earned : bill.interest(),
                        principal.plus(advance));
        advance = advance.minus(regular.minus(due.principal()).orZero().min(advance));
        if (grace.easesInterest() && !grace.forgives(due.number())) {
            deferred = deferred.plus(earned).minus(bill.interest()).orZero();
        }
        principal = principal.minus(due.principal());
        if (goesOn) {
            overdue = overdue.plus(due.principal());
        }
        meter = meter.nextPeriod(growth.rounding());
        if (due.charges().isPositive()) {
            addFee(ChargedFee.fallenDue(due));
        }
        return bill;
    }

    private void addFee(ChargedFee fee) {
        fees = new ArrayList<>(fees);
        fees.add(fee);
    }

    /** A fee for each instalment that is unpaid when its days of grace have passed, once. */
    private void chargeLateFees(LocalDate day) {
        var rule = terms.agreed().late().fee();
        if (rule instanceof LateFee.NoLateFee || from.inForce().penaltyPaused()) {
            return;
        }
        for (var row : billed) {
            var lateOn = row.bill().dueOn().plusDays(terms.penalty().graceDays() + 1L);
            if (!row.isHealed() && lateOn.isAfter(from.at()) && !lateOn.isAfter(day)) {
                var fee = rule.forLate(row.principalOpen().plus(row.interestOpen()), ChargedFee.late(fees, principal));
                if (fee.isPositive()) {
                    addFee(ChargedFee.late(row.bill().number(), fee));
                }
            }
        }
    }

    private LoanPosition end(List<Instalment> upcoming) {
        return new LoanPosition(
                at,
                principal,
                meter,
                upcoming,
                billed,
                fees,
                new Course(
                        from.course().regularSum(),
                        advance,
                        deferred,
                        from.course().basis()),
                from.credit(),
                from.inForce(),
                from.totals(),
                null);
    }
}
