package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.Chargeback;
import io.fenlu.ledger.account.AccountEntry.ChargebackReversal;
import io.fenlu.ledger.account.AccountEntry.Refund;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.PlanPeriod;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What was bought comes back, in full or in part, whatever has become of it since. */
final class Refunding {
    private Refunding() {}

    static void work(Sheet sheet, Refund entry) {
        giveBack(sheet, entry.purchase(), entry.amount(), entry.to());
    }

    /** A dispute takes the purchase back until it is decided; more than is owed is held. */
    static void work(Sheet sheet, Chargeback entry) {
        giveBack(sheet, entry.purchase(), entry.amount(), RefundTo.ACCOUNT);
    }

    /** The dispute was lost: the shopper owes it again, on the next bill. */
    static void redebit(Sheet sheet, ChargebackReversal entry) {
        sheet.addToTab(AccountMovementKind.REDEBITED, Bucket.PRINCIPAL, entry.amount());
        sheet.useCredit();
    }

    /** First the plan of the order, then its bill, then a plan of that bill, then other debts; what is left is the shopper's. */
    private static void giveBack(Sheet sheet, @Nullable PurchaseRef purchase, Money amount, RefundTo to) {
        if (sheet.agreement.terms().merchant().returnedOnRefund()) {
            sheet.move(
                    AccountMovementKind.SERVICE_FEE_RETURNED,
                    sheet.agreement.terms().merchant().fee(amount));
        }
        var rest = amount;
        if (purchase != null) {
            rest = cancel(sheet, Planning.find(sheet, purchase.purchase()), rest);
            var bill = purchase.bill();
            rest = sheet.pourInto(AccountMovementKind.REFUNDED, bill, Bucket.PRINCIPAL, rest);
            for (var plan : new ArrayList<>(sheet.plans)) {
                rest = plan.bill() == bill ? cancel(sheet, plan, rest) : rest;
            }
        }
        rest = sheet.pour(AccountMovementKind.REFUNDED, rest);
        var ended = sheet.writtenOff;
        var claim = ended == null ? sheet.zero() : ended.claim().total();
        var kept = to == RefundTo.PAYER ? rest.min(claim) : rest;
        sheet.move(AccountMovementKind.REFUND_PAID_OUT, rest.minus(kept));
        sheet.move(AccountMovementKind.REFUND_HELD, kept);
        sheet.credit = sheet.credit.plus(kept);
        sheet.useCredit();
    }

    /** Periods come to nothing from the last one on; the one that the amount ends in keeps the rest; others stay as they are. */
    private static Money cancel(Sheet sheet, @Nullable InstalmentPlan plan, Money amount) {
        if (plan == null || !amount.isPositive()) {
            return amount;
        }
        var left = new ArrayList<>(plan.left());
        var rest = amount;
        var fees = amount.zero();
        while (!left.isEmpty() && rest.isPositive()) {
            var last = left.removeLast();
            var gone = rest.min(last.principal());
            rest = rest.minus(gone);
            sheet.heal(AccountMovementKind.REFUNDED, Bucket.PRINCIPAL, gone);
            if (last.principal().isMoreThan(gone)) {
                left.add(new PlanPeriod(last.number(), last.principal().minus(gone), last.fee()));
            } else {
                fees = fees.plus(last.fee());
            }
        }
        var place = sheet.plans.indexOf(plan);
        if (left.isEmpty()) {
            sheet.plans.remove(place);
        } else {
            sheet.plans.set(place, new InstalmentPlan(plan.id(), plan.bill(), left, plan.feeBilled()));
        }
        return fees(sheet, plan, fees, left.isEmpty(), rest);
    }

    private static Money fees(Sheet sheet, InstalmentPlan plan, Money cancelled, boolean whole, Money rest) {
        var rule = sheet.agreement.terms().instalments().onRefund();
        if (rule == InstalmentRules.Fees.KEPT) {
            sheet.addToTab(AccountMovementKind.RECOGNISED, Bucket.FEE, cancelled);
        } else if (rule == InstalmentRules.Fees.RETURNED && whole) {
            var credited = sheet.pour(AccountMovementKind.FEE_RETURNED, plan.feeBilled());
            sheet.move(AccountMovementKind.FEE_CREDITED, credited);
            sheet.credit = sheet.credit.plus(credited);
        }
        return rest;
    }
}
