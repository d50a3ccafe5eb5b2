package io.fenlu.ledger.loan;

import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Settled;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a loan stands at the end of a day: what is owed, and each instalment with what was paid of it.
 *
 * @param on the day
 * @param daysPastDue days since the due date of the oldest instalment that is not fully paid; 0 when nothing is overdue
 */
public record LoanStanding(LocalDate on, LoanBalances balances, List<Row> schedule, int daysPastDue) {
    /**
     * One instalment, due or not.
     *
     * @param penalty grown and not paid
     * @param healedOn the day on which all of it was paid
     */
    public record Row(
            Instalment bill,
            Money principalPaid,
            Money interestPaid,
            Money penaltyPaid,
            Money penalty,
            boolean due,
            @Nullable LocalDate healedOn) {
        public Money open() {
            return bill.principal()
                    .minus(principalPaid)
                    .plus(bill.interest())
                    .minus(interestPaid)
                    .plus(penalty);
        }
    }

    public LoanStanding {
        schedule = List.copyOf(schedule);
    }

    /**
     * The standing of a loan whose money is out, on the day of its last fact or later.
     *
     * @throws IllegalArgumentException when the day lies before the loan's last fact: ask the state as it was then
     */
    public static LoanStanding of(Active loan, LocalDate on) {
        var accrual = new Accrual(loan.agreement());
        return of(accrual.to(on, loan.position()), accrual);
    }

    /** The standing of a settled loan: nothing owed, whatever the day. */
    public static LoanStanding of(Settled loan, LocalDate on) {
        var standing = of(loan.last().position(), new Accrual(loan.last().agreement()));
        return new LoanStanding(on, standing.balances, standing.schedule, 0);
    }

    private static LoanStanding of(LoanPosition position, Accrual accrual) {
        var rows = new ArrayList<Row>();
        var daysPastDue = 0;
        for (var row : position.billed()) {
            rows.add(new Row(
                    row.bill(),
                    row.principalPaid(),
                    row.interestPaid(),
                    row.penalty().charged(),
                    row.penaltyOpen(accrual.penaltyRounding()),
                    true,
                    row.healedOn()));
            if (!row.isHealed() && daysPastDue == 0) {
                daysPastDue = Math.toIntExact(
                        position.at().toEpochDay() - row.bill().dueOn().toEpochDay());
            }
        }
        for (var bill : position.upcoming()) {
            var zero = bill.principal().zero();
            rows.add(new Row(bill, zero, zero, zero, zero, false, null));
        }
        return new LoanStanding(position.at(), accrual.balances(position), rows, daysPastDue);
    }
}
