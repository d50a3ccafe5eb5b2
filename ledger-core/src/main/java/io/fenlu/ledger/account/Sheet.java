package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.Debt;
import io.fenlu.ledger.allocation.Waterfall;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position while it is worked on, and what the work moved. One sheet serves one entry or one bill. */
final class Sheet {
    final AccountAgreement agreement;
    LocalDate on;
    Cycle cycle;
    final List<OpenBill> bills;
    Tab tab;
    final List<Due> dues;
    final List<InstalmentPlan> plans;
    final List<Hold> holds;
    Money credit;
    Money lateFees;
    Money limit;
    boolean closing;

    @Nullable
    WrittenOff writtenOff;

    final List<AllocationLine> lines = new ArrayList<>();
    final List<AccountMovement> movements = new ArrayList<>();
    final List<DueHealing> healings = new ArrayList<>();
    private Debts outstanding;

    Sheet(AccountAgreement agreement, AccountPosition position) {
        this.agreement = agreement;
        on = position.on();
        cycle = position.cycle();
        bills = new ArrayList<>(position.bills());
        tab = position.tab();
        dues = new ArrayList<>(position.dues());
        plans = new ArrayList<>(position.plans());
        holds = new ArrayList<>(position.holds());
        credit = position.credit();
        lateFees = position.lateFees();
        limit = position.limit();
        closing = position.closing();
        writtenOff = position.writtenOff();
        outstanding = position.outstanding();
    }

    AccountPosition position() {
        return new AccountPosition(
                on, cycle, bills, tab, dues, plans, holds, credit, lateFees, limit, closing, writtenOff);
    }

    Money zero() {
        return credit.zero();
    }

    Debts outstanding() {
        return outstanding;
    }

    Money billed() {
        var sum = zero();
        for (var bill : bills) {
            sum = sum.plus(bill.open().total());
        }
        return sum;
    }

    Money statementBalance() {
        return billed().plus(tab.open().total()).minus(credit);
    }

    /** A debt grows: the movement over the lenders, so that each always has its part of the whole. */
    void owe(AccountMovementKind kind, Bucket bucket, Money amount) {
        split(kind, bucket, amount, amount);
    }

    /** A debt shrinks. */
    void heal(AccountMovementKind kind, Bucket bucket, Money amount) {
        split(kind, bucket, amount, amount.negated());
    }

    private void split(AccountMovementKind kind, Bucket bucket, Money amount, Money change) {
        if (amount.isZero()) {
            return;
        }
        var before = outstanding.of(bucket);
        for (var part : agreement.funding().split(bucket, before, change)) {
            var sum = change.isNegative() ? part.amount().negated() : part.amount();
            movements.add(new AccountMovement(kind, bucket, part.lender(), sum));
        }
        outstanding = outstanding.plus(bucket, change);
    }

    /** A movement that is no debt of anybody's share. */
    void move(AccountMovementKind kind, Money amount) {
        if (!amount.isZero()) {
            movements.add(new AccountMovement(kind, null, null, amount));
        }
    }

    /** Something new that the next bill will show. */
    void addToTab(AccountMovementKind kind, Bucket bucket, Money amount) {
        owe(kind, bucket, amount);
        tab = tab.with(tab.open().plus(bucket, amount));
    }

    /** Heals debts in the agreed order, bills first, oldest first; what is left is the answer. */
    Money pour(AccountMovementKind kind, Money amount) {
        if (!amount.isPositive()) {
            return amount;
        }
        var debts = new ArrayList<Debt>();
        for (var bill : bills) {
            add(debts, bill.number(), bill.open());
        }
        add(debts, cycle.number(), tab.open());
        if (debts.isEmpty()) {
            return amount;
        }
        var poured = Waterfall.pour(amount, debts, agreement.terms().allocation());
        var ofBills = zero();
        for (var line : poured.lines()) {
            healLine(kind, line);
            ofBills = line.instalment() == cycle.number() ? ofBills : ofBills.plus(line.amount());
        }
        healDues(ofBills);
        return poured.rest();
    }

    /** Heals one kind of debt of one bill, or of the tab, as far as it goes; what is left is the answer. */
    Money pourInto(AccountMovementKind kind, int number, Bucket bucket, Money amount) {
        var healed = amount.min(openOf(number).of(bucket));
        if (!healed.isPositive()) {
            return amount;
        }
        healLine(kind, new AllocationLine(number, bucket, healed));
        if (number != cycle.number()) {
            healDues(healed);
        }
        return amount.minus(healed);
    }

    /** Credit pays what has come up. */
    void useCredit() {
        if (credit.isPositive()) {
            var told = lines.size();
            credit = pour(AccountMovementKind.CREDIT_USED, credit);
            lines.subList(told, lines.size()).clear();
        }
    }

    /** Least payments are healed oldest first, by whatever heals bills; they never ask for more than is open. */
    void healDues(Money amount) {
        var rest = amount;
        for (int k = 0; k < dues.size() && rest.isPositive(); k++) {
            var due = dues.get(k);
            var healed = rest.min(due.open());
            dues.set(
                    k, new Due(due.bill(), due.dueOn(), due.amount(), due.open().minus(healed)));
            healings.add(new DueHealing(due.bill(), healed, on));
            rest = rest.minus(healed);
        }
        dues.removeIf(due -> !due.open().isPositive());
    }

    /** Lets least payments ask for no more than what is open on bills. */
    void capDues() {
        var asked = Money.sum(credit.currency(), dues.stream().map(Due::open).toList());
        healDues(asked.minus(billed()).orZero());
    }

    private Debts openOf(int number) {
        for (var bill : bills) {
            if (bill.number() == number) {
                return bill.open();
            }
        }
        return number == cycle.number() ? tab.open() : Debts.zero(credit.currency());
    }

    private void healLine(AccountMovementKind kind, AllocationLine line) {
        heal(kind, line.bucket(), line.amount());
        lines.add(line);
        reduce(line.instalment(), line.bucket(), line.amount());
    }

    /** Takes an amount off one bill, or the tab, without a movement. */
    void reduce(int number, Bucket bucket, Money amount) {
        for (int k = 0; k < bills.size(); k++) {
            var bill = bills.get(k);
            if (bill.number() == number) {
                bills.set(k, bill.with(bill.open().plus(bucket, amount.negated())));
                return;
            }
        }
        tab = tab.with(tab.open().plus(bucket, amount.negated()));
    }

    private static void add(List<Debt> debts, int number, Debts open) {
        for (var bucket : Bucket.values()) {
            if (open.of(bucket).isPositive()) {
                debts.add(new Debt(number, bucket, open.of(bucket)));
            }
        }
    }
}
