package io.fenlu.ledger.loan;

import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Time passing over a loan that may not cost more than its caps allow (综合融资成本上限): penalty and late fees of a day end where the caps
 * are reached. Interest and charges agreed on beforehand were measured when the loan was asked for; they use the caps up, but are never cut.
 *
 * <p>Where something is overdue each day is looked at by itself, so that asking for one day after another gives the same as asking for
 * the last.
 */
final class Capping {
    private static final int YEAR = 365;

    private final LoanAgreement agreement;
    private final Accrual accrual;
    private final LocalDate startedOn;

    Capping(LoanAgreement agreement, LocalDate startedOn) {
        this.agreement = agreement;
        this.startedOn = startedOn;
        accrual = new Accrual(agreement);
    }

    /** Whether caps are kept over the life of a loan. */
    static boolean isCapped(LoanAgreement agreement) {
        var caps = agreement.terms().agreed().caps();
        return agreement.isOfThirdEngine() && (caps.annualCost() != null || caps.chargesUpToPrincipal());
    }

    /** Before any money went out; nothing where there are no caps. */
    static @Nullable Ceiling start(LoanAgreement agreement) {
        return isCapped(agreement) ? Ceiling.none(agreement.principal().currency()) : null;
    }

    LoanPosition to(LocalDate day, LoanPosition from) {
        var quiet = lastQuietDay(from, day);
        var at = quiet.isAfter(from.at()) ? next(from, quiet) : from;
        while (at.at().isBefore(day)) {
            at = cut(at, next(at, at.at().plusDays(1)));
        }
        return at;
    }

    /** Until when nothing is overdue, so that nothing could be cut. */
    private static LocalDate lastQuietDay(LoanPosition from, LocalDate day) {
        for (var row : from.billed()) {
            if (!row.isHealed()) {
                return from.at();
            }
        }
        if (from.upcoming().isEmpty()) {
            return day;
        }
        var due = from.upcoming().getFirst().dueOn();
        return due.isBefore(day) ? due : day;
    }

    private LoanPosition next(LoanPosition from, LocalDate day) {
        return new Passing(agreement, from, startedOn).to(day).under(grown(from, day));
    }

    private @Nullable Ceiling grown(LoanPosition from, LocalDate day) {
        var ceiling = from.ceiling();
        var annual = agreement.terms().agreed().caps().annualCost();
        if (ceiling == null || annual == null) {
            return ceiling;
        }
        var principal = from.principalNotDue();
        for (var row : from.billed()) {
            principal = principal.plus(row.principalOpen());
        }
        var days = ChronoUnit.DAYS.between(from.at(), day);
        return ceiling.grow(principal.exact().times(annual.value()).times(days, YEAR));
    }

    /** All that the loan has cost by a position: paid, turned into principal, or owed; what was given up is no cost. */
    private Money cost(LoanPosition position) {
        return position.totals().costs().plus(accrual.owedBesidePrincipal(position));
    }

    /** Cuts what a day charged for being late down to what the caps leave room for: late fees first, then penalty, the newest first. */
    private LoanPosition cut(LoanPosition before, LoanPosition after) {
        var ceiling = after.ceiling();
        var over = cost(after).minus(Ceiling.most(agreement, ceiling));
        if (ceiling == null || !over.isPositive()) {
            return after;
        }
        var left = over;
        var fees = new ArrayList<>(after.fees());
        for (int k = fees.size() - 1; k >= before.fees().size(); k--) {
            var fee = fees.get(k);
            if (fee.isForLateness()) {
                var less = left.min(fee.amount());
                left = left.minus(less);
                if (less.equals(fee.amount())) {
                    fees.remove(k);
                } else {
                    fees.set(k, ChargedFee.late(fee.instalment(), fee.amount().minus(less)));
                }
            }
        }
        var rounding = accrual.penaltyRounding();
        var rows = new ArrayList<>(after.billed());
        for (int k = rows.size() - 1; k >= 0; k--) {
            var row = rows.get(k);
            var open = row.penaltyOpen(rounding);
            var was = k < before.billed().size() ? before.billed().get(k).penaltyOpen(rounding) : open.zero();
            var less = left.min(open.minus(was).orZero());
            if (less.isPositive()) {
                left = left.minus(less);
                rows.set(k, row.withPenalty(open.minus(less)));
            }
        }
        return after.charging(rows, fees, ceiling.cutBy(over.minus(left)));
    }
}
