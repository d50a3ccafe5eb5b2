package io.fenlu.ledger.life;

import static io.fenlu.ledger.story.AccountOrders.ACCOUNT;

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
import io.fenlu.ledger.account.AccountEntry.Purchase;
import io.fenlu.ledger.account.AccountStanding;
import io.fenlu.ledger.account.PlanChoice;
import io.fenlu.ledger.account.PurchaseRef;
import io.fenlu.ledger.account.RefundTo;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A life of an account with everything that can happen to one, drawn by a seed in the order of business dates. */
final class AccountHistory {
    private final Dice dice;
    private final AccountLedger ledger = new AccountLedger();
    private final List<AccountCommand> orders = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<AccountEntry.Authorisation> authorisations = new ArrayList<>();
    private final List<EntryId> chargebacks = new ArrayList<>();
    private final List<EntryId> payments = new ArrayList<>();
    private final AccountAgreement agreement;
    private LocalDate today;

    private AccountHistory(long seed) {
        dice = new Dice(seed);
        today = Draws.date(dice);
        agreement = AccountDraws.agreement(dice);
    }

    /** The orders of a seed that were accepted, in the order of their dates; the first opens the account. */
    static List<AccountCommand> of(long seed) {
        var history = new AccountHistory(seed);
        history.live();
        return List.copyOf(history.orders);
    }

    private void live() {
        ask(new OpenAccount(ACCOUNT, new BorrowerId("b"), agreement, today));
        if (dice.percent(20)) {
            var amount = AccountDraws.yuan(dice.between(-20_000L, 200_000L));
            ask(new TakeOverBalance(ACCOUNT, new AccountEntry.TakeOver(id(), amount, today)));
        }
        var wanted = dice.between(10, 50);
        for (int tries = 0; orders.size() < wanted && tries < 4 * wanted; tries++) {
            today = today.plusDays(dice.oneOf(0, 0, 1, 2, 3, 5, 8, 10, 15, 31, dice.between(0, 45)));
            var standing = ledger.standing(today);
            if (standing == null) {
                return;
            }
            happen(standing);
        }
    }

    private boolean ask(AccountCommand order) {
        if (ledger.obey(order)) {
            orders.add(order);
            return true;
        }
        return false;
    }

    private EntryId id() {
        return new EntryId(new UUID(1, dice.between(1L, Long.MAX_VALUE - 1)));
    }

    private Money some(long atMost) {
        return AccountDraws.yuan(dice.oneOf(1L, 100L, dice.between(1L, 10_000L), dice.between(1L, atMost)));
    }

    private void happen(AccountStanding standing) {
        switch (dice.between(0, 34)) {
            case 0, 1, 2, 3, 4 -> buy(null, dice.percent(10));
            case 5, 6, 7 -> buy(plan(), false);
            case 8 -> authorise();
            case 9 -> capture();
            case 10, 11, 12, 13, 14, 15 -> pay(standing);
            case 16, 17, 18, 19 -> refund();
            case 20, 21 -> dispute();
            case 22 -> loseDispute();
            case 23, 24, 25 -> convert(standing);
            case 26 -> settle(standing);
            case 27 ->
                ask(new ChangeBillingDays(ACCOUNT, new AccountEntry.DaysChange(id(), AccountDraws.days(dice), today)));
            case 28 -> rare(standing);
            case 30, 31 -> takeBack();
            case 32, 33 -> waive(standing);
            case 34 -> writeOff();
            default -> ask(new IssueBill(ACCOUNT, today));
        }
    }

    private PlanChoice plan() {
        return dice.oneOf(
                new PlanChoice(3, FeePayer.CUSTOMER),
                new PlanChoice(6, FeePayer.CUSTOMER),
                new PlanChoice(9, FeePayer.CUSTOMER),
                new PlanChoice(24, FeePayer.CUSTOMER),
                new PlanChoice(12, FeePayer.MERCHANT));
    }

    private void buy(@Nullable PlanChoice plan, boolean forced) {
        var id = id();
        var purchase = new Purchase(
                id, dice.oneOf("shop-1", "shop-2"), "order-" + id, some(300_000), null, plan, forced, today);
        if (ask(new PostPurchase(ACCOUNT, purchase))) {
            purchases.add(purchase);
        }
    }

    private void authorise() {
        var id = id();
        var entry = new AccountEntry.Authorisation(
                id, "shop-1", "order-" + id, some(100_000), today.plusDays(dice.between(0, 30)), today);
        if (ask(new AuthorisePurchase(ACCOUNT, entry))) {
            authorisations.add(entry);
        }
    }

    private void capture() {
        if (authorisations.isEmpty()) {
            return;
        }
        var hold = dice.oneOf(authorisations);
        if (dice.percent(30)) {
            ask(new VoidAuthorisation(ACCOUNT, new AccountEntry.Voiding(id(), hold.id(), today)));
            return;
        }
        var amount = dice.percent(50) ? hold.amount() : part(hold.amount());
        var purchase = new Purchase(id(), hold.merchant(), hold.orderNumber(), amount, hold.id(), null, false, today);
        if (ask(new PostPurchase(ACCOUNT, purchase))) {
            purchases.add(purchase);
        }
    }

    private Money part(Money whole) {
        return AccountDraws.yuan(dice.between(1L, Math.max(1, whole.minor())));
    }

    private void pay(AccountStanding standing) {
        var owed = standing.balances();
        var amount = switch (dice.between(0, 5)) {
            case 0, 1 -> owed.billed();
            case 2 -> owed.minimumDue();
            case 3 -> owed.billed().plus(owed.unbilled());
            case 4 -> some(200_000);
            default -> part(owed.billed());
        };
        var id = id();
        if (amount.isPositive()
                && ask(new ReceivePayment(ACCOUNT, new AccountEntry.Payment(id, amount, "card-1", today)))) {
            payments.add(id);
        }
    }

    private void takeBack() {
        if (!payments.isEmpty()) {
            var payment = dice.percent(60) ? payments.getLast() : dice.oneOf(payments);
            ask(new ReturnPayment(ACCOUNT, new AccountEntry.PaymentReturn(id(), payment, "no cover", today)));
        }
    }

    private void waive(AccountStanding standing) {
        var amount = dice.percent(50) ? null : part(standing.balances().owed());
        var bucket = dice.oneOf(Bucket.INTEREST, Bucket.PENALTY, Bucket.FEE);
        ask(new WaiveCharges(ACCOUNT, new AccountEntry.Waiver(id(), bucket, amount, "goodwill", today)));
    }

    private void writeOff() {
        if (orders.size() > 12 && dice.percent(40)) {
            ask(new WriteOffAccount(ACCOUNT, new AccountEntry.WriteOff(id(), "not to be had", today)));
        }
    }

    private void refund() {
        if (purchases.isEmpty() || dice.percent(5)) {
            ask(new RefundPurchase(
                    ACCOUNT,
                    new AccountEntry.Refund(id(), null, "shop-1", some(5_000), dice.oneOf(RefundTo.values()), today)));
            return;
        }
        var purchase = dice.oneOf(purchases);
        var amount = dice.percent(40) ? purchase.amount() : part(purchase.amount());
        ask(new RefundPurchase(
                ACCOUNT,
                new AccountEntry.Refund(
                        id(),
                        PurchaseRef.to(purchase.id()),
                        purchase.merchant(),
                        amount,
                        dice.oneOf(RefundTo.values()),
                        today)));
    }

    private void dispute() {
        if (!purchases.isEmpty()) {
            var id = id();
            var purchase = dice.oneOf(purchases);
            var entry = new AccountEntry.Chargeback(
                    id, PurchaseRef.to(purchase.id()), part(purchase.amount()), "not delivered", today);
            if (ask(new ChargeBackPurchase(ACCOUNT, entry))) {
                chargebacks.add(id);
            }
        }
    }

    private void loseDispute() {
        if (!chargebacks.isEmpty()) {
            ask(new ReverseChargeback(
                    ACCOUNT,
                    new AccountEntry.ChargebackReversal(
                            id(), dice.oneOf(chargebacks), AccountDraws.yuan(1), "delivered", today)));
        }
    }

    private void convert(AccountStanding standing) {
        var amount = dice.percent(50)
                ? standing.balances().billed()
                : part(standing.balances().billed());
        if (amount.isPositive()) {
            ask(new ConvertBill(
                    ACCOUNT,
                    new AccountEntry.BillConversion(
                            id(), standing.cycle() - 1, amount, dice.oneOf(3, 6, 9, 24), today)));
        }
    }

    private void settle(AccountStanding standing) {
        if (!standing.plans().isEmpty()) {
            var plan = dice.oneOf(standing.plans()).id();
            ask(new SettlePlan(ACCOUNT, new AccountEntry.PlanSettlement(id(), plan, today)));
        }
    }

    private void rare(AccountStanding standing) {
        switch (dice.between(0, 5)) {
            case 0, 1 ->
                ask(new ChangeAccountLimit(
                        ACCOUNT,
                        new AccountEntry.LimitSetting(
                                id(), AccountDraws.yuan(dice.oneOf(0L, 20_000L, 2_000_000L)), "review", today)));
            case 2, 3, 4 -> {
                var credit = standing.balances().credit();
                if (credit.isPositive()) {
                    ask(new ReturnCredit(ACCOUNT, new AccountEntry.CreditReturn(id(), part(credit), "bank-1", today)));
                }
            }
            default -> {
                if (orders.size() > 15) {
                    ask(new RequestClosing(ACCOUNT, new AccountEntry.Closing(id(), "asked", today)));
                }
            }
        }
    }
}
