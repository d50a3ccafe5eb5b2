package io.fenlu.ledger.classification;

import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Closed;
import io.fenlu.ledger.loan.LoanState.Settled;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a loan had to pay and what was paid of it (贷款逾期历史), read off how it stood on the days on which something happened to it. A payment
 * that was taken back counted until the day of its reversal, and so it counts here.
 */
public final class LoanArrears {
    private LoanArrears() {}

    private record Paid(Money principal, Money interest) {}

    /**
     * The history up to the end of a day, as it is known now; none before money went out and as long as nothing has fallen due.
     *
     * @param days on which something happened to the loan, in any order; days before the payout and after the day asked for do not matter
     */
    public static Optional<ArrearsHistory> of(LoanState state, Collection<LocalDate> days, LocalDate on) {
        return switch (state) {
            case Active loan -> of(loan, days, on);
            case Settled loan -> of(loan.last(), days, on);
            case Closed loan -> of(loan.settled().last(), days, on);
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> Optional.empty();
        };
    }

    private static Optional<ArrearsHistory> of(Active loan, Collection<LocalDate> days, LocalDate on) {
        if (on.isBefore(loan.disbursedOn())) {
            return Optional.empty();
        }
        var obligations = new ArrayList<Obligation>();
        for (var row : LoanStanding.of(loan, on).schedule()) {
            if (row.due()) {
                var bill = row.bill();
                obligations.add(new Obligation(bill.number(), bill.dueOn(), bill.principal(), bill.interest()));
            }
        }
        if (obligations.isEmpty()) {
            return Optional.empty();
        }
        var looks = new TreeSet<>(days);
        looks.add(on);
        var healings = new ArrayList<Healing>();
        var before = new HashMap<Integer, Paid>();
        for (var day : looks) {
            if (!day.isBefore(loan.disbursedOn()) && !day.isAfter(on)) {
                healings.addAll(healed(LoanStanding.of(loan, day), before));
            }
        }
        return Optional.of(new ArrearsHistory(obligations, healings));
    }

    /** What was paid of each instalment since the look before. */
    private static List<Healing> healed(LoanStanding standing, Map<Integer, Paid> before) {
        var healings = new ArrayList<Healing>();
        for (var row : standing.schedule()) {
            var number = row.bill().number();
            var zero = row.principalPaid().zero();
            var last = before.getOrDefault(number, new Paid(zero, zero));
            var principal = row.principalPaid().minus(last.principal);
            var interest = row.interestPaid().minus(last.interest);
            if (!principal.isZero() || !interest.isZero()) {
                healings.add(new Healing(number, principal, interest, standing.on()));
                before.put(number, new Paid(row.principalPaid(), row.interestPaid()));
            }
        }
        return healings;
    }
}
