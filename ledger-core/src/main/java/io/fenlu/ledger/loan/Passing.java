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
import io.fenlu.ledger.schedule.Amortisation.Rest;
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
    private boolean grewOverdue;

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
        grewOverdue |= overdue.isPositive();
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
        var bill = goesOn ? asked(due, grace.charged(due.number(), earned, deferred, last), last) : due;
        var regular = from.inForce()
                .amortisation(agreement)
                .regularPrincipal(
                        from.course().regularSum(),
                        grace.easesInterest() ? earned : bill.interest(),
                        principal.plus(advance));
        advance = advance.minus(regular.minus(bill.principal()).orZero().min(advance));
        if (grace.easesInterest() && !grace.forgives(due.number())) {
            deferred = deferred.plus(earned).minus(bill.interest()).orZero();
        }
        principal = principal.minus(bill.principal());
        if (goesOn) {
            overdue = overdue.plus(bill.principal());
        }
        meter = meter.nextPeriod(growth.rounding());
        if (due.charges().isPositive()) {
            addFee(ChargedFee.fallenDue(due));
        }
        return bill;
    }

    /** An equal instalment stays the sum it was: what interest takes on overdue principal, less principal is repaid; the last takes all. */
    private Instalment asked(Instalment due, Money interest, boolean last) {
        var sum = from.course().regularSum();
        if (!grewOverdue
                || !advance.isZero()
                || terms.agreed().grace().easesInterest()
                || !Respreading.staysTheSum(from.inForce().plan(terms), sum, due, last)) {
            return due.withInterest(interest);
        }
        var part = last ? principal : sum.minus(interest).orZero().min(principal);
        return new Instalment(due.number(), due.from(), due.dueOn(), part, interest, principal.minus(part), due.fee());
    }

    /** The instalments still to come, were nothing to stay overdue from now on. */
    private List<Instalment> goingOn(List<Instalment> upcoming) {
        var sum = from.course().regularSum();
        if (!goesOn
                || !grewOverdue
                || !principal.isPositive()
                || !advance.isZero()
                || terms.agreed().grace().easesInterest()
                || upcoming.isEmpty()
                || !Respreading.staysTheSum(
                        from.inForce().plan(terms), sum, upcoming.getFirst(), upcoming.size() == 1)) {
            return upcoming;
        }
        var rest = new Rest(principal, meter, upcoming.getFirst().number(), deferred);
        var rows =
                from.inForce().amortisation(agreement).continueWith(sum, rest, Respreading.openPeriods(upcoming, at));
        var asAgreed = new ArrayList<Instalment>(rows.size());
        for (int k = 0; k < rows.size(); k++) {
            var row = rows.get(k);
            asAgreed.add(new Instalment(
                    row.number(),
                    row.from(),
                    row.dueOn(),
                    row.principal(),
                    row.interest(),
                    row.balance(),
                    upcoming.get(k).fee()));
        }
        return asAgreed;
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
                goingOn(upcoming),
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
                null,
                from.ceiling());
    }
}
