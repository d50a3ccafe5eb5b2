package io.fenlu.ledger.account;

import io.fenlu.ledger.account.OpenBill.Standing;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.MinimumPayment;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cutting a bill: periods fall due, interest and fees are charged, credit is used, and the least payment is reckoned. */
final class Cutting {
    private final Sheet sheet;
    private final LocalDate morning;
    private final LocalDate billedOn;
    private final List<BillLine> lines = new ArrayList<>();

    private Cutting(Sheet sheet, LocalDate morning) {
        this.sheet = sheet;
        this.morning = morning;
        billedOn = sheet.cycle.billOn();
    }

    /** The morning on which the bill of a position's cycle is cut. */
    static LocalDate morning(AccountAgreement agreement, Cycle cycle) {
        return agreement.terms().bills().cutOn(cycle.billOn());
    }

    static Cut cut(AccountAgreement agreement, AccountPosition position) {
        var sheet = new Sheet(agreement, position);
        var morning = morning(agreement, position.cycle());
        Passing.to(sheet, morning);
        return new Cutting(sheet, morning).cut();
    }

    private Cut cut() {
        var cycle = sheet.cycle;
        instalments();
        interest();
        fees();
        sheet.useCredit();
        var overLimit = sheet.outstanding().principal().minus(sheet.limit).orZero();
        var closing = sheet.statementBalance();
        var asksForNothing = !closing.isMoreThan(sheet.agreement.terms().bills().smallBalance());
        var minimum = asksForNothing ? MinimumPayment.nothing(closing) : minimum(closing, overLimit);
        var earlier = Money.sum(
                sheet.zero().currency(), sheet.dues.stream().map(Due::open).toList());
        var asked = minimum.total().minus(earlier).orZero();
        var due = asked.isPositive() ? new Due(cycle.number(), cycle.dueOn(), asked, asked) : null;
        if (due != null) {
            sheet.dues.add(due);
        }
        var bill = new OpenBill(
                cycle.number(),
                cycle.dueOn(),
                sheet.tab.open(),
                sheet.tab.instalments().min(sheet.tab.open().principal()),
                asksForNothing ? 0 : sheet.tab.meter(),
                asksForNothing ? Standing.FREE : Standing.OPEN);
        if (!bill.isDone()) {
            sheet.bills.add(bill);
        }
        sheet.tab = Tab.empty(sheet.zero().currency());
        sheet.cycle = cycle.next(morning);
        sheet.bills.removeIf(OpenBill::isDone);
        return new Cut(
                cycle,
                morning,
                lines,
                sheet.movements,
                sheet.healings,
                minimum,
                closing,
                overLimit,
                due,
                sheet.position());
    }

    /** The next period of each plan, or all that are left where too many bills are unpaid. */
    private void instalments() {
        var accelerateAfter = sheet.agreement.terms().instalments().accelerateAfter();
        var unpaid =
                sheet.dues.stream().filter(due -> due.dueOn().isBefore(morning)).count();
        var all = accelerateAfter > 0 && unpaid >= accelerateAfter;
        var waiting = new ArrayList<>(sheet.plans);
        sheet.plans.clear();
        for (var plan : waiting) {
            var rest = period(plan);
            while (all && rest != null) {
                rest = period(rest);
            }
            if (rest != null) {
                sheet.plans.add(rest);
            }
        }
    }

    private @Nullable InstalmentPlan period(InstalmentPlan plan) {
        var period = plan.left().getFirst();
        var text = "period " + period.number();
        sheet.tab = sheet.tab
                .with(sheet.tab.open().plus(Bucket.PRINCIPAL, period.principal()))
                .plusInstalment(period.principal());
        line(BillLineKind.INSTALMENT, plan.id(), text, period.principal());
        sheet.addToTab(AccountMovementKind.RECOGNISED, Bucket.FEE, period.fee());
        line(BillLineKind.INSTALMENT_FEE, plan.id(), text, period.fee());
        return plan.left().size() == 1 ? null : plan.afterFirst();
    }

    private void interest() {
        var meter = 0L;
        for (int k = 0; k < sheet.bills.size(); k++) {
            var bill = sheet.bills.get(k);
            if (bill.standing() == Standing.REVOLVING) {
                meter = Math.addExact(meter, bill.meter());
                sheet.bills.set(k, bill.metered(0));
            }
        }
        var interest = sheet.agreement.terms().revolving().charge(sheet.agreement.rate(), meter, sheet.zero());
        charge(BillLineKind.INTEREST, Bucket.INTEREST, interest);
    }

    private void fees() {
        charge(BillLineKind.LATE_FEE, Bucket.PENALTY, sheet.lateFees);
        sheet.lateFees = sheet.zero();
        var above = sheet.outstanding()
                .principal()
                .minus(sheet.credit)
                .minus(sheet.limit)
                .orZero();
        charge(
                BillLineKind.OVER_LIMIT_FEE,
                Bucket.FEE,
                sheet.agreement.terms().charges().overLimitFee(above));
    }

    private void charge(BillLineKind kind, Bucket bucket, Money amount) {
        sheet.addToTab(AccountMovementKind.RECOGNISED, bucket, amount);
        line(kind, null, null, amount);
    }

    private void line(BillLineKind kind, @Nullable EntryId entry, @Nullable String text, Money amount) {
        if (!amount.isZero()) {
            lines.add(new BillLine(billedOn, kind, entry, text, amount));
        }
    }

    private MinimumPayment minimum(Money closing, Money overLimit) {
        var terms = sheet.agreement.terms();
        var earlier = Money.sum(
                sheet.zero().currency(), sheet.dues.stream().map(Due::open).toList());
        var open = sheet.tab.open();
        var charges = open.interest().plus(open.penalty()).plus(open.fee());
        return terms.minimum().of(closing, sheet.tab.instalments().min(open.principal()), earlier, overLimit, charges);
    }
}
