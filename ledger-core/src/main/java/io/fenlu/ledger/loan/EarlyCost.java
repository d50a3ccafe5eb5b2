package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.EarlyRepayment;
import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What repaying early costs beside the interest up to the day: interest up to the end of the period, a fee, fees still to come. */
final class EarlyCost {
    private static final long YEAR = 366;

    private final LoanAgreement agreement;
    private final EarlyRepayment rule;
    private final LocalDate at;
    private final Money notDue;
    private final InterestMeter meter;
    private final List<Instalment> upcoming;
    private final InForce inForce;
    private final int instalmentsDue;
    private final @Nullable Money room;

    /**
     * Looks at a loan on a day.
     *
     * @param room what the caps of the loan still leave; none where nothing is cut
     */
    EarlyCost(
            LoanAgreement agreement,
            LocalDate at,
            Money notDue,
            InterestMeter meter,
            List<Instalment> upcoming,
            InForce inForce,
            int instalmentsDue,
            @Nullable Money room) {
        this.agreement = agreement;
        rule = agreement.terms().agreed().early();
        this.at = at;
        this.notDue = notDue;
        this.meter = meter;
        this.upcoming = upcoming;
        this.inForce = inForce;
        this.instalmentsDue = instalmentsDue;
        this.room = room;
    }

    /**
     * What repaying early costs.
     *
     * @param cut what it would cost more, did the caps of the loan allow it
     */
    record Asked(Money interest, Money fee, Money cut) {
        Money sum() {
            return interest.plus(fee);
        }
    }

    /** Of a loan on whose desk a payment lies. */
    static EarlyCost of(Sheet sheet, @Nullable Money room) {
        return new EarlyCost(
                sheet.agreement,
                sheet.on(),
                sheet.principalNotDue,
                sheet.meter,
                sheet.upcoming,
                sheet.inForce,
                sheet.billed.size(),
                room);
    }

    static EarlyCost of(LoanAgreement agreement, LoanPosition position) {
        return new EarlyCost(
                agreement,
                position.at(),
                position.principalNotDue(),
                position.meter(),
                position.upcoming(),
                position.inForce(),
                position.billed().size(),
                UnderCaps.roomForEarlyCost(agreement, position));
    }

    /** Nothing is asked: by the terms, or because nothing is left, neither principal nor fees that stay due. */
    boolean isFree() {
        return rule.equals(EarlyRepayment.FREE)
                || (notDue.isZero() && laterFees().isZero());
    }

    /** Repaying everything that is not due yet. */
    Money ofAll() {
        return isFree() ? notDue.zero() : askedOfAll().sum();
    }

    /** The same in its parts. */
    Asked askedOfAll() {
        return withinCaps(interest(notDue), fee(notDue).plus(laterFees()));
    }

    /** Repaying a part of what is not due yet. */
    Asked asked(Money repaid) {
        return withinCaps(interest(repaid), fee(repaid));
    }

    /** Fees are cut first, then interest that only repaying early asks for. */
    private Asked withinCaps(Money interest, Money fee) {
        var all = interest.plus(fee);
        var allowed = room == null ? all : all.min(room);
        var more = interest.min(allowed);
        return new Asked(more, allowed.minus(more), all.minus(allowed));
    }

    /** Interest from this day up to the end of the running period; on the day on which a period ends there is none. */
    private Money interest(Money repaid) {
        if (rule.interest() == EarlyRepayment.InterestUpTo.THE_DAY || upcoming.isEmpty()) {
            return repaid.zero();
        }
        var next = upcoming.getFirst();
        if (!at.isAfter(next.from()) || agreement.terms().agreed().grace().forgives(next.number())) {
            return repaid.zero();
        }
        var rounding = agreement.terms().interestRounding().rounding();
        if (Laying.isLaidDown(agreement.terms(), inForce, next)) {
            return repaid.equals(notDue)
                    ? next.interest().minus(meter.chargeable(rounding)).orZero()
                    : repaid.zero();
        }
        return inForce.growth(agreement)
                .over(new DateSpan(at, next.dueOn()), next.period(), repaid)
                .round(rounding);
    }

    private Money fee(Money repaid) {
        var period = upcoming.isEmpty()
                ? new DateSpan(at, at.plusDays(1))
                : upcoming.getFirst().period();
        var oneDay = inForce.growth(agreement).over(new DateSpan(at, at.plusDays(1)), period, repaid);
        var daysLeft =
                upcoming.isEmpty() ? YEAR : new DateSpan(at, upcoming.getLast().dueOn()).days();
        return rule.fee().on(repaid, instalmentsDue, daysLeft, oneDay);
    }

    /** Charges of instalments still to come, where they are all due at once. */
    private Money laterFees() {
        var sum = notDue.zero();
        if (rule.laterFees() == EarlyRepayment.LaterFees.STAY_DUE) {
            for (var row : upcoming) {
                sum = sum.plus(row.charges());
            }
        }
        return sum;
    }
}
