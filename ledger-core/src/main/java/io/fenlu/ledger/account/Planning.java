package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEntry.BillConversion;
import io.fenlu.ledger.account.OpenBill.Standing;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import org.jspecify.annotations.Nullable;

/** Paying in periods: making a plan of an order or of a bill, and settling it early. */
final class Planning {
    private Planning() {}

    /** A plan of so much. Its periods are fixed from now on, whatever happens to anything else. */
    static InstalmentPlan plan(Sheet sheet, EntryId id, Money amount, PlanChoice choice) {
        return plan(sheet, id, 0, amount, choice);
    }

    private static InstalmentPlan plan(Sheet sheet, EntryId id, int bill, Money amount, PlanChoice choice) {
        var fee = choice.payer() == FeePayer.CUSTOMER
                ? InstalmentRules.total(amount, fraction(sheet.agreement, choice))
                : amount.zero();
        return new InstalmentPlan(id, bill, InstalmentRules.periods(amount, fee, choice.periods()), amount.zero());
    }

    /** The fee of periods that the merchant bears. */
    static Money merchantFee(AccountAgreement agreement, Money amount, PlanChoice choice) {
        return choice.payer() == FeePayer.MERCHANT
                ? InstalmentRules.total(amount, fraction(agreement, choice))
                : amount.zero();
    }

    private static Fraction fraction(AccountAgreement agreement, PlanChoice choice) {
        return agreement
                .terms()
                .instalments()
                .fee(choice.periods(), choice.payer())
                .orElse(Fraction.NONE);
    }

    /**
     * The whole sum becomes a plan. If, as it was learned later, less was open of the bill on that day, the plan stays what was agreed,
     * and the shopper has credit.
     */
    static void convert(Sheet sheet, BillConversion entry) {
        var open = sheet.zero();
        for (int k = 0; k < sheet.bills.size(); k++) {
            var bill = sheet.bills.get(k);
            if (bill.number() == entry.bill()) {
                open = entry.amount().min(bill.convertible());
                sheet.bills.set(k, without(bill, open));
            }
        }
        var paid = entry.amount().minus(open);
        sheet.owe(AccountMovementKind.CREDIT_CONVERTED, Bucket.PRINCIPAL, paid);
        sheet.credit = sheet.credit.plus(paid);
        var choice = new PlanChoice(entry.periods(), FeePayer.CUSTOMER);
        sheet.plans.add(plan(sheet, entry.id(), entry.bill(), entry.amount(), choice));
        sheet.capDues();
        sheet.useCredit();
    }

    /** What goes into a plan takes its part of the counted interest with it. */
    private static OpenBill without(OpenBill bill, Money converted) {
        var left = bill.open().principal().minus(converted);
        var meter = bill.open().principal().isPositive() && bill.standing() == Standing.OPEN
                ? new Money(bill.meter(), converted.currency())
                        .exact()
                        .times(left.minor(), bill.open().principal().minor())
                        .round(Rounding.DOWN)
                        .minor()
                : bill.meter();
        return bill.with(bill.open().plus(Bucket.PRINCIPAL, converted.negated()))
                .metered(meter);
    }

    static void settle(Sheet sheet, EntryId id) {
        var plan = find(sheet, id);
        if (plan != null) {
            bringForward(sheet, plan, sheet.agreement.terms().instalments().onSettlement());
            sheet.useCredit();
        }
    }

    /** All that is left of a plan is on the next bill. */
    static void bringForward(Sheet sheet, InstalmentPlan plan, InstalmentRules.Fees fees) {
        var principal = plan.principal();
        sheet.plans.remove(plan);
        sheet.tab = sheet.tab
                .with(sheet.tab.open().plus(Bucket.PRINCIPAL, principal))
                .plusInstalment(principal);
        if (fees == InstalmentRules.Fees.KEPT) {
            sheet.addToTab(AccountMovementKind.RECOGNISED, Bucket.FEE, plan.fee());
        }
    }

    static @Nullable InstalmentPlan find(Sheet sheet, EntryId id) {
        for (var plan : sheet.plans) {
            if (plan.id().equals(id)) {
                return plan;
            }
        }
        return null;
    }
}
