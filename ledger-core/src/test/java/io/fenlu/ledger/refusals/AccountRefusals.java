package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.account.AccountRefusal.*;
import static io.fenlu.ledger.story.AccountOrders.*;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.account.PlanChoice;
import io.fenlu.ledger.account.PurchaseRef;
import io.fenlu.ledger.account.RefundTo;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.PayLater;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How to hear each no of a pay-later account. */
final class AccountRefusals {
    private static final BillingDays DAYS = new BillingDays(1, 9);
    private static final AccountAgreement AGREED = agreement(PayLater.CARD, "1000.00", DAYS);
    static final AccountCommand OPEN = open(AGREED, "2026-01-05");
    static final AccountCommand BUY = buy(1, "600.00", "2026-01-10");
    static final AccountCommand BILL = issue("2026-02-01");
    private static final AccountCommand HOLD = authorise(2, "100.00", "2026-01-20", "2026-01-10");
    private static final AccountCommand DISPUTE = chargeBack(3, 1, "50.00", "2026-01-12");
    private static final AccountCommand END = end(4, "2026-01-15");

    private AccountRefusals() {}

    static Stream<Produced> all() {
        return Stream.of(opening(), sums(), purchases(), refunds(), bills(), AccountDebtRefusals.all(), ends())
                .flatMap(rows -> rows);
    }

    private static Stream<Produced> opening() {
        return Stream.of(
                asking(ACCOUNT_NOT_FOUND, BUY),
                asking(ACCOUNT_ALREADY_OPENED, OPEN, OPEN),
                asking(ACCOUNT_LIMIT_NOT_POSITIVE, open(agreement(PayLater.CARD, "0.00", DAYS), "2026-01-05")),
                asking(BRAND_MALFORMED, agreed("two words", LENDER, Rate.daily("0.0005"), "CNY")),
                asking(
                        LENDER_OF_RECORD_DOES_NOT_FUND,
                        agreed("brand-1", new LenderId("another"), Rate.daily("0.0005"), "CNY")),
                asking(REVOLVING_RATE_NOT_DAILY, agreed("brand-1", LENDER, Rate.annual("0.18"), "CNY")),
                asking(TERMS_CURRENCY_DIFFERS, agreed("brand-1", LENDER, Rate.daily("0.0005"), "USD")),
                asking(
                        BILLING_DAYS_LEAVE_NO_TIME,
                        open(agreement(PayLater.CARD, "1000.00", new BillingDays(1, 3)), "2026-01-05")),
                asking(
                        BILLING_DAYS_LEAVE_NO_TIME,
                        open(agreement(PayLater.CARD, "1000.00", new BillingDays(10, 9)), "2026-01-05")),
                asking(ValueRefusal.DATE_OUT_OF_RANGE, open(AGREED, "1899-12-31")));
    }

    private static AccountCommand agreed(String brand, LenderId lender, Rate rate, String currency) {
        return open(
                new AccountAgreement(
                        PayLater.CARD,
                        brand,
                        lender,
                        FundingShares.whole(LENDER),
                        new LimitSource.Own(),
                        Money.of("1000.00", Currency.of(currency)),
                        rate,
                        DAYS),
                "2026-01-05");
    }

    private static Stream<Produced> sums() {
        var dollars = new AccountCommand.ReceivePayment(
                ACCOUNT,
                new AccountEntry.Payment(id(9), Money.of("1.00", Currency.USD), "card-1", LocalDate.of(2026, 1, 10)));
        return Stream.of(
                asking(ACCOUNT_ENTRY_ID_REUSED, pay(1, "600.00", "2026-01-10"), OPEN, BUY),
                asking(ACCOUNT_CURRENCY_DIFFERS, dollars, OPEN),
                asking(ACCOUNT_AMOUNT_NOT_POSITIVE, buy(9, "0.00", "2026-01-10"), OPEN),
                asking(ACCOUNT_AMOUNT_NOT_POSITIVE, pay(9, "-1.00", "2026-01-10"), OPEN),
                asking(DATE_BEFORE_ACCOUNT, buy(9, "1.00", "2026-01-04"), OPEN),
                asking(
                        ACCOUNT_BACKDATED_BEYOND_WINDOW,
                        pay(9, "1.00", "2026-01-10"),
                        OPEN,
                        buy(1, "5.00", "2027-02-01")),
                asking(DATE_IN_BILLED_CYCLE, force(9, "1.00", "2026-01-31"), OPEN, BUY, BILL),
                asking(TAKE_OVER_OF_NOTHING, takeOver(9, "0.00", "2026-01-10"), OPEN),
                asking(TAKE_OVER_NOT_FIRST, takeOver(9, "5.00", "2026-01-10"), OPEN, BUY),
                asking(ACCOUNT_LIMIT_NEGATIVE, limit(9, "-0.01", "2026-01-10"), OPEN),
                asking(ACCOUNT_LIMIT_UNCHANGED, limit(9, "1000.00", "2026-01-10"), OPEN),
                asking(
                        LIMIT_REASON_MALFORMED,
                        new AccountCommand.ChangeAccountLimit(
                                ACCOUNT,
                                new AccountEntry.LimitSetting(id(9), yuan("5.00"), " ", LocalDate.of(2026, 1, 10))),
                        OPEN),
                asking(
                        PAYMENT_SOURCE_MALFORMED,
                        new AccountCommand.ReceivePayment(
                                ACCOUNT, new AccountEntry.Payment(id(9), yuan("5.00"), "", LocalDate.of(2026, 1, 10))),
                        OPEN),
                asking(
                        CREDIT_REFERENCE_MALFORMED,
                        new AccountCommand.ReturnCredit(
                                ACCOUNT,
                                new AccountEntry.CreditReturn(id(9), yuan("5.00"), "!", LocalDate.of(2026, 1, 10))),
                        OPEN),
                asking(ACCOUNT_HOLDS_NO_CREDIT, giveBack(9, "1.00", "2026-01-10"), OPEN),
                asking(
                        RETURN_EXCEEDS_ACCOUNT_CREDIT,
                        giveBack(9, "5.01", "2026-01-10"),
                        OPEN,
                        pay(8, "5.00", "2026-01-10")));
    }

    private static Stream<Produced> purchases() {
        return Stream.of(
                asking(MERCHANT_MALFORMED, named("a shop", "order-1"), OPEN),
                asking(ORDER_NUMBER_MALFORMED, named("shop", ""), OPEN),
                asking(OPEN_TO_BUY_EXCEEDED, buy(9, "400.01", "2026-01-11"), OPEN, BUY),
                asking(OPEN_TO_BUY_EXCEEDED, authorise(9, "1000.01", "2026-01-20", "2026-01-10"), OPEN),
                asking(OPEN_TO_BUY_EXCEEDED, buy(9, "900.01", "2026-01-20"), OPEN, HOLD),
                asking(AUTHORISATION_EXPIRY_OUT_OF_RANGE, authorise(9, "1.00", "2026-01-09", "2026-01-10"), OPEN),
                asking(AUTHORISATION_EXPIRY_OUT_OF_RANGE, authorise(9, "1.00", "2027-01-11", "2026-01-10"), OPEN),
                asking(AUTHORISATION_NOT_FOUND, capture(9, 2, "1.00", "2026-01-11"), OPEN),
                asking(AUTHORISATION_NOT_FOUND, release(9, 1, "2026-01-11"), OPEN, BUY),
                asking(AUTHORISATION_EXPIRED, capture(9, 2, "1.00", "2026-01-21"), OPEN, HOLD),
                asking(
                        AUTHORISATION_SPENT,
                        capture(9, 2, "1.00", "2026-01-12"),
                        OPEN,
                        HOLD,
                        release(8, 2, "2026-01-11")),
                asking(
                        AUTHORISATION_SPENT,
                        release(9, 2, "2026-01-12"),
                        OPEN,
                        HOLD,
                        capture(8, 2, "100.00", "2026-01-11")),
                asking(
                        CAPTURE_EXCEEDS_AUTHORISATION,
                        capture(9, 2, "60.01", "2026-01-12"),
                        OPEN,
                        HOLD,
                        capture(8, 2, "40.00", "2026-01-11")),
                asking(
                        CAPTURE_OF_ANOTHER_ORDER,
                        new AccountCommand.PostPurchase(
                                ACCOUNT,
                                new AccountEntry.Purchase(
                                        id(9),
                                        "shop",
                                        "order-other",
                                        yuan("1.00"),
                                        id(2),
                                        null,
                                        false,
                                        LocalDate.of(2026, 1, 11))),
                        OPEN,
                        HOLD),
                asking(PLAN_NOT_ON_OFFER, buyIn(5, 9, "200.00", "2026-01-10"), OPEN),
                asking(
                        PLAN_NOT_ON_OFFER,
                        purchase(9, "200.00", new PlanChoice(24, FeePayer.MERCHANT), false, "2026-01-10"),
                        OPEN),
                asking(PLAN_AMOUNT_TOO_SMALL, buyIn(3, 9, "99.99", "2026-01-10"), OPEN),
                asking(ORDER_ALREADY_IN_PERIODS, again(), OPEN, buyIn(3, 8, "200.00", "2026-01-10")),
                asking(CLOSING_UNDER_WAY, buy(9, "1.00", "2026-01-16"), OPEN, END),
                asking(CLOSING_UNDER_WAY, authorise(9, "1.00", "2026-01-20", "2026-01-16"), OPEN, END));
    }

    private static AccountCommand named(String merchant, String order) {
        return new AccountCommand.PostPurchase(
                ACCOUNT,
                new AccountEntry.Purchase(
                        id(9), merchant, order, yuan("1.00"), null, null, false, LocalDate.of(2026, 1, 10)));
    }

    private static AccountCommand again() {
        return new AccountCommand.PostPurchase(
                ACCOUNT,
                new AccountEntry.Purchase(
                        id(9),
                        "shop",
                        "order-8",
                        yuan("200.00"),
                        null,
                        new PlanChoice(6, FeePayer.CUSTOMER),
                        false,
                        LocalDate.of(2026, 1, 11)));
    }

    private static Stream<Produced> refunds() {
        var elsewhere = new AccountCommand.RefundPurchase(
                ACCOUNT,
                new AccountEntry.Refund(
                        id(9),
                        PurchaseRef.to(id(1)),
                        "another-shop",
                        yuan("1.00"),
                        RefundTo.ACCOUNT,
                        LocalDate.of(2026, 1, 11)));
        var speechless = new AccountCommand.ChargeBackPurchase(
                ACCOUNT,
                new AccountEntry.Chargeback(id(9), PurchaseRef.to(id(1)), yuan("1.00"), "", LocalDate.of(2026, 1, 11)));
        return Stream.of(
                asking(PURCHASE_NOT_FOUND, refund(9, 1, "1.00", "2026-01-11"), OPEN),
                asking(PURCHASE_NOT_FOUND, chargeBack(9, 2, "1.00", "2026-01-11"), OPEN, HOLD),
                asking(REFUND_BEFORE_PURCHASE, refund(9, 1, "1.00", "2026-01-09"), OPEN, BUY),
                asking(REFUND_EXCEEDS_PURCHASE, refund(9, 1, "600.01", "2026-01-11"), OPEN, BUY),
                asking(
                        REFUND_EXCEEDS_PURCHASE,
                        refund(9, 1, "300.01", "2026-01-13"),
                        OPEN,
                        BUY,
                        refund(8, 1, "250.00", "2026-01-11"),
                        DISPUTE),
                asking(REFUND_OF_ANOTHER_MERCHANT, elsewhere, OPEN, BUY),
                asking(DISPUTE_REASON_MALFORMED, speechless, OPEN, BUY),
                asking(CHARGEBACK_NOT_FOUND, loseDispute(9, 3, "2026-01-20"), OPEN, BUY),
                asking(
                        CHARGEBACK_ALREADY_REVERSED,
                        loseDispute(9, 3, "2026-01-21"),
                        OPEN,
                        BUY,
                        DISPUTE,
                        loseDispute(8, 3, "2026-01-20")),
                asking(REVERSAL_BEFORE_CHARGEBACK, loseDispute(9, 3, "2026-01-11"), OPEN, BUY, DISPUTE));
    }

    private static Stream<Produced> bills() {
        return Stream.of(
                asking(BILL_NOT_DUE_YET, issue("2026-01-31"), OPEN, BUY),
                asking(NOTHING_TO_BILL, BILL, OPEN),
                asking(BILL_NOT_FOUND, convert(9, 1, "200.00", 3, "2026-01-20"), OPEN, BUY),
                asking(BILL_NOT_FOUND, convert(9, 0, "200.00", 3, "2026-02-02"), OPEN, BUY, BILL),
                asking(CONVERSION_TIME_PASSED, convert(9, 1, "200.00", 3, "2026-02-10"), OPEN, BUY, BILL),
                asking(
                        CONVERSION_TIME_PASSED,
                        convert(9, 1, "200.00", 3, "2026-03-02"),
                        OPEN,
                        BUY,
                        BILL,
                        issue("2026-03-01")),
                asking(CONVERSION_EXCEEDS_BILL, convert(9, 1, "600.01", 3, "2026-02-02"), OPEN, BUY, BILL),
                asking(PLAN_NOT_ON_OFFER, convert(9, 1, "600.00", 4, "2026-02-02"), OPEN, BUY, BILL),
                asking(PLAN_NOT_FOUND, settle(9, 1, "2026-01-20"), OPEN, BUY),
                asking(BILLING_DAYS_UNCHANGED, changeDays(9, 1, 9, "2026-01-20"), OPEN),
                asking(BILLING_DAYS_LEAVE_NO_TIME, changeDays(9, 20, 19, "2026-01-20"), OPEN),
                asking(
                        BILLING_DAYS_JUST_CHANGED,
                        changeDays(9, 5, 15, "2026-01-21"),
                        OPEN,
                        changeDays(8, 25, 10, "2026-01-20")),
                asking(CHANGE_BEFORE_LAST_ENTRY, changeDays(9, 5, 15, "2026-01-09"), OPEN, BUY));
    }

    private static Stream<Produced> ends() {
        var close = new CloseAccount(ACCOUNT, LocalDate.of(2026, 1, 20));
        var reasonless = new AccountCommand.RequestClosing(
                ACCOUNT, new AccountEntry.Closing(id(9), " ", LocalDate.of(2026, 1, 20)));
        return Stream.of(
                asking(CLOSING_REASON_MALFORMED, reasonless, OPEN),
                asking(CLOSING_ALREADY_REQUESTED, end(9, "2026-01-20"), OPEN, END),
                asking(CLOSING_NOT_REQUESTED, close, OPEN),
                asking(ACCOUNT_STILL_OWES, close, OPEN, BUY, END),
                asking(ACCOUNT_HOLDS_CREDIT, close, OPEN, pay(8, "5.00", "2026-01-10"), END),
                asking(ACCOUNT_PUT_AWAY_TOO_EARLY, new CloseAccount(ACCOUNT, LocalDate.of(2026, 1, 14)), OPEN, END),
                asking(ACCOUNT_CLOSED, BUY, OPEN, END, close),
                asking(ACCOUNT_CLOSED, BILL, OPEN, END, close),
                asking(ACCOUNT_ALREADY_OPENED, OPEN, OPEN, END, close));
    }

    static Produced asking(Refusal expected, AccountCommand order, AccountCommand... before) {
        return Produced.asking(expected, new AccountDecider(), List.of(before), order);
    }
}
