package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/** What may happen to an account beside its bills: each the entry that was learned, and what came of it. */
public sealed interface AccountHappening extends AccountEvent {
    /** What was learned. */
    AccountEntry entry();

    /** What it did to the account. */
    AccountConsequence consequence();

    @Override
    default LocalDate businessDate() {
        return entry().on();
    }

    /** A balance that was kept elsewhere was taken over (承接余额). */
    @StoredAs(name = "account.balance-taken-over", revision = 1)
    record BalanceTakenOver(AccountId accountId, AccountEntry.TakeOver entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** The limit was set up or down (调额). */
    @StoredAs(name = "account.limit-changed", revision = 1)
    record LimitChanged(AccountId accountId, AccountEntry.LimitSetting entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** A merchant may post a purchase: a part of the limit is held until it expires (预授权). */
    @StoredAs(name = "account.purchase-authorised", revision = 1)
    record PurchaseAuthorised(AccountId accountId, AccountEntry.Authorisation entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** What was left of an authorisation was given up (预授权撤销). */
    @StoredAs(name = "account.authorisation-voided", revision = 1)
    record AuthorisationVoided(AccountId accountId, AccountEntry.Voiding entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** Something was bought, and the merchant is to be paid at once, less what it pays for that (消费入账). */
    @StoredAs(name = "account.purchase-posted", revision = 1)
    record PurchasePosted(AccountId accountId, AccountEntry.Purchase entry, AccountConsequence consequence)
            implements AccountHappening {
        /** What the merchant is to be paid: the purchase, less what it pays for being paid at once. */
        public Money payable() {
            var due = entry.amount();
            for (var movement : consequence.movements()) {
                due = movement.kind() == AccountMovementKind.SERVICE_FEE ? due.minus(movement.amount()) : due;
            }
            return due;
        }
    }

    /** A merchant gave back the money for a purchase, in full or in part (退款). */
    @StoredAs(name = "account.purchase-refunded", revision = 1)
    record PurchaseRefunded(AccountId accountId, AccountEntry.Refund entry, AccountConsequence consequence)
            implements AccountHappening {
        /** What the merchant owes for it: the refund, less the part of the service fee that it gets back. */
        public Money receivable() {
            var due = entry.amount();
            for (var movement : consequence.movements()) {
                due = movement.kind() == AccountMovementKind.SERVICE_FEE_RETURNED ? due.minus(movement.amount()) : due;
            }
            return due;
        }
    }

    /** A disputed purchase was taken back until the dispute is decided (拒付). */
    @StoredAs(name = "account.purchase-charged-back", revision = 1)
    record PurchaseChargedBack(AccountId accountId, AccountEntry.Chargeback entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** A dispute was decided for the merchant: the shopper owes the purchase again (拒付撤销). */
    @StoredAs(name = "account.chargeback-reversed", revision = 1)
    record ChargebackReversed(
            AccountId accountId, AccountEntry.ChargebackReversal entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** Money came in and healed debts, the oldest bill first (还款). */
    @StoredAs(name = "account.payment-received", revision = 1)
    record PaymentReceived(AccountId accountId, AccountEntry.Payment entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** Credit held for the shopper was paid back (溢缴款退回). */
    @StoredAs(name = "account.credit-returned", revision = 1)
    record CreditReturned(AccountId accountId, AccountEntry.CreditReturn entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** A bill, or a part of it, is paid in periods from now on (账单分期). */
    @StoredAs(name = "account.bill-converted", revision = 1)
    record BillConverted(AccountId accountId, AccountEntry.BillConversion entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** All periods of a plan that were left were brought forward to the next bill (分期提前结清). */
    @StoredAs(name = "account.plan-settled", revision = 1)
    record PlanSettled(AccountId accountId, AccountEntry.PlanSettlement entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** The account is billed and due on other days from the next bill on (账单日变更). */
    @StoredAs(name = "account.billing-days-changed", revision = 1)
    record BillingDaysChanged(AccountId accountId, AccountEntry.DaysChange entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** The account takes no more purchases and is to end (申请销户). */
    @StoredAs(name = "account.closing-requested", revision = 1)
    record ClosingRequested(AccountId accountId, AccountEntry.Closing entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** The bank took a payment back: what it had healed is owed again (还款退回). */
    @StoredAs(name = "account.payment-returned", revision = 1)
    record PaymentReturned(AccountId accountId, AccountEntry.PaymentReturn entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** Interest, penalty or fees were given up (账户息费减免). */
    @StoredAs(name = "account.charges-waived", revision = 1)
    record ChargesWaived(AccountId accountId, AccountEntry.Waiver entry, AccountConsequence consequence)
            implements AccountHappening {}

    /** What was owed was written off: the books hold nothing of it any more, the claim stays (账户核销). */
    @StoredAs(name = "account.written-off", revision = 1)
    record AccountWrittenOff(AccountId accountId, AccountEntry.WriteOff entry, AccountConsequence consequence)
            implements AccountHappening {}
}
