package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.Debt;
import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.ExactMoney;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instalment whose due date has come, and what was paid of it.
 *
 * @param penalty what grew for being late, and what of it was paid
 * @param inGrace penalty that counts only if the grace days pass without payment
 * @param bearing penalty that bears penalty itself
 * @param healedOn the day on which all of it was paid
 */
record BilledInstalment(
        Instalment bill,
        Money principalPaid,
        Money interestPaid,
        InterestMeter penalty,
        ExactMoney inGrace,
        Money bearing,
        @Nullable LocalDate healedOn) {
    static BilledInstalment of(Instalment bill) {
        var currency = bill.principal().currency();
        return new BilledInstalment(
                bill,
                Money.zero(currency),
                Money.zero(currency),
                InterestMeter.zero(currency),
                ExactMoney.zero(currency),
                Money.zero(currency),
                bill.principal().plus(bill.interest()).isZero() ? bill.dueOn() : null);
    }

    Money principalOpen() {
        return bill.principal().minus(principalPaid);
    }

    Money interestOpen() {
        return bill.interest().minus(interestPaid);
    }

    Money penaltyOpen(Rounding rounding) {
        return penalty.chargeable(rounding);
    }

    boolean isHealed() {
        return healedOn != null;
    }

    /** The same instalment some days later. */
    BilledInstalment later(LocalDate from, LocalDate to, Lateness lateness, Rate contract) {
        if (isHealed() || lateness.isFree()) {
            return this;
        }
        var start = from.isBefore(bill.dueOn()) ? bill.dueOn() : from;
        var row = this;
        while (start.isBefore(to)) {
            var end = lateness.partEnd(bill.dueOn(), new DateSpan(start, to));
            row = row.grown(new DateSpan(start, end), lateness, contract);
            start = end;
        }
        return row;
    }

    private BilledInstalment grown(DateSpan span, Lateness lateness, Rate contract) {
        var rule = lateness.rule();
        var to = span.to();
        var by = rule.over(
                span,
                new DateSpan(bill.dueOn(), to),
                lateness.late().bearing(principalOpen(), bearing),
                interestOpen(),
                contract);
        if (lateness.late().compounding() == LateRule.Compounding.EACH_DAY) {
            by = by.round(rule.roundedBy()).exact();
        }
        var graceEnds = bill.dueOn().plusDays(rule.graceDays());
        if (!to.isAfter(graceEnds)) {
            return with(principalPaid, interestPaid, penalty, inGrace.plus(by), healedOn);
        }
        var counted = penalty.grow(inGrace.plus(by));
        return new BilledInstalment(
                bill,
                principalPaid,
                interestPaid,
                counted,
                ExactMoney.zero(by.currency()),
                lateness.joins(bill.dueOn(), to) ? counted.chargeable(rule.roundedBy()) : bearing,
                healedOn);
    }

    List<Debt> debts(Rounding rounding) {
        return List.of(
                new Debt(bill.number(), Bucket.PENALTY, penaltyOpen(rounding)),
                new Debt(bill.number(), Bucket.INTEREST, interestOpen()),
                new Debt(bill.number(), Bucket.PRINCIPAL, principalOpen()));
    }

    /** The same instalment after a part of it was paid. */
    BilledInstalment heal(AllocationLine line, LocalDate on, Rounding rounding) {
        var amount = line.amount();
        var paid = switch (line.bucket()) {
            case PENALTY -> penaltyPaid(amount, rounding);
            case INTEREST -> with(principalPaid, interestPaid.plus(amount), penalty, inGrace, healedOn);
            case PRINCIPAL -> with(principalPaid.plus(amount), interestPaid, penalty, inGrace, healedOn);
            case FEE -> throw new IllegalArgumentException("this instalment has no fee: " + line);
        };
        var open = paid.principalOpen().plus(paid.interestOpen()).plus(paid.penaltyOpen(rounding));
        return open.isZero()
                ? paid.with(paid.principalPaid, paid.interestPaid, paid.penalty, ExactMoney.zero(amount.currency()), on)
                : paid;
    }

    private BilledInstalment penaltyPaid(Money amount, Rounding rounding) {
        var less = penalty.charge(amount);
        return new BilledInstalment(
                bill, principalPaid, interestPaid, less, inGrace, bearing.min(less.chargeable(rounding)), healedOn);
    }

    /** The same instalment with so much penalty unpaid. */
    BilledInstalment withPenalty(Money open) {
        var less = new InterestMeter(penalty.charged().plus(open).exact(), penalty.charged());
        return new BilledInstalment(bill, principalPaid, interestPaid, less, inGrace, bearing.min(open), healedOn);
    }

    /** The same instalment, whose unpaid interest is not owed with it any more. */
    BilledInstalment withoutInterest(LocalDate on, Rounding rounding) {
        return owing(bill.principal(), interestPaid, on, rounding);
    }

    /** The same instalment, whose unpaid principal is not due with it any more. */
    BilledInstalment withoutPrincipal(LocalDate on, Rounding rounding) {
        return owing(principalPaid, bill.interest(), on, rounding);
    }

    private BilledInstalment owing(Money principal, Money interest, LocalDate on, Rounding rounding) {
        if (isHealed()) {
            return this;
        }
        var less = new Instalment(
                bill.number(), bill.from(), bill.dueOn(), principal, interest, bill.balance(), bill.fee());
        var healed = principal.equals(principalPaid)
                        && interest.equals(interestPaid)
                        && penaltyOpen(rounding).isZero()
                ? on
                : null;
        return new BilledInstalment(less, principalPaid, interestPaid, penalty, inGrace, bearing, healed);
    }

    private BilledInstalment with(
            Money principal, Money interest, InterestMeter newPenalty, ExactMoney grace, @Nullable LocalDate healed) {
        return new BilledInstalment(bill, principal, interest, newPenalty, grace, bearing, healed);
    }
}
