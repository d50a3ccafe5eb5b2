package io.fenlu.ledger.small;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand.AuthorisePurchase;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.PostPurchase;
import io.fenlu.ledger.account.AccountCommand.ReceivePayment;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.process.Answer.Done;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.product.AccountTerms;
import java.time.LocalDate;

/** Accounts with a limit of 5,000.00, billed on the first, and what is done with them; everything is named by a word. */
public final class Shopping {
    private static final LenderId LENDER = new LenderId("lender-1");

    private Shopping() {}

    public static AccountId named(String name) {
        return new AccountId(Cause.uuid8("test", name));
    }

    public static EntryId entry(String what) {
        return new EntryId(Cause.uuid8("test", what));
    }

    public static AccountId open(SmallLedger ledger, String name, AccountTerms terms, LimitSource limit) {
        var agreement = new AccountAgreement(
                terms,
                "brand-1",
                LENDER,
                FundingShares.whole(LENDER),
                limit,
                cny("5000.00"),
                Rate.daily("0.0005"),
                new BillingDays(1, 10));
        demand(ledger, new OpenAccount(named(name), new BorrowerId("b-1"), agreement, JANUARY_5), "open-" + name);
        return named(name);
    }

    public static void buy(SmallLedger ledger, AccountId account, String what, String amount, LocalDate on) {
        var purchase = new AccountEntry.Purchase(entry(what), "shop-1", what, cny(amount), null, null, false, on);
        demand(ledger, new PostPurchase(account, purchase), what);
    }

    public static void hold(SmallLedger ledger, AccountId account, String what, String amount, LocalDate on) {
        var hold = new AccountEntry.Authorisation(entry(what), "shop-1", what, cny(amount), on.plusDays(3), on);
        demand(ledger, new AuthorisePurchase(account, hold), what);
    }

    public static void pay(SmallLedger ledger, AccountId account, String what, String amount, LocalDate on) {
        demand(
                ledger,
                new ReceivePayment(account, new AccountEntry.Payment(entry(what), cny(amount), "card-1", on)),
                what);
    }

    public static void demand(SmallLedger ledger, Order order, String request) {
        assertThat(ledger.send(order, request)).isEqualTo(new Done());
    }
}
