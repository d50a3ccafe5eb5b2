package io.fenlu.ledger.bench;

import static io.fenlu.ledger.story.AccountOrders.buy;
import static io.fenlu.ledger.story.AccountOrders.pay;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountOrders;
import io.fenlu.ledger.story.AccountStory;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a decision takes by itself: the same order is asked of the same loan or account again and again; nothing is read or written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx1g", "--sun-misc-unsafe-memory-access=allow"})
public class DecisionTime {
    private static final LoanDecider LOANS = new LoanDecider();
    private static final AccountDecider ACCOUNTS = new AccountDecider();

    /** A loan and what is asked of it. */
    private record Asked(LoanState state, LoanCommand order) {
        Decision<LoanEvent> decide() {
            return LOANS.decide(state, order);
        }
    }

    /** An account and what is asked of it. */
    private record AskedOfAccount(AccountState state, AccountCommand order) {}

    private final Asked onItsDay = threeYears(1);
    private final Asked threeAtOnce = threeYears(3);
    private final Asked beforeTwoHundred = late(BusyLoans.repaidInSmallSums(200), "2024-01-31");
    private final Asked amidTwoHundred = late(BusyLoans.repaidInSmallSums(200), "2025-05-30");
    private final Asked beforeAllMonths = late(BusyLoans.billedEachMonth(), "2024-01-31");
    private final AskedOfAccount billPaid = yearOfPurchases();

    /** An instalment paid on its day: 36 months, 12 of them paid. */
    @Benchmark
    public Object instalmentOnItsDay() {
        return onItsDay.decide();
    }

    /** Three instalments at once, so that what is left is spread anew. */
    @Benchmark
    public Object prepayment() {
        return threeAtOnce.decide();
    }

    /** 1.00 entered late, before 200 entries that each repaid early. */
    @Benchmark
    public Object backdatedBeforeTwoHundredEntries() {
        return beforeTwoHundred.decide();
    }

    /** The same in the midst of them. */
    @Benchmark
    public Object backdatedAmidTwoHundredEntries() {
        return amidTwoHundred.decide();
    }

    /** 1.00 entered late, before three years of bills, part payments, penalty and month ends. */
    @Benchmark
    public Object backdatedBeforeThreeYearsOfBills() {
        return beforeAllMonths.decide();
    }

    /** The last bill of a pay-later account paid, after a year of purchases and bills. */
    @Benchmark
    public Object accountPayment() {
        return ACCOUNTS.decide(billPaid.state, billPaid.order);
    }

    private static Asked threeYears(int instalments) {
        var story = BusyLoans.threeYears(12);
        var due = story.firstSchedule().get(12);
        var sum = new Money(due.total().minor() * instalments, due.total().currency());
        return asked(story, story.repayment(sum, due.dueOn()));
    }

    private static Asked late(LoanStory story, String paidOn) {
        return asked(story, Entries.repay(9_999, "1.00", paidOn));
    }

    private static Asked asked(LoanStory story, LoanCommand order) {
        var asked = new Asked(story.state(), order);
        if (!(asked.decide() instanceof Decision.Accepted<LoanEvent>)) {
            throw new IllegalStateException("a refusal is not measured: " + asked.decide());
        }
        return asked;
    }

    private static AskedOfAccount yearOfPurchases() {
        var agreed = AccountOrders.agreement(PayLater.STANDARD, "20000.00", new BillingDays(1, 9));
        var story = AccountStory.of(agreed, "2026-01-05");
        var day = LocalDate.parse("2026-01-06");
        for (int k = 0; k < 48; k++) {
            story.obey(buy(100 + k, "120.00", day.plusDays(1).toString()));
            if (k % 4 == 3) {
                story.obey(pay(500 + k, "480.00", day.plusDays(7).toString()));
            }
            day = day.plusDays(7);
        }
        var order = pay(9_999, "240.00", day.plusDays(1).toString());
        if (!(story.answer(order) instanceof Decision.Accepted<AccountEvent>)) {
            throw new IllegalStateException("a refusal is not measured: " + story.answer(order));
        }
        return new AskedOfAccount(story.state(), order);
    }
}
