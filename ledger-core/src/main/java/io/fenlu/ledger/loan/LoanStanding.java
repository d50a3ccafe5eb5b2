package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.BusinessDate;
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
     * The standing of a loan whose money is out, on any day from the first payout on, as it is now known.
     *
     * @throws IllegalArgumentException when the day lies before the first payout
     */
    public static LoanStanding of(Active loan, LocalDate on) {
        var position = loan.book()
                .on(BusinessDate.require(on))
                .orElseThrow(() ->
                        new IllegalArgumentException("the loan began on " + loan.disbursedOn() + ", not by " + on));
        return of(position, new Accrual(loan.agreement()));
    }

    /** The standing of a loan on the day of its last entry. */
    public static LoanStanding last(Active loan) {
        return of(loan.position(), new Accrual(loan.agreement()));
    }

    /** The standing of a settled loan, on any day from the first payout on. */
    public static LoanStanding of(Settled loan, LocalDate on) {
        return of(loan.last(), on);
    }

    private static LoanStanding of(LoanPosition position, Accrual accrual) {
        var rows = new ArrayList<Row>();
        for (var row : position.billed()) {
            rows.add(new Row(
                    row.bill(),
                    row.principalPaid(),
                    row.interestPaid(),
                    row.penalty().charged(),
                    row.penaltyOpen(accrual.penaltyRounding()),
                    true,
                    row.healedOn()));
        }
        for (var bill : position.upcoming()) {
            var zero = bill.principal().zero();
            rows.add(new Row(bill, zero, zero, zero, zero, false, null));
        }
        return new LoanStanding(position.at(), accrual.balances(position), rows, position.daysPastDue());
    }
}
