package io.fenlu.ledger.bench;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.PostPurchase;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.PayLater;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Pay-later accounts that are measured with, opened and used through the command bus. */
record AccountBook(List<AccountId> accounts) {
    /** Purchases of an account in use. */
    static final int PURCHASES = 3;

    static final LocalDate BILL_DAY = LocalDate.of(2026, 2, 1);

    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);
    private static final LenderId LENDER = new LenderId("bench-lender");
    private static final AccountAgreement AGREEMENT = new AccountAgreement(
            PayLater.CARD,
            "bench-brand",
            LENDER,
            FundingShares.whole(LENDER),
            new LimitSource.Own(),
            Money.of("20000.00", Currency.CNY),
            Rate.daily("0.0005"),
            new BillingDays(1, 10));

    static AccountBook of(int accounts) {
        return new AccountBook(Stream.generate(() -> new AccountId(TimeOrderedIds.next()))
                .limit(accounts)
                .toList());
    }

    /** Opens all accounts; how many orders were refused. */
    long open(Contender ledger, int clients) {
        return each(accounts.stream(), clients, account -> obeys(ledger, open(account)));
    }

    /** Lets the first of the accounts buy; how many orders were refused. */
    long use(Contender ledger, int inUse, int clients) {
        return each(
                accounts.stream().limit(inUse),
                clients,
                account -> Stream.of("18.90", "120.00", "400.10")
                        .limit(PURCHASES)
                        .allMatch(amount -> obeys(ledger, purchase(account, amount))));
    }

    private interface Doing {
        boolean succeeds(AccountId account);
    }

    private static long each(Stream<AccountId> accounts, int clients, Doing doing) {
        var failed = new LongAdder();
        var places = new Semaphore(clients);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            accounts.forEach(account -> {
                places.acquireUninterruptibly();
                hands.execute(() -> {
                    try {
                        if (!doing.succeeds(account)) {
                            failed.increment();
                        }
                    } finally {
                        places.release();
                    }
                });
            });
        }
        return failed.sum();
    }

    private static boolean obeys(Contender ledger, AccountCommand order) {
        return ledger.obeys(order);
    }

    private static AccountCommand open(AccountId account) {
        return new OpenAccount(account, new BorrowerId("bench-borrower"), AGREEMENT, OPENED);
    }

    private static AccountCommand purchase(AccountId account, String amount) {
        var id = TimeOrderedIds.next();
        var entry = new AccountEntry.Purchase(
                new EntryId(id),
                "bench-shop",
                id.toString(),
                Money.of(amount, Currency.CNY),
                null,
                null,
                false,
                OPENED.plusDays(3));
        return new PostPurchase(account, entry);
    }
}
