package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.Instalment;
import java.util.ArrayList;
import java.util.List;

/**
 * Repaying before it is due: what is left of a payment when everything due is healed pays the interest of the running period to the
 * day, then principal; the instalments still to come follow the rule of the terms. Under {@code NEXT_INSTALMENTS} it pays principal
 * first, and the running interest stays due on its day.
 */
record Prepaying(
        List<AllocationLine> lines,
        Money interest,
        Money principalNotDue,
        InterestMeter meter,
        List<Instalment> upcoming,
        Money regularSum,
        Money advance,
        Money credit) {
    static Prepaying with(Money rest, LoanPosition position, LoanAgreement agreement, Rounding rounding) {
        var running = position.meter().chargeable(rounding);
        var notDue = position.principalNotDue();
        var rule = agreement.terms().prepayment();
        var settles = rest.compareTo(running.plus(notDue)) >= 0;
        var keepsInterest = rule == PrepaymentRule.NEXT_INSTALMENTS && !settles;
        var principal =
                keepsInterest ? rest.min(notDue) : rest.minus(running).orZero().min(notDue);
        var interest = rest.minus(principal).min(running);
        var credit = rest.minus(interest).minus(principal);

        var meter = position.meter().charge(interest);
        var left = notDue.minus(principal);
        var number = position.upcoming().isEmpty()
                ? 0
                : position.upcoming().getFirst().number();
        var lines = new ArrayList<AllocationLine>();
        if (interest.isPositive()) {
            lines.add(new AllocationLine(number, Bucket.INTEREST, interest));
        }
        if (principal.isPositive()) {
            lines.add(new AllocationLine(0, Bucket.PRINCIPAL, principal));
        }
        if (settles) {
            return new Prepaying(
                    lines,
                    interest,
                    left,
                    meter,
                    List.of(),
                    position.regularSum(),
                    position.advance().zero(),
                    credit);
        }
        if (interest.isZero() && principal.isZero()) {
            return new Prepaying(
                    lines,
                    interest,
                    left,
                    meter,
                    position.upcoming(),
                    position.regularSum(),
                    position.advance(),
                    credit);
        }
        return spreadAnew(position, agreement, lines, interest, new Rest(left, meter, number), principal);
    }

    private static Prepaying spreadAnew(
            LoanPosition position,
            LoanAgreement agreement,
            List<AllocationLine> lines,
            Money interest,
            Rest rest,
            Money principal) {
        var plan = spread(position, agreement, rest, principal);
        return new Prepaying(
                lines,
                interest,
                rest.principal(),
                rest.meter(),
                plan.upcoming,
                plan.sum,
                plan.advance,
                principal.zero());
    }

    /** The instalments still to come, their regular sum, and what of their principal is paid in advance. */
    private record Plan(List<Instalment> upcoming, Money sum, Money advance) {}

    private static Plan spread(LoanPosition position, LoanAgreement agreement, Rest rest, Money principal) {
        var amortisation = agreement.amortisation();
        var periods = openPeriods(position);
        var sum = position.regularSum();
        var advance = position.advance();
        if (periods.isEmpty()) {
            return new Plan(List.of(), sum, advance);
        }
        return switch (agreement.terms().prepayment()) {
            case SHORTER_TERM -> new Plan(amortisation.continueWith(sum, rest, periods), sum, advance);
            case SMALLER_INSTALMENT ->
                new Plan(
                        amortisation.spread(rest, periods),
                        amortisation.regularSum(rest.principal(), periods),
                        advance);
            case NEXT_INSTALMENTS -> {
                var paidAhead = advance.plus(principal);
                yield new Plan(amortisation.continueWith(sum, paidAhead, rest, periods), sum, paidAhead);
            }
        };
    }

    private static List<Period> openPeriods(LoanPosition position) {
        var periods = new ArrayList<Period>();
        for (var row : position.upcoming()) {
            var open = position.at().isAfter(row.from()) ? position.at() : row.from();
            periods.add(new Period(row.period(), open));
        }
        return periods;
    }
}
