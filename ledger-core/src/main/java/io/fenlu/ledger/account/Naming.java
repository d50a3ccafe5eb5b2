package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.AccountId;

/** Which fact tells of which kind of entry. */
final class Naming {
    private Naming() {}

    static AccountHappening fact(AccountId id, AccountEntry entry, AccountConsequence came) {
        return switch (entry) {
            case AccountEntry.TakeOver it -> new AccountHappening.BalanceTakenOver(id, it, came);
            case AccountEntry.LimitSetting it -> new AccountHappening.LimitChanged(id, it, came);
            case AccountEntry.Authorisation it -> new AccountHappening.PurchaseAuthorised(id, it, came);
            case AccountEntry.Voiding it -> new AccountHappening.AuthorisationVoided(id, it, came);
            case AccountEntry.Purchase it -> new AccountHappening.PurchasePosted(id, it, came);
            case AccountEntry.Refund it -> new AccountHappening.PurchaseRefunded(id, it, came);
            case AccountEntry.Chargeback it -> new AccountHappening.PurchaseChargedBack(id, it, came);
            case AccountEntry.ChargebackReversal it -> new AccountHappening.ChargebackReversed(id, it, came);
            case AccountEntry.Payment it -> new AccountHappening.PaymentReceived(id, it, came);
            case AccountEntry.CreditReturn it -> new AccountHappening.CreditReturned(id, it, came);
            case AccountEntry.BillConversion it -> new AccountHappening.BillConverted(id, it, came);
            case AccountEntry.PlanSettlement it -> new AccountHappening.PlanSettled(id, it, came);
            case AccountEntry.DaysChange it -> new AccountHappening.BillingDaysChanged(id, it, came);
            case AccountEntry.Closing it -> new AccountHappening.ClosingRequested(id, it, came);
            case AccountEntry.PaymentReturn it -> new AccountHappening.PaymentReturned(id, it, came);
            case AccountEntry.Waiver it -> new AccountHappening.ChargesWaived(id, it, came);
            case AccountEntry.WriteOff it -> new AccountHappening.AccountWrittenOff(id, it, came);
        };
    }
}
