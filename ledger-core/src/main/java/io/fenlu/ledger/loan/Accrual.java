package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Interest that has grown and is not due yet: of the running period, and put off from earlier ones. */
    Money running(InterestMeter meter, List<Instalment> upcoming, Money deferred) {
        var grace = agreement.terms().agreed().grace();
        return !upcoming.isEmpty() && grace.forgives(upcoming.getFirst().number())
                ? deferred
                : meter.chargeable(interestRounding()).plus(deferred);
    }

    LoanBalances balances(LoanPosition position) {
        var zero = position.principalNotDue().zero();
        if (position.ending() != null) {
            return new LoanBalances(
                    zero, zero, zero, zero, zero, position.credit(), position.feesOpen(), null, cut(position));
        }
        var principalDue = zero;
        var interestDue = zero;
        var penalty = zero;
        for (var row : position.billed()) {
            if (!row.isHealed()) {
                principalDue = principalDue.plus(row.principalOpen());
                interestDue = interestDue.plus(row.interestOpen());
                penalty = penalty.plus(row.penaltyOpen(penaltyRounding()));
            }
        }
        return new LoanBalances(
                position.principalNotDue(),
                principalDue,
                interestDue,
                running(position.meter(), position.upcoming(), position.course().deferred()),
                penalty,
                position.credit(),
                position.feesOpen(),
                EarlyCost.of(agreement, position).ofAll(),
                cut(position));
    }

    private static @Nullable Money cut(LoanPosition position) {
        var ceiling = position.ceiling();
        return ceiling == null ? null : ceiling.cut();
    }

    /** Interest, penalty and fees that are unpaid on a day, due or not. */
    Money owedBesidePrincipal(LoanPosition position) {
        var owed = running(
                        position.meter(), position.upcoming(), position.course().deferred())
                .plus(position.feesOpen());
        for (var row : position.billed()) {
            if (!row.isHealed()) {
                owed = owed.plus(row.interestOpen()).plus(row.penaltyOpen(penaltyRounding()));
            }
        }
        return owed;
    }

    /** Nothing is owed, and nothing was given up that still could come in. */
    boolean isPaidOff(LoanPosition position) {
        var ending = position.ending();
        return ending == null
                ? balances(position).payoff().isZero()
                : ending.kind() == Ending.Kind.CHARGED_OFF
                        && ending.claim().total().isZero();
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
        return position.ceiling() == null
                ? new Passing(agreement, position, startedOn).to(day)
                : new Capping(agreement, startedOn).to(day, position);
    }
}
