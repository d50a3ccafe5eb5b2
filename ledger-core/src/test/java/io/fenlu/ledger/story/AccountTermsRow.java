package io.fenlu.ledger.story;

import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.ChargeRules;
import io.fenlu.ledger.billing.GraceRule;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.MinimumPaymentRule;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;

/** Terms of an account that differ from a product in the one thing a test is about. */
public final class AccountTermsRow {
    private final AccountTerms terms;

    private AccountTermsRow(AccountTerms terms) {
        this.terms = terms;
    }

    public static AccountTermsRow standard() {
        return new AccountTermsRow(PayLater.STANDARD);
    }

    public static AccountTermsRow card() {
        return new AccountTermsRow(PayLater.CARD);
    }

    public AccountTermsRow billDay(BillRules.BillDay rule) {
        var bills = terms.bills();
        return bills(new BillRules(
                rule, bills.quietMonths(), bills.creditBalances(), bills.smallBalance(), bills.closing()));
    }

    public AccountTermsRow quietMonths(boolean billed) {
        var bills = terms.bills();
        return bills(
                new BillRules(bills.billDay(), billed, bills.creditBalances(), bills.smallBalance(), bills.closing()));
    }

    public AccountTermsRow creditBalances(boolean billed) {
        var bills = terms.bills();
        return bills(
                new BillRules(bills.billDay(), bills.quietMonths(), billed, bills.smallBalance(), bills.closing()));
    }

    public AccountTermsRow smallBalance(String amount) {
        var bills = terms.bills();
        return bills(new BillRules(
                bills.billDay(),
                bills.quietMonths(),
                bills.creditBalances(),
                AccountOrders.yuan(amount),
                bills.closing()));
    }

    public AccountTermsRow closing(BillRules.Closing rule) {
        var bills = terms.bills();
        return bills(new BillRules(
                bills.billDay(), bills.quietMonths(), bills.creditBalances(), bills.smallBalance(), rule));
    }

    public AccountTermsRow bills(BillRules other) {
        return with(other, terms.grace(), terms.minimum(), terms.revolving(), terms.charges(), terms.instalments());
    }

    public AccountTermsRow grace(int days, String tolerance) {
        return with(
                terms.bills(),
                new GraceRule(days, AccountOrders.yuan(tolerance)),
                terms.minimum(),
                terms.revolving(),
                terms.charges(),
                terms.instalments());
    }

    public AccountTermsRow minimum(MinimumPaymentRule other) {
        return with(terms.bills(), terms.grace(), other, terms.revolving(), terms.charges(), terms.instalments());
    }

    public AccountTermsRow revolving(RevolvingRule other) {
        return with(terms.bills(), terms.grace(), terms.minimum(), other, terms.charges(), terms.instalments());
    }

    public AccountTermsRow charges(ChargeRules other) {
        return with(terms.bills(), terms.grace(), terms.minimum(), terms.revolving(), other, terms.instalments());
    }

    public AccountTermsRow fees(InstalmentRules.Fees onRefund, InstalmentRules.Fees onSettlement) {
        var rules = terms.instalments();
        return instalments(
                new InstalmentRules(rules.table(), rules.least(), onRefund, onSettlement, rules.accelerateAfter()));
    }

    public AccountTermsRow accelerateAfter(int unpaidBills) {
        var rules = terms.instalments();
        return instalments(
                new InstalmentRules(rules.table(), rules.least(), rules.onRefund(), rules.onSettlement(), unpaidBills));
    }

    public AccountTermsRow instalments(InstalmentRules other) {
        return with(terms.bills(), terms.grace(), terms.minimum(), terms.revolving(), terms.charges(), other);
    }

    private AccountTermsRow with(
            BillRules bills,
            GraceRule grace,
            MinimumPaymentRule minimum,
            RevolvingRule revolving,
            ChargeRules charges,
            InstalmentRules instalments) {
        return new AccountTermsRow(new AccountTerms(
                terms.product(),
                terms.termsVersion(),
                terms.engineVersion(),
                bills,
                grace,
                minimum,
                revolving,
                charges,
                instalments,
                terms.merchant(),
                terms.allocation(),
                terms.backdating()));
    }

    public AccountTerms terms() {
        return terms;
    }
}
