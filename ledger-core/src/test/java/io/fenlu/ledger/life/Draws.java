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
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random values of lending that lean towards the corners where ledgers break. */
public final class Draws {
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
        return new LoanAgreement(
                terms, principal(dice), rate(dice, terms.dayCount()), instalments, firstDueOn, funding(dice));
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
                .rounding(dice.percent(50) ? new InterestRounding.Carried(mode) : new InterestRounding.EachPeriod(mode))
                .penalty(penalty(dice))
                .prepayment(dice.oneOf(PrepaymentRule.values()))
                .overpayment(dice.oneOf(OverpaymentRule.values()))
                .allocation(allocation(dice))
                .conditions(Entries.LETTERS)
                .terms();
    }

    private static RepaymentPlan plan(Dice dice) {
        var rule = new RoundingRule(dice.oneOf(Rounding.values()), dice.oneOf(1, 1, 1, 10, 100, 10_000));
        return switch (dice.between(0, 3)) {
            case 0 -> new RepaymentPlan.EqualInstalment(rule, dice.oneOf(RemainderHolder.values()));
            case 1 -> new RepaymentPlan.EqualPrincipal(rule, dice.oneOf(RemainderHolder.FIRST, RemainderHolder.LAST));
            case 2 -> new RepaymentPlan.InterestThenPrincipal();
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
