package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Payment;
import io.fenlu.ledger.account.AccountEntry.PaymentReturn;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands on the morning after what is dated that day, as it is now known (账户状况).
 *
 * @param cycle number of the running cycle
 * @param nextBillOn the day of its bill
 * @param unpaidBills bills whose due day has passed and whose least payment is not paid
 */
public record AccountStanding(
        LocalDate on,
        int cycle,
        LocalDate nextBillOn,
        AccountBalances balances,
        List<Due> dues,
        List<InstalmentPlan> plans,
        List<Hold> holds,
        int unpaidBills,
        boolean closing) {
    /** What the bills of a whole life asked for at least, and what healed it. */
    public record Asked(List<Due> dues, List<DueHealing> healings) {
        public Asked {
            dues = List.copyOf(dues);
            healings = List.copyOf(healings);
        }
    }

    public AccountStanding {
        dues = List.copyOf(dues);
        plans = List.copyOf(plans);
        holds = List.copyOf(holds);
    }

    /**
     * The standing on any day from the opening on.
     *
     * @throws IllegalArgumentException when the day lies before the opening
     */
    public static AccountStanding of(Active account, LocalDate on) {
        if (BusinessDate.require(on).isBefore(account.book().openedOn())) {
            throw new IllegalArgumentException(
                    "the account was opened on " + account.book().openedOn() + ", not by " + on);
        }
        return of(account.book().on(on));
    }

    /** The standing after the last entry or bill. */
    public static AccountStanding last(Active account) {
        return of(account.position());
    }

    private static AccountStanding of(AccountPosition position) {
        var unpaid = (int) position.dues().stream()
                .filter(due -> due.dueOn().isBefore(position.on()))
                .count();
        return new AccountStanding(
                position.on(),
                position.cycle().number(),
                position.cycle().billOn(),
                position.balances(),
                position.dues(),
                position.plans(),
                position.holds(),
                unpaid,
                position.closing());
    }

    /** Money that came in from one day to another, both included, less what the bank took back then. */
    public static Money paid(Active account, LocalDate from, LocalDate to) {
        var sum = account.agreement().limit().zero();
        for (var entry : account.book().entries()) {
            if (!entry.on().isBefore(from) && !entry.on().isAfter(to)) {
                sum = sum.plus(received(account, entry));
            }
        }
        return sum;
    }

    private static Money received(Active account, AccountEntry entry) {
        if (entry instanceof Payment payment) {
            return payment.amount();
        }
        return entry instanceof PaymentReturn back
                        && account.book().find(back.payment()).orElse(null) instanceof Payment payment
                ? payment.amount().negated()
                : account.agreement().limit().zero();
    }

    /** The day on which what was owed was written off; none while it was not. */
    public static @Nullable LocalDate writtenOffOn(Active account) {
        var ended = account.position().writtenOff();
        return ended == null ? null : ended.on();
    }

    /** What all bills up to now asked for, as it is now known. */
    public static Asked asked(Active account) {
        var dues = new ArrayList<Due>();
        var healings = new ArrayList<DueHealing>();
        for (var run : account.book().runs()) {
            run.steps().forEach(step -> healings.addAll(step.healings()));
            if (run.cut() != null) {
                healings.addAll(run.cut().healings());
                if (run.cut().due() != null) {
                    dues.add(run.cut().due());
                }
            }
        }
        return new Asked(dues, healings);
    }

    /**
     * What a bill would come to, had everything been learned in time.
     *
     * @param dueOn by when it had to be paid
     */
    public record KnownBill(int bill, LocalDate billedOn, LocalDate dueOn, Money closing, Money minimum) {}

    /** What the bills of all cycles that have ended would come to, had everything been learned in time. */
    public static List<KnownBill> asNowKnown(Active account) {
        var bills = new ArrayList<KnownBill>();
        for (var run : account.book().runs()) {
            var cut = run.cut();
            if (cut != null) {
                bills.add(new KnownBill(
                        cut.cycle().number(),
                        cut.cycle().billOn(),
                        cut.cycle().dueOn(),
                        cut.closing(),
                        cut.minimum().total()));
            }
        }
        return bills;
    }
}
