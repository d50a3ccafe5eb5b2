package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands on a morning, as it is now known.
 *
 * @param on the day up to which time has passed
 * @param bills what is open of them, oldest first
 * @param tab since the last bill
 * @param dues least payments that are unpaid, oldest first
 * @param lateFees charged with the next bill
 * @param writtenOff none while the books hold what is owed
 */
record AccountPosition(
        LocalDate on,
        Cycle cycle,
        List<OpenBill> bills,
        Tab tab,
        List<Due> dues,
        List<InstalmentPlan> plans,
        List<Hold> holds,
        Money credit,
        Money lateFees,
        Money limit,
        boolean closing,
        @Nullable WrittenOff writtenOff) {
    AccountPosition {
        bills = List.copyOf(bills);
        dues = List.copyOf(dues);
        plans = List.copyOf(plans);
        holds = List.copyOf(holds);
    }

    static AccountPosition opened(AccountAgreement agreement, LocalDate on) {
        var zero = agreement.limit().zero();
        return new AccountPosition(
                on,
                Cycle.first(on, agreement.days()),
                List.of(),
                Tab.empty(agreement.currency()),
                List.of(),
                List.of(),
                List.of(),
                zero,
                zero,
                agreement.limit(),
                false,
                null);
    }

    /** What is owed in bills. */
    Money billed() {
        var sum = credit.zero();
        for (var bill : bills) {
            sum = sum.plus(bill.open().total());
        }
        return sum;
    }

    /** What a bill would come to that were cut now without anything new: less than nothing for credit. */
    Money statementBalance() {
        return billed().plus(tab.open().total()).minus(credit);
    }

    /** All debts in the books by kind, with principal of plans that is not due yet. */
    Debts outstanding() {
        var sum = tab.open();
        for (var bill : bills) {
            sum = sum.plus(bill.open());
        }
        for (var plan : plans) {
            sum = sum.plus(Bucket.PRINCIPAL, plan.principal());
        }
        return sum;
    }

    Money undue() {
        return Money.sum(
                credit.currency(), plans.stream().map(InstalmentPlan::principal).toList());
    }

    Money held() {
        return Money.sum(
                credit.currency(),
                holds.stream()
                        .filter(hold -> !hold.expiresOn().isBefore(on))
                        .map(Hold::left)
                        .toList());
    }

    Money minimumOpen() {
        return Money.sum(credit.currency(), dues.stream().map(Due::open).toList());
    }

    AccountBalances balances() {
        var owed = outstanding().total();
        var ended = writtenOff;
        var available = ended == null ? limit.plus(credit).minus(owed).minus(held()) : credit.zero();
        return new AccountBalances(
                billed(),
                tab.open().total(),
                undue(),
                credit,
                minimumOpen(),
                lateFees,
                held(),
                limit,
                owed.minus(limit).orZero(),
                available.orZero(),
                ended == null ? null : ended.claim().total());
    }
}
