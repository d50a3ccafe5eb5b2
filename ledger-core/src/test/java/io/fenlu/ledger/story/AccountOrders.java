package io.fenlu.ledger.story;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.AuthorisePurchase;
import io.fenlu.ledger.account.AccountCommand.ChangeAccountLimit;
import io.fenlu.ledger.account.AccountCommand.ChangeBillingDays;
import io.fenlu.ledger.account.AccountCommand.ChargeBackPurchase;
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
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.AccountTerms;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short words for orders to one account in yuan; entries are named by numbers. */
public final class AccountOrders {
    public static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    public static final LenderId LENDER = new LenderId("lender");

    private AccountOrders() {}

    public static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    public static EntryId id(long number) {
        return new EntryId(new UUID(7, number));
    }

    public static AccountAgreement agreement(AccountTerms terms, String limit, BillingDays days) {
        return new AccountAgreement(
                terms,
                "brand-1",
                LENDER,
                FundingShares.whole(LENDER),
                new LimitSource.Own(),
                yuan(limit),
                Rate.daily("0.0005"),
                days);
    }

    public static AccountCommand open(AccountAgreement agreement, String on) {
        return new OpenAccount(ACCOUNT, new BorrowerId("shopper-1"), agreement, day(on));
    }

    public static AccountCommand takeOver(long number, String amount, String on) {
        return new TakeOverBalance(ACCOUNT, new AccountEntry.TakeOver(id(number), yuan(amount), day(on)));
    }

    public static AccountCommand limit(long number, String limit, String on) {
        return new ChangeAccountLimit(
                ACCOUNT, new AccountEntry.LimitSetting(id(number), yuan(limit), "review", day(on)));
    }

    public static AccountCommand authorise(long number, String amount, String expiresOn, String on) {
        return new AuthorisePurchase(
                ACCOUNT,
                new AccountEntry.Authorisation(
                        id(number), "shop", "order-" + number, yuan(amount), day(expiresOn), day(on)));
    }

    public static AccountCommand release(long number, long authorisation, String on) {
        return new VoidAuthorisation(ACCOUNT, new AccountEntry.Voiding(id(number), id(authorisation), day(on)));
    }

    public static AccountCommand capture(long number, long authorisation, String amount, String on) {
        return new PostPurchase(
                ACCOUNT,
                new AccountEntry.Purchase(
                        id(number),
                        "shop",
                        "order-" + authorisation,
                        yuan(amount),
                        id(authorisation),
                        null,
                        false,
                        day(on)));
    }

    public static AccountCommand buy(long number, String amount, String on) {
        return purchase(number, amount, null, false, on);
    }

    public static AccountCommand force(long number, String amount, String on) {
        return purchase(number, amount, null, true, on);
    }

    public static AccountCommand buyIn(int periods, long number, String amount, String on) {
        return purchase(number, amount, new PlanChoice(periods, FeePayer.CUSTOMER), false, on);
    }

    public static AccountCommand purchase(
            long number, String amount, @Nullable PlanChoice plan, boolean forced, String on) {
        return new PostPurchase(
                ACCOUNT,
                new AccountEntry.Purchase(
                        id(number), "shop", "order-" + number, yuan(amount), null, plan, forced, day(on)));
    }

    public static AccountCommand refund(long number, long purchase, String amount, String on) {
        return refund(number, purchase, amount, RefundTo.ACCOUNT, on);
    }

    public static AccountCommand refund(long number, long purchase, String amount, RefundTo to, String on) {
        return new RefundPurchase(
                ACCOUNT,
                new AccountEntry.Refund(id(number), PurchaseRef.to(id(purchase)), "shop", yuan(amount), to, day(on)));
    }

    public static AccountCommand chargeBack(long number, long purchase, String amount, String on) {
        return new ChargeBackPurchase(
                ACCOUNT,
                new AccountEntry.Chargeback(
                        id(number), PurchaseRef.to(id(purchase)), yuan(amount), "not delivered", day(on)));
    }

    public static AccountCommand loseDispute(long number, long chargeback, String on) {
        return new ReverseChargeback(
                ACCOUNT,
                new AccountEntry.ChargebackReversal(
                        id(number), id(chargeback), yuan("1.00"), "delivered after all", day(on)));
    }

    public static AccountCommand pay(long number, String amount, String on) {
        return new ReceivePayment(ACCOUNT, new AccountEntry.Payment(id(number), yuan(amount), "card-1", day(on)));
    }

    public static AccountCommand takeBack(long number, long payment, String on) {
        return new ReturnPayment(ACCOUNT, new AccountEntry.PaymentReturn(id(number), id(payment), "no cover", day(on)));
    }

    public static AccountCommand waive(long number, Bucket bucket, @Nullable String amount, String on) {
        return new WaiveCharges(
                ACCOUNT,
                new AccountEntry.Waiver(id(number), bucket, amount == null ? null : yuan(amount), "goodwill", day(on)));
    }

    public static AccountCommand writeOff(long number, String on) {
        return new WriteOffAccount(ACCOUNT, new AccountEntry.WriteOff(id(number), "not to be had", day(on)));
    }

    public static AccountCommand giveBack(long number, String amount, String on) {
        return new ReturnCredit(ACCOUNT, new AccountEntry.CreditReturn(id(number), yuan(amount), "bank-1", day(on)));
    }

    public static AccountCommand convert(long number, int bill, String amount, int periods, String on) {
        return new ConvertBill(
                ACCOUNT, new AccountEntry.BillConversion(id(number), bill, yuan(amount), periods, day(on)));
    }

    public static AccountCommand settle(long number, long plan, String on) {
        return new SettlePlan(ACCOUNT, new AccountEntry.PlanSettlement(id(number), id(plan), day(on)));
    }

    public static AccountCommand changeDays(long number, int billDay, int dueDay, String on) {
        return new ChangeBillingDays(
                ACCOUNT, new AccountEntry.DaysChange(id(number), new BillingDays(billDay, dueDay), day(on)));
    }

    public static AccountCommand end(long number, String on) {
        return new RequestClosing(ACCOUNT, new AccountEntry.Closing(id(number), "shopper asked", day(on)));
    }

    public static AccountCommand issue(String on) {
        return new IssueBill(ACCOUNT, day(on));
    }

    private static LocalDate day(String on) {
        return LocalDate.parse(on);
    }
}
