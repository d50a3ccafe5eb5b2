package io.fenlu.ledger.golden;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.AuthorisePurchase;
import io.fenlu.ledger.account.AccountCommand.ChangeAccountLimit;
import io.fenlu.ledger.account.AccountCommand.ChangeBillingDays;
import io.fenlu.ledger.account.AccountCommand.ChargeBackPurchase;
import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountCommand.ConvertBill;
import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.PostPurchase;
import io.fenlu.ledger.account.AccountCommand.ReceivePayment;
import io.fenlu.ledger.account.AccountCommand.RefundPurchase;
import io.fenlu.ledger.account.AccountCommand.RequestClosing;
import io.fenlu.ledger.account.AccountCommand.ReturnCredit;
import io.fenlu.ledger.account.AccountCommand.ReturnPayment;
import io.fenlu.ledger.account.AccountCommand.ReverseChargeback;
import io.fenlu.ledger.account.AccountCommand.SettlePlan;
import io.fenlu.ledger.account.AccountCommand.TakeOverBalance;
import io.fenlu.ledger.account.AccountCommand.VoidAuthorisation;
import io.fenlu.ledger.account.AccountCommand.WaiveCharges;
import io.fenlu.ledger.account.AccountCommand.WriteOffAccount;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.account.PlanChoice;
import io.fenlu.ledger.account.PurchaseRef;
import io.fenlu.ledger.account.RefundTo;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.PayLater;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One fact of every kind that may happen to a pay-later account. */
final class SampleAccounts {
    private static final AccountId ACCOUNT = AccountId.of("00000000-0000-7000-8000-000000000021");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private SampleAccounts() {}

    static void addTo(List<Fact> facts) {
        SampleFacts.live(
                facts,
                new AccountDecider(),
                List.<AccountCommand>of(
                        open(),
                        new TakeOverBalance(ACCOUNT, new AccountEntry.TakeOver(id(1), cny("250.00"), DAY)),
                        new ChangeAccountLimit(
                                ACCOUNT, new AccountEntry.LimitSetting(id(2), cny("8000.00"), "review", day(1))),
                        new AuthorisePurchase(
                                ACCOUNT,
                                new AccountEntry.Authorisation(
                                        id(3), "shop-1", "order-1", cny("300.00"), day(20), day(2))),
                        new VoidAuthorisation(ACCOUNT, new AccountEntry.Voiding(id(4), id(3), day(3))),
                        buy(5, "order-2", "1200.00", new PlanChoice(12, FeePayer.CUSTOMER), 4),
                        buy(6, "order-3", "400.00", null, 5),
                        new RefundPurchase(
                                ACCOUNT,
                                new AccountEntry.Refund(
                                        id(7), ref(6), "shop-1", cny("50.00"), RefundTo.ACCOUNT, day(6))),
                        new ChargeBackPurchase(
                                ACCOUNT,
                                new AccountEntry.Chargeback(id(8), ref(6), cny("30.00"), "not delivered", day(7))),
                        new ReverseChargeback(
                                ACCOUNT,
                                new AccountEntry.ChargebackReversal(id(9), id(8), cny("30.00"), "delivered", day(8))),
                        new IssueBill(ACCOUNT, LocalDate.of(2026, 2, 1)),
                        new ConvertBill(ACCOUNT, new AccountEntry.BillConversion(id(10), 1, cny("300.00"), 3, day(30))),
                        new SettlePlan(ACCOUNT, new AccountEntry.PlanSettlement(id(11), id(5), day(31))),
                        new ChangeBillingDays(
                                ACCOUNT, new AccountEntry.DaysChange(id(12), new BillingDays(20, 10), day(32))),
                        pay(13, "2000.00", 40),
                        pay(14, "100.00", 10),
                        new ReturnCredit(
                                ACCOUNT, new AccountEntry.CreditReturn(id(15), cny("20.00"), "bank-1", day(41))),
                        new RequestClosing(ACCOUNT, new AccountEntry.Closing(id(16), "shopper asked", day(42)))));
        SampleFacts.live(
                facts,
                new AccountDecider(),
                List.<AccountCommand>of(
                        open(),
                        new RequestClosing(ACCOUNT, new AccountEntry.Closing(id(1), "shopper asked", day(1))),
                        new CloseAccount(ACCOUNT, day(2))));
        SampleFacts.live(
                facts,
                new AccountDecider(),
                List.<AccountCommand>of(
                        open(),
                        buy(1, "order-1", "1000.00", null, 1),
                        pay(2, "400.00", 30),
                        new ReturnPayment(ACCOUNT, new AccountEntry.PaymentReturn(id(3), id(2), "no cover", day(33))),
                        new IssueBill(ACCOUNT, LocalDate.of(2026, 3, 1)),
                        new WaiveCharges(
                                ACCOUNT,
                                new AccountEntry.Waiver(id(4), Bucket.PENALTY, cny("5.00"), "goodwill", day(56))),
                        new WriteOffAccount(ACCOUNT, new AccountEntry.WriteOff(id(5), "nobody to be found", day(240))),
                        pay(6, "100.00", 250)));
    }

    private static AccountCommand open() {
        var lender = new LenderId("lender-1");
        var agreement = new AccountAgreement(
                PayLater.CARD,
                "brand-1",
                lender,
                FundingShares.whole(lender),
                new LimitSource.OfCreditLine(CreditLineId.of("00000000-0000-7000-8000-000000000001")),
                cny("5000.00"),
                Rate.daily("0.0005"),
                new BillingDays(1, 9));
        return new OpenAccount(ACCOUNT, new BorrowerId("borrower-1"), agreement, DAY);
    }

    private static AccountCommand buy(int number, String order, String amount, @Nullable PlanChoice plan, int after) {
        return new PostPurchase(
                ACCOUNT,
                new AccountEntry.Purchase(id(number), "shop-1", order, cny(amount), null, plan, false, day(after)));
    }

    private static AccountCommand pay(int number, String amount, int after) {
        return new ReceivePayment(ACCOUNT, new AccountEntry.Payment(id(number), cny(amount), "card-1", day(after)));
    }

    private static PurchaseRef ref(int purchase) {
        return PurchaseRef.to(id(purchase));
    }

    private static EntryId id(int number) {
        return new EntryId(new UUID(0x8000L, 0x8000_0000_0000_0000L + number));
    }

    private static LocalDate day(int after) {
        return DAY.plusDays(after);
    }

    private static Money cny(String amount) {
        return Money.of(amount, Currency.CNY);
    }
}
