package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.BackdatingWindow;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.ChargeRules;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.billing.GraceRule;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.MerchantRules;
import io.fenlu.ledger.billing.MinimumPaymentRule;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.payout.PayoutChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buy now, one bill a month, paid in full for nothing or in parts for interest (花呗). */
public final class PayLater {
    /** What is unpaid after the due day bears interest by the day; lateness costs no fee of its own. */
    public static final AccountTerms STANDARD = terms(
            "pay-later",
            new RevolvingRule(RevolvingRule.From.DUE_DAY, false, RevolvingRule.Days.ROUNDED_EACH_DAY, Rounding.HALF_UP),
            new LateFee.NoLateFee(),
            noGrace(),
            null);

    /** By the rules of a credit card: interest from posting on all of it, compounded with each bill, and a late fee of 5 %. */
    public static final AccountTerms CARD = terms(
            "pay-later-card",
            new RevolvingRule(RevolvingRule.From.POSTING_DAY, true, RevolvingRule.Days.ROUNDED_ONCE, Rounding.HALF_UP),
            new LateFee.PartOfOverdue(
                    Fraction.of("0.05"), RoundingRule.of(Rounding.HALF_UP), yuan("10.00"), yuan("500.00"), null),
            new GraceRule(3, yuan("10.00")),
            yuan("100.00"));

    /**
     * Balances kept elsewhere and only mirrored here: nothing is charged that is not brought in.
     *
     * @param least part of a bill that is asked for at least
     */
    public static AccountTerms mirrored(Currency currency, Fraction least) {
        var zero = Money.zero(currency);
        return new AccountTerms(
                new ProductCode("pay-later-mirrored"),
                1,
                AccountTerms.CURRENT_ENGINE,
                new BillRules(
                        BillRules.BillDay.OPENS_THE_NEXT, true, true, zero, BillRules.Closing.BILL_WITH_THE_CYCLE),
                new GraceRule(0, zero),
                new MinimumPaymentRule(least, null, RoundingRule.of(Rounding.HALF_UP)),
                new RevolvingRule(RevolvingRule.From.DUE_DAY, false, RevolvingRule.Days.ROUNDED_ONCE, Rounding.HALF_UP),
                new ChargeRules(new LateFee.NoLateFee(), Fraction.NONE),
                new InstalmentRules(List.of(), zero, InstalmentRules.Fees.FORGIVEN, InstalmentRules.Fees.FORGIVEN, 0),
                MerchantRules.paidElsewhere(Fraction.NONE, Rounding.HALF_UP, true),
                AllocationOrder.OLDEST_FIRST,
                BackdatingWindow.WIDE);
    }

    private PayLater() {}

    /** The next version of terms, in which merchants are paid through the bank of this ledger and no longer elsewhere. */
    public static AccountTerms payingMerchants(AccountTerms terms) {
        return new AccountTerms(
                terms.product(),
                terms.termsVersion() + 1,
                terms.engineVersion(),
                terms.bills(),
                terms.grace(),
                terms.minimum(),
                terms.revolving(),
                terms.charges(),
                terms.instalments(),
                terms.merchant().paying(PayoutChannel.BANK),
                terms.allocation(),
                terms.backdating());
    }

    private static GraceRule noGrace() {
        return new GraceRule(0, yuan("0.00"));
    }

    private static AccountTerms terms(
            String code, RevolvingRule revolving, LateFee late, GraceRule grace, @Nullable Money floor) {
        return new AccountTerms(
                new ProductCode(code),
                1,
                AccountTerms.CURRENT_ENGINE,
                new BillRules(
                        BillRules.BillDay.OPENS_THE_NEXT, false, false, yuan("0.00"), BillRules.Closing.BILL_AT_ONCE),
                grace,
                new MinimumPaymentRule(Fraction.of("0.1"), floor, RoundingRule.of(Rounding.HALF_UP)),
                revolving,
                new ChargeRules(late, Fraction.NONE),
                new InstalmentRules(
                        List.of(
                                new InstalmentRules.Row(3, FeePayer.CUSTOMER, Fraction.of("0.023")),
                                new InstalmentRules.Row(6, FeePayer.CUSTOMER, Fraction.of("0.045")),
                                new InstalmentRules.Row(12, FeePayer.CUSTOMER, Fraction.of("0.075")),
                                new InstalmentRules.Row(3, FeePayer.MERCHANT, Fraction.of("0.018")),
                                new InstalmentRules.Row(6, FeePayer.MERCHANT, Fraction.of("0.045")),
                                new InstalmentRules.Row(12, FeePayer.MERCHANT, Fraction.of("0.075"))),
                        yuan("100.00"),
                        InstalmentRules.Fees.FORGIVEN,
                        InstalmentRules.Fees.KEPT,
                        3),
                MerchantRules.paidElsewhere(Fraction.of("0.006"), Rounding.HALF_UP, true),
                AllocationOrder.OLDEST_FIRST,
                new BackdatingWindow(366));
    }

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }
}
