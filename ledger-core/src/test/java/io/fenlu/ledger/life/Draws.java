package io.fenlu.ledger.life;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random values of lending that lean towards the corners where ledgers break. */
public final class Draws {
    /** Stands for rows that are written when the loan is known. */
    private static final RepaymentPlan FREELY = new RepaymentPlan.FreeForm(
            List.of(new RepaymentPlan.FreeRow(LocalDate.of(2020, 1, 1), Money.zero(Currency.CNY), null)));

    private Draws() {}

    /** Month ends, leap days, year ends and ordinary days. */
    public static LocalDate date(Dice dice) {
        return dice.percent(50)
                ? LocalDate.parse(dice.oneOf(
                        "2024-01-29",
                        "2024-01-30",
                        "2024-01-31",
                        "2023-01-31",
                        "2024-02-29",
                        "2023-12-31",
                        "2024-12-31",
                        "2023-02-28",
                        "2024-01-01"))
                : LocalDate.of(2018, 1, 1).plusDays(dice.between(0, 3000));
    }

    /** From one fen to millions, and yen, which have no decimals. */
    public static Money principal(Dice dice) {
        if (dice.percent(15)) {
            return new Money(dice.between(1L, 3_000_000L), Currency.JPY);
        }
        return new Money(
                switch (dice.between(0, 3)) {
                    case 0 -> dice.between(1L, 100L);
                    case 1 -> dice.between(1L, 100_00L);
                    case 2 -> dice.between(1_000_00L, 50_000_00L);
                    default ->
                        dice.oneOf(100_00L, 1_000_00L, 10_000_00L, 999_999_99L, dice.between(1L, 100_000_000_00L));
                },
                Currency.CNY);
    }

    public static Rate rate(Dice dice, DayCount dayCount) {
        return switch (dice.between(0, 5)) {
            case 0 -> Rate.annual("0");
            case 1 -> dayCount.fixedYear() == 0 ? Rate.annual("0.18") : Rate.daily("0.0005");
            case 2 -> new Rate(new BigDecimal("0.0045"), Rate.Per.MONTH);
            default -> new Rate(BigDecimal.valueOf(dice.between(1, 360_000), 6), Rate.Per.YEAR);
        };
    }

    public static FundingShares funding(Dice dice) {
        if (dice.percent(40)) {
            return FundingShares.whole(new LenderId("only"));
        }
        var lenders = dice.between(2, 4);
        var left = 1_000_000;
        var shares = new ArrayList<FundingShare>();
        for (int k = 1; k < lenders; k++) {
            var part = dice.oneOf(300_000, 1, 333_333, 500_000, dice.between(1, 1_000_000));
            part = Math.min(part, left - (lenders - k));
            shares.add(new FundingShare(new LenderId("lender-" + k), part));
            left -= part;
        }
        shares.add(new FundingShare(new LenderId("lender-" + lenders), left));
        return new FundingShares(shares, dice.oneOf(shares).lender());
    }

    public static LoanAgreement agreement(Dice dice, ProductTerms terms, LocalDate requestedOn) {
        var open = terms.plan() instanceof RepaymentPlan.OpenEnded;
        var instalments = open && dice.percent(50) ? 0 : dice.oneOf(1, 2, 3, 6, 12, 24, dice.between(1, 60));
        if (dice.percent(1) && !open && terms.frequency().unit() != Frequency.Unit.YEAR) {
            instalments = 480;
        }
        var firstDueOn = dice.percent(75) ? null : requestedOn.plusDays(dice.between(1, 60));
        var principal = principal(dice);
        if (DrawnConditions.namesSums(terms.plan(), terms.agreed())) {
            principal = new Money(principal.minor(), Currency.CNY);
        }
        var fitting = terms.plan() instanceof RepaymentPlan.FreeForm
                ? with(terms, written(dice, principal, requestedOn, Math.min(instalments, 24)), terms.agreed())
                : terms;
        return new LoanAgreement(
                fitting, principal, rate(dice, terms.dayCount()), instalments, firstDueOn, funding(dice));
    }

    /** Rows as two people might agree on them. */
    private static RepaymentPlan written(Dice dice, Money principal, LocalDate requestedOn, int count) {
        var rows = new ArrayList<RepaymentPlan.FreeRow>();
        var due = requestedOn;
        var left = principal;
        for (int k = 1; k <= count; k++) {
            due = due.plusDays(dice.between(5, 60));
            var part = k == count ? left : new Money(left.minor() / 1000 * dice.between(0, 500), left.currency());
            left = left.minus(part);
            var interest = dice.percent(50) ? null : new Money(part.minor() / 50, part.currency());
            rows.add(new RepaymentPlan.FreeRow(due, part, interest));
        }
        return new RepaymentPlan.FreeForm(rows);
    }

    /** Any terms that a product could choose. */
    public static ProductTerms terms(Dice dice) {
        var plan = plan(dice);
        var counts = new ArrayList<>(List.of(DayCount.values()));
        if (plan instanceof RepaymentPlan.OpenEnded) {
            counts.remove(DayCount.EQUAL_PERIODS);
        }
        var mode = dice.oneOf(Rounding.values());
        var frequency = dice.percent(70)
                ? Frequency.MONTHLY
                : dice.oneOf(
                        new Frequency(2, Frequency.Unit.WEEK),
                        new Frequency(10, Frequency.Unit.DAY),
                        new Frequency(3, Frequency.Unit.MONTH),
                        new Frequency(1, Frequency.Unit.YEAR));
        return TermsRow.equalInstalment()
                .plan(plan)
                .every(frequency.every(), frequency.unit())
                .counting(dice.oneOf(counts))
                .rounding(rounding(dice, mode))
                .penalty(penalty(dice))
                .prepayment(dice.oneOf(PrepaymentRule.values()))
                .overpayment(dice.oneOf(OverpaymentRule.values()))
                .allocation(allocation(dice))
                .conditions(DrawnConditions.of(dice, plan))
                .terms();
    }

    /** The same terms with costs of repaying early, in half of all cases. */
    public static ProductTerms termsWithCosts(Dice dice) {
        var terms = terms(dice);
        return dice.percent(50)
                ? terms
                : with(terms, terms.plan(), terms.agreed().with(DrawnConditions.early(dice)));
    }

    /** How repayment could be agreed on anew on a day. */
    static RestructuringMeasure measure(Dice dice, LocalDate today, DayCount dayCount) {
        return switch (dice.between(0, 3)) {
            case 0 ->
                new RestructuringMeasure.Reschedule(
                        dice.between(1, 24),
                        dice.percent(50) ? null : today.plusDays(dice.between(1, 40)),
                        dice.percent(60) ? null : rate(dice, dayCount));
            case 1 -> new RestructuringMeasure.ReAge();
            case 2 -> new RestructuringMeasure.ReAmortise();
            default -> new RestructuringMeasure.Extend(dice.between(1, 6));
        };
    }

    /** The same agreement with caps on its cost. */
    static LoanAgreement capped(Dice dice, LoanAgreement agreement) {
        var terms = agreement.terms();
        return new LoanAgreement(
                with(terms, terms.plan(), terms.agreed().with(DrawnConditions.caps(dice))),
                agreement.principal(),
                agreement.rate(),
                agreement.instalments(),
                agreement.firstDueOn(),
                agreement.funding());
    }

    private static ProductTerms with(ProductTerms terms, RepaymentPlan plan, Conditions conditions) {
        return new ProductTerms(
                terms.product(),
                terms.termsVersion(),
                terms.engineVersion(),
                plan,
                terms.frequency(),
                terms.dayCount(),
                terms.interestRounding(),
                terms.penalty(),
                terms.prepayment(),
                terms.overpayment(),
                terms.allocation(),
                conditions);
    }

    private static InterestRounding rounding(Dice dice, Rounding mode) {
        return switch (dice.between(0, 29)) {
            case 0 -> new InterestRounding.EachDay(mode);
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> new InterestRounding.Carried(mode);
            case 11, 12, 13 -> new InterestRounding.EachPart(mode);
            default -> new InterestRounding.EachPeriod(mode);
        };
    }

    private static RepaymentPlan plan(Dice dice) {
        var rule = new RoundingRule(dice.oneOf(Rounding.values()), dice.oneOf(1, 1, 1, 10, 100, 10_000));
        var holder = dice.oneOf(RemainderHolder.FIRST, RemainderHolder.LAST);
        return switch (dice.between(0, 12)) {
            case 0, 1, 2 -> new RepaymentPlan.EqualInstalment(rule, dice.oneOf(RemainderHolder.values()));
            case 3, 4 -> new RepaymentPlan.EqualPrincipal(rule, holder);
            case 5 -> new RepaymentPlan.InterestThenPrincipal();
            case 6 -> new RepaymentPlan.InterestThenAnnuity(dice.between(1, 4), rule, RemainderHolder.LAST);
            case 7 -> new RepaymentPlan.Balloon(new Money(dice.between(0L, 1_000_00L), Currency.CNY), rule);
            case 8 -> new RepaymentPlan.FlatInterest(RoundingRule.of(Rounding.HALF_UP), Rounding.DOWN, holder);
            case 9 -> new RepaymentPlan.FlatFee(Fraction.of("0.023"), Rounding.HALF_EVEN, holder);
            case 10 -> new RepaymentPlan.Seasonal(List.of(0, 3, 0, dice.between(1, 9)), rule);
            case 11 -> FREELY;
            default -> new RepaymentPlan.OpenEnded();
        };
    }

    private static PenaltyRule penalty(Dice dice) {
        if (dice.percent(30)) {
            return new PenaltyRule.NoPenalty();
        }
        return new PenaltyRule.PenaltyMultiple(
                dice.oneOf(new BigDecimal("1.3"), new BigDecimal("1.5"), BigDecimal.TWO),
                dice.oneOf(PenaltyRule.Base.values()),
                dice.oneOf(DayCount.ACT_360, DayCount.ACT_365F, DayCount.THIRTY_360),
                dice.oneOf(0, 0, 3, 30, 90),
                dice.oneOf(Rounding.values()));
    }

    private static AllocationOrder allocation(Dice dice) {
        var buckets = new ArrayList<>(List.of(Bucket.values()));
        Collections.shuffle(buckets, new Random(dice.between(0, 1_000_000)));
        return new AllocationOrder(dice.oneOf(AllocationOrder.Sequence.values()), buckets);
    }
}
