package io.fenlu.ledger.bench;

import static io.fenlu.ledger.story.AccountOrders.*;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.PostPurchase;
import io.fenlu.ledger.account.AccountCommand.ReceivePayment;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.account.PlanChoice;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.product.PayLater;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bill days of three months for many accounts in memory, and what a bill costs. An account is asked for a bill only when something
 * moved or is owed, so that those at rest cost nothing.
 *
 * <p>Arguments: accounts, and how many of a hundred are in use.
 */
public final class BillDay {
    private static final AccountDecider DECIDER = new AccountDecider();
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);
    private static final AccountAgreement AGREED = agreement(PayLater.CARD, "20000.00", new BillingDays(1, 10));

    private final AccountState[] accounts;
    private final BitSet asked = new BitSet();
    private long names;

    private BillDay(int count) {
        accounts = new AccountState[count];
    }

    public static void main(String[] args) {
        var count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        warmUp();
        if (args.length > 1) {
            run(count, Integer.parseInt(args[1]), true);
        } else {
            run(count, 40, true);
            run(count, 4, true);
        }
    }

    private static void warmUp() {
        for (int k = 0; k < 5; k++) {
            run(20_000, 50, false);
        }
    }

    private static void run(int count, int inUse, boolean tell) {
        var bank = new BillDay(count);
        var started = System.nanoTime();
        bank.open();
        bank.use(inUse, OPENED.plusDays(3), false);
        if (tell) {
            say("%,d accounts, %d %% in use, ready after %.1f s", count, inUse, seconds(started));
        }
        for (int month = 2; month <= 4; month++) {
            var day = LocalDate.of(2026, month, 1);
            bank.bill(day, tell);
            bank.use(inUse, day.plusDays(4), true);
        }
    }

    private void open() {
        IntStream.range(0, accounts.length).parallel().forEach(k -> {
            var order = new OpenAccount(new AccountId(new UUID(1, k)), new BorrowerId("b" + k), AGREED, OPENED);
            accounts[k] = lived(DECIDER.initial(), order).state();
        });
    }

    /** Three purchases for each account in use, one of them in periods for every tenth; two thirds pay their bill, the rest a part. */
    private void use(int inUse, LocalDate day, boolean pay) {
        for (int k = 0; k < accounts.length; k++) {
            if (k % 100 < inUse) {
                if (pay) {
                    obey(k, payment(k, day, k % 3 == 0 ? "50.00" : "610.00"));
                }
                obey(k, purchase(k, day, "120.00", null));
                obey(k, purchase(k, day.plusDays(3), "89.90", null));
                var plan = k % 10 == 0 ? new PlanChoice(12, FeePayer.CUSTOMER) : null;
                obey(k, purchase(k, day.plusDays(9), "400.10", plan));
                asked.set(k, ((AccountState.Active) accounts[k]).hasMovementOrDebt());
            }
        }
    }

    private void bill(LocalDate day, boolean tell) {
        var numbers = asked.stream().toArray();
        var started = System.nanoTime();
        var issued = IntStream.of(numbers)
                .parallel()
                .mapToLong(k -> {
                    var id = new AccountId(new UUID(1, k));
                    var now = lived(accounts[k], new IssueBill(id, day));
                    accounts[k] = now.state();
                    return now.bills();
                })
                .sum();
        var took = seconds(started);
        for (var k : numbers) {
            asked.set(k, ((AccountState.Active) accounts[k]).hasMovementOrDebt());
        }
        if (tell) {
            say(
                    "%s: %,d of %,d accounts asked, %,d bills in %.2f s: %,.0f bills/s, %.1f µs of the machine each",
                    day, numbers.length, accounts.length, issued, took, issued / took, took / issued * 1e6);
        }
    }

    private void obey(int k, AccountCommand order) {
        accounts[k] = lived(accounts[k], order).state();
    }

    private record Lived(AccountState state, int bills) {}

    private static Lived lived(AccountState before, AccountCommand order) {
        if (!(DECIDER.decide(before, order) instanceof Decision.Accepted<AccountEvent>(var facts))) {
            return new Lived(before, 0);
        }
        var state = before;
        var bills = 0;
        for (var fact : facts) {
            state = DECIDER.evolve(state, fact);
            bills += fact instanceof BillIssued ? 1 : 0;
        }
        return new Lived(state, bills);
    }

    private AccountCommand purchase(int k, LocalDate day, String amount, @Nullable PlanChoice plan) {
        var id = new EntryId(new UUID(2, ++names));
        return new PostPurchase(
                new AccountId(new UUID(1, k)),
                new AccountEntry.Purchase(id, "shop", "order-" + names, yuan(amount), null, plan, false, day));
    }

    private AccountCommand payment(int k, LocalDate day, String amount) {
        var id = new EntryId(new UUID(2, ++names));
        return new ReceivePayment(
                new AccountId(new UUID(1, k)), new AccountEntry.Payment(id, yuan(amount), "card-1", day));
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void say(String what, Object... values) {
        System.out.println(String.format(Locale.ROOT, what, values));
    }
}
