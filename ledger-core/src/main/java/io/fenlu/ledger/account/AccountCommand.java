package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.Order;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked of an account. */
public sealed interface AccountCommand extends Order {
    AccountId accountId();

    @Override
    default UUID subject() {
        return accountId().value();
    }

    @Override
    default LocalDate businessDate() {
        return switch (this) {
            case OpenAccount order -> order.openedOn();
            case IssueBill order -> order.on();
            case CloseAccount order -> order.closedOn();
            case Entering order -> order.entry().on();
        };
    }

    /** Agree on an account. */
    record OpenAccount(AccountId accountId, BorrowerId borrowerId, AccountAgreement agreement, LocalDate openedOn)
            implements AccountCommand {}

    /**
     * Issue the bills of all cycles that have ended by this morning.
     *
     * @param on the morning on which the bill is cut, or later
     */
    record IssueBill(AccountId accountId, LocalDate on) implements AccountCommand {}

    /** Put an account away on which nothing is owed. */
    record CloseAccount(AccountId accountId, LocalDate closedOn) implements AccountCommand {}

    /** An order to write something that happened into the account. */
    sealed interface Entering extends AccountCommand {
        AccountEntry entry();
    }

    /** Take over a balance that was kept elsewhere. */
    record TakeOverBalance(AccountId accountId, AccountEntry.TakeOver entry) implements Entering {}

    /** Set the limit up or down. */
    record ChangeAccountLimit(AccountId accountId, AccountEntry.LimitSetting entry) implements Entering {}

    /** Hold a part of the limit for a merchant. */
    record AuthorisePurchase(AccountId accountId, AccountEntry.Authorisation entry) implements Entering {}

    /** Give up what is left of an authorisation. */
    record VoidAuthorisation(AccountId accountId, AccountEntry.Voiding entry) implements Entering {}

    /** Book a purchase, with or without an authorisation. */
    record PostPurchase(AccountId accountId, AccountEntry.Purchase entry) implements Entering {}

    /** Give the money for a purchase back. */
    record RefundPurchase(AccountId accountId, AccountEntry.Refund entry) implements Entering {}

    /** Take a disputed purchase back. */
    record ChargeBackPurchase(AccountId accountId, AccountEntry.Chargeback entry) implements Entering {}

    /** Decide a dispute for the merchant. */
    record ReverseChargeback(AccountId accountId, AccountEntry.ChargebackReversal entry) implements Entering {}

    /** Take money in. */
    record ReceivePayment(AccountId accountId, AccountEntry.Payment entry) implements Entering {}

    /** Pay credit back to the shopper. */
    record ReturnCredit(AccountId accountId, AccountEntry.CreditReturn entry) implements Entering {}

    /** Pay a bill, or a part of it, in periods. */
    record ConvertBill(AccountId accountId, AccountEntry.BillConversion entry) implements Entering {}

    /** Bring forward what is left of a plan. */
    record SettlePlan(AccountId accountId, AccountEntry.PlanSettlement entry) implements Entering {}

    /** Bill the account on other days. */
    record ChangeBillingDays(AccountId accountId, AccountEntry.DaysChange entry) implements Entering {}

    /** Let the account end. */
    record RequestClosing(AccountId accountId, AccountEntry.Closing entry) implements Entering {}

    /** Undo a payment that the bank took back. */
    record ReturnPayment(AccountId accountId, AccountEntry.PaymentReturn entry) implements Entering {}

    /** Give up interest, penalty or fees. */
    record WaiveCharges(AccountId accountId, AccountEntry.Waiver entry) implements Entering {}

    /** Give up in the books what is owed. */
    record WriteOffAccount(AccountId accountId, AccountEntry.WriteOff entry) implements Entering {}
}
