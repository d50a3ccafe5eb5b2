package io.fenlu.ledger.life;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.BackdatingWindow;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.ChargeRules;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.billing.GraceRule;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.InstalmentRules.Fees;
import io.fenlu.ledger.billing.MerchantRules;
import io.fenlu.ledger.billing.MinimumPaymentRule;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.ProductCode;
import java.util.List;

/** Random agreements on accounts, every rule in every shape. */
final class AccountDraws {
    private AccountDraws() {}

    static AccountAgreement agreement(Dice dice) {
        var lender = new LenderId("lender-1");
        var other = new LenderId("lender-2");
        return new AccountAgreement(
                terms(dice),
                dice.oneOf("brand-1", "brand-2"),
                lender,
                dice.percent(50)
                        ? FundingShares.whole(lender)
                        : new FundingShares(
                                List.of(new FundingShare(lender, 333_333), new FundingShare(other, 666_667)), lender),
                new LimitSource.Own(),
                yuan(dice.oneOf(50_000L, 1_000_000L, 5_000_000L)),
                Rate.daily(dice.oneOf("0.0005", "0.00035", "0", "0.001")),
                days(dice));
    }

    static BillingDays days(Dice dice) {
        return dice.oneOf(
                new BillingDays(1, 9),
                new BillingDays(1, 10),
                new BillingDays(20, 10),
                new BillingDays(28, 18),
                new BillingDays(5, 25),
                new BillingDays(15, 28));
    }

    private static AccountTerms terms(Dice dice) {
        return new AccountTerms(
                new ProductCode("drawn"),
                1,
                AccountTerms.CURRENT_ENGINE,
                new BillRules(
                        dice.oneOf(BillRules.BillDay.values()),
                        dice.percent(30),
                        dice.percent(30),
                        yuan(dice.oneOf(0L, 0L, 500L, 10_000L)),
                        dice.oneOf(BillRules.Closing.values())),
                new GraceRule(dice.between(0, 3), yuan(dice.oneOf(0L, 0L, 1_000L))),
                new MinimumPaymentRule(
                        Fraction.of(dice.oneOf("0.1", "0.05", "1", "0")),
                        dice.percent(50) ? null : yuan(10_000),
                        dice.oneOf(RoundingRule.of(Rounding.HALF_UP), new RoundingRule(Rounding.UP, 100))),
                new RevolvingRule(
                        dice.oneOf(RevolvingRule.From.values()),
                        dice.percent(50),
                        dice.oneOf(RevolvingRule.Days.values()),
                        Rounding.HALF_UP),
                new ChargeRules(
                        dice.percent(50)
                                ? new LateFee.NoLateFee()
                                : new LateFee.PartOfOverdue(
                                        Fraction.of("0.05"),
                                        RoundingRule.of(Rounding.HALF_UP),
                                        yuan(1_000),
                                        yuan(20_000),
                                        null),
                        Fraction.of(dice.oneOf("0", "0.05"))),
                instalments(dice),
                MerchantRules.paidElsewhere(Fraction.of("0.006"), Rounding.HALF_UP, dice.percent(50)),
                dice.percent(50)
                        ? AllocationOrder.OLDEST_FIRST
                        : new AllocationOrder(
                                dice.oneOf(AllocationOrder.Sequence.values()),
                                List.of(Bucket.INTEREST, Bucket.FEE, Bucket.PRINCIPAL, Bucket.PENALTY)),
                BackdatingWindow.WIDE);
    }

    private static InstalmentRules instalments(Dice dice) {
        return new InstalmentRules(
                List.of(
                        new InstalmentRules.Row(3, FeePayer.CUSTOMER, Fraction.of("0.023")),
                        new InstalmentRules.Row(6, FeePayer.CUSTOMER, Fraction.of("0.045")),
                        new InstalmentRules.Row(9, FeePayer.CUSTOMER, Fraction.of("0.065")),
                        new InstalmentRules.Row(24, FeePayer.CUSTOMER, Fraction.of("0.15")),
                        new InstalmentRules.Row(12, FeePayer.MERCHANT, Fraction.of("0.075"))),
                yuan(100),
                dice.oneOf(Fees.values()),
                dice.oneOf(Fees.KEPT, Fees.FORGIVEN),
                dice.oneOf(0, 1, 3));
    }

    static Money yuan(long minor) {
        return new Money(minor, Currency.CNY);
    }
}
