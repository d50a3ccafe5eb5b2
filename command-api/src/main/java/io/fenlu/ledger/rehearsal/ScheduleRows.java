package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The instalments of a loan on paper: as billed, as lived, and what was paid of each. */
final class ScheduleRows {
    private static final int DECIMALS = 12;

    private final PaperLoan loan;
    private final Active running;
    private final LoanStanding standing;
    private final Allocations allocations;
    private final Lateness lateness;
    /** Principal repaid before it was due, by date, that no instalment's period has taken up yet. */
    private final TreeMap<LocalDate, Money> prepaid = new TreeMap<>();

    ScheduleRows(PaperLoan loan, Active running, LoanStanding standing, Allocations allocations, Lateness lateness) {
        this.loan = loan;
        this.running = running;
        this.standing = standing;
        this.allocations = allocations;
        this.lateness = lateness;
        for (var healed : allocations.standing(standing.on())) {
            if (healed.line().bucket() == Bucket.PRINCIPAL && healed.line().instalment() == 0) {
                prepaid.merge(healed.on(), healed.line().amount(), Money::plus);
            }
        }
    }

    /** The schedule as it was agreed on. */
    static List<Answer.Row> planned(PaperLoan loan) {
        var rows = new ArrayList<Answer.Row>();
        for (var bill : loan.schedule()) {
            var zero = bill.principal().zero().amount();
            var unpaid = new Answer.Paid(
                    "planned",
                    zero,
                    zero,
                    zero,
                    zero,
                    zero,
                    zero,
                    zero,
                    zero,
                    bill.total().amount(),
                    null);
            rows.add(row(loan, bill, bill, bill.balance(), unpaid));
        }
        return rows;
    }

    static Answer.Totals totals(List<Answer.Row> rows, Currency currency) {
        return new Answer.Totals(
                sum(rows, currency, Answer.Row::principal),
                sum(rows, currency, Answer.Row::interest),
                sum(rows, currency, Answer.Row::fees),
                sum(rows, currency, Answer.Row::due),
                sum(rows, currency, row -> row.paid().total()),
                sum(rows, currency, row -> row.paid().outstanding()));
    }

    List<Answer.Row> rows() {
        var rows = new ArrayList<Answer.Row>();
        Instalment last = null;
        for (var row : standing.schedule()) {
            rows.add(row(row));
            last = row.bill();
        }
        addPayOff(rows, last);
        return rows;
    }

    /** What is repaid after the last instalment that is left is a row of its own: the early end of the loan. */
    private void addPayOff(List<Answer.Row> rows, @Nullable Instalment last) {
        if (prepaid.isEmpty()) {
            return;
        }
        var on = prepaid.lastKey();
        var from = last == null || last.dueOn().isAfter(on) ? loan.paidOutOn() : last.dueOn();
        var number = last == null ? 1 : last.number() + 1;
        var principal = Money.sum(loan.principal().currency(), prepaid.values());
        var interest = principal.zero();
        for (var healed : allocations.standing(standing.on())) {
            var line = healed.line();
            var isRunning = line.instalment() == number || (last == null && line.instalment() == 0);
            if (line.bucket() == Bucket.INTEREST && isRunning) {
                interest = interest.plus(line.amount());
            }
        }
        var bill = new Instalment(
                number,
                from,
                on.isAfter(from) ? on : from,
                principal,
                interest,
                standing.balances().principalNotDue());
        var zero = principal.zero().amount();
        var paid = new Answer.Paid(
                "repaid-early",
                zero,
                interest.amount(),
                zero,
                zero,
                principal.amount(),
                bill.total().amount(),
                zero,
                zero,
                zero,
                on);
        rows.add(row(loan, bill, bill, bill.balance(), paid));
    }

    private Answer.Row row(LoanStanding.Row row) {
        var bill = row.bill();
        var early = takePrepaid(bill);
        var earlyInterest = earlyInterest(bill);
        var lived = new Instalment(
                bill.number(),
                bill.from(),
                bill.dueOn(),
                bill.principal().plus(early),
                bill.interest().plus(earlyInterest),
                bill.balance(),
                bill.fee());
        var balance = row.due() ? notDueOn(bill.dueOn()) : bill.balance();
        return row(loan, bill, lived, balance, paid(row, early, earlyInterest));
    }

    private Answer.Paid paid(LoanStanding.Row row, Money early, Money earlyInterest) {
        var bill = row.bill();
        var fees = feesPaid(bill.number()).min(bill.charges());
        var interest = row.interestPaid().plus(earlyInterest);
        var total = row.principalPaid()
                .plus(interest)
                .plus(fees)
                .plus(row.penaltyPaid())
                .plus(early);
        return new Answer.Paid(
                state(row),
                row.principalPaid().amount(),
                interest.amount(),
                fees.amount(),
                row.penaltyPaid().amount(),
                early.amount(),
                total.amount(),
                lateness.paidLate(row).amount(),
                row.penalty().amount(),
                row.open().plus(bill.charges()).minus(fees).amount(),
                row.healedOn());
    }

    private String state(LoanStanding.Row row) {
        if (!row.due()) {
            return "upcoming";
        }
        if (row.healedOn() != null) {
            return "paid";
        }
        return row.bill().dueOn().equals(standing.on()) ? "due" : "overdue";
    }

    private Money takePrepaid(Instalment bill) {
        var taken = prepaid.headMap(bill.dueOn(), true);
        var sum = Money.sum(bill.principal().currency(), taken.values());
        taken.clear();
        return sum;
    }

    /** Interest of this period that was paid before it was due, with principal that was repaid early. */
    private Money earlyInterest(Instalment bill) {
        var sum = bill.interest().zero();
        for (var healed : allocations.standing(standing.on())) {
            if (healed.line().bucket() == Bucket.INTEREST
                    && healed.line().instalment() == bill.number()
                    && healed.on().isBefore(bill.dueOn())) {
                sum = sum.plus(healed.line().amount());
            }
        }
        return sum;
    }

    private Money feesPaid(int number) {
        var sum = loan.principal().zero();
        for (var healed : allocations.standing(standing.on())) {
            if (healed.line().bucket() == Bucket.FEE && healed.line().instalment() == number) {
                sum = sum.plus(healed.line().amount());
            }
        }
        return sum;
    }

    private Money notDueOn(LocalDate day) {
        return LoanStanding.of(running, day).balances().principalNotDue();
    }

    private static Answer.Row row(PaperLoan loan, Instalment bill, Instalment lived, Money balance, Answer.Paid paid) {
        return new Answer.Row(
                bill.number(),
                bill.from(),
                bill.dueOn(),
                bill.period().days(),
                factor(loan, bill),
                lived.principal().amount(),
                lived.interest().amount(),
                lived.charges().amount(),
                lived.total().amount(),
                balance.amount(),
                new Answer.Billed(
                        bill.principal().amount(),
                        bill.interest().amount(),
                        bill.charges().amount(),
                        bill.total().amount(),
                        bill.balance().amount()),
                paid);
    }

    /** What 1 grows by in a period that was agreed on. */
    private static @Nullable String factor(PaperLoan loan, Instalment bill) {
        for (var period : loan.periods()) {
            if (period.whole().equals(bill.period())) {
                return loan.growth()
                        .factor(period)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
            }
        }
        return null;
    }

    private static String sum(List<Answer.Row> rows, Currency currency, Function<Answer.Row, String> part) {
        return Money.sum(
                        currency,
                        rows.stream()
                                .map(row -> Money.of(part.apply(row), currency))
                                .toList())
                .amount();
    }
}
