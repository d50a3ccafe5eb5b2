package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.product.AccountTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an account is billed next, and whether its bill will have anything to tell (下次出账): as its facts say, without the account.
 *
 * <p>Whoever keeps one of these for each account need not ask those at rest. What it takes for worth telling may turn out to be nothing,
 * as when a hold has expired; it never takes something for nothing.
 *
 * @param days of the running cycle
 * @param billedOn the bill day before the running cycle; none in the first
 * @param billOn the bill day of the running cycle
 * @param awaited whether something moved since the last bill, or is owed, held or to come
 */
public record NextBill(
        Rules rules, BillingDays days, @Nullable LocalDate billedOn, LocalDate billOn, boolean awaited) {
    /** What of the terms decides when an account is billed. */
    public record Rules(
            BillRules.BillDay billDay,
            BillRules.Closing closing,
            boolean quietMonths,
            boolean creditBalances,
            int graceDays) {
        static Rules of(AccountTerms terms) {
            var bills = terms.bills();
            return new Rules(
                    bills.billDay(),
                    bills.closing(),
                    bills.quietMonths(),
                    bills.creditBalances(),
                    terms.grace().days());
        }
    }

    /** The first bill of an account. */
    public static NextBill of(AccountOpened opened) {
        var agreement = opened.agreement();
        return new NextBill(
                Rules.of(agreement.terms()),
                agreement.days(),
                null,
                agreement.days().billAfter(opened.openedOn()),
                agreement.terms().bills().quietMonths());
    }

    /** The morning on which the bill is cut. */
    public LocalDate cutOn() {
        return BillRules.cutOn(rules.billDay, billOn);
    }

    /** What a fact makes of it. */
    public NextBill after(AccountEvent fact) {
        return switch (fact) {
            case AccountOpened opened -> of(opened);
            case BillIssued issued ->
                new NextBill(
                        rules,
                        days,
                        issued.bill().billedOn(),
                        days.billAfter(issued.bill().billedOn()),
                        rules.quietMonths || tells(issued));
            case AccountHappening happening ->
                running(happening.consequence().bookedOn()).with(happening.entry());
            case AccountCorrected _ -> new NextBill(rules, days, billedOn, billOn, true);
            case AccountClosed _ -> resting();
        };
    }

    /** It turned out that there is nothing to tell until something moves. */
    public NextBill resting() {
        return new NextBill(rules, days, billedOn, billOn, false);
    }

    /** Cycles without anything to tell end without a fact. */
    private NextBill running(LocalDate day) {
        var now = this;
        while (!now.cutOn().isAfter(day)) {
            now = new NextBill(rules, days, now.billOn, days.billAfter(now.billOn), awaited);
        }
        return now;
    }

    private NextBill with(AccountEntry entry) {
        return switch (entry) {
            case AccountEntry.DaysChange change ->
                new NextBill(rules, change.days(), billedOn, transition(change), true);
            case AccountEntry.Closing closing
            when rules.closing == BillRules.Closing.BILL_AT_ONCE ->
                new NextBill(
                        rules,
                        days,
                        billedOn,
                        BillRules.billedWhenCut(rules.billDay, closing.on().plusDays(1)),
                        true);
            default -> new NextBill(rules, days, billedOn, billOn, true);
        };
    }

    private LocalDate transition(AccountEntry.DaysChange change) {
        return Ending.transition(days, billedOn, rules.graceDays, change);
    }

    private boolean tells(BillIssued issued) {
        var left = issued.balances();
        return !left.owed().isZero()
                || !left.lateFees().isZero()
                || !left.minimumDue().isZero()
                || (rules.creditBalances && !left.credit().isZero())
                || !issued.plans().isEmpty();
    }
}
