package io.fenlu.ledger.product;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.allocation.StagedOrder;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.IndexHistory;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.InterestRule;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.Pause;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RatePath;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.Periods;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a product (产品条款): a composition of rules. They are copied whole into a loan's first fact; the loan never looks at the
 * catalogue again.
 *
 * @param product the name of the row, for people and statistics; no rule asks for it
 * @param termsVersion counts from 1 for each product
 * @param engineVersion the arithmetic the loan was sold with and is always computed with
 * @param frequency of interest periods and due dates
 * @param conditions further terms; absent in facts of before there were any, and then plain
 */
public record ProductTerms(
        ProductCode product,
        int termsVersion,
        int engineVersion,
        RepaymentPlan plan,
        Frequency frequency,
        DayCount dayCount,
        InterestRounding interestRounding,
        PenaltyRule penalty,
        PrepaymentRule prepayment,
        OverpaymentRule overpayment,
        AllocationOrder allocation,
        @Nullable Conditions conditions) {
    /** The arithmetic of this release. */
    public static final int CURRENT_ENGINE = 4;

    /** Terms about which nothing special was said: where a file of terms starts from. */
    public static final ProductTerms PLAIN = new ProductTerms(
            new ProductCode("plain"),
            1,
            CURRENT_ENGINE,
            new RepaymentPlan.EqualInstalment(RoundingRule.of(Rounding.HALF_UP), RemainderHolder.LAST),
            Frequency.MONTHLY,
            DayCount.EQUAL_PERIODS,
            new InterestRounding.EachPeriod(Rounding.HALF_UP),
            new PenaltyRule.NoPenalty(),
            PrepaymentRule.SMALLER_INSTALMENT,
            OverpaymentRule.HOLD_AS_CREDIT,
            AllocationOrder.OLDEST_FIRST);

    public ProductTerms {
        if (termsVersion < 1 || engineVersion < 1 || engineVersion > CURRENT_ENGINE) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "there is no engine of version " + engineVersion);
        }
        if (plan instanceof RepaymentPlan.OpenEnded && dayCount == DayCount.EQUAL_PERIODS) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "an open-ended loan has no periods, so EQUAL_PERIODS cannot count its days");
        }
        var grace = conditions == null ? Grace.NONE : conditions.grace();
        if ((grace.principal() > 0 && !takesGraceOnPrincipal(plan))
                || (grace.interestDeferred() + grace.interestForgiven() > 0 && !takesGraceOnInterest(plan))) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "this plan has no instalments that grace could ease");
        }
        if (conditions != null
                && conditions.late().contractInterest() == LateRule.ContractInterest.GOES_ON
                && laysInterestDown(plan)) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY,
                    "interest that is laid down beforehand does not go on growing on what is overdue");
        }
    }

    /** Terms without further conditions. */
    public ProductTerms(
            ProductCode product,
            int termsVersion,
            int engineVersion,
            RepaymentPlan plan,
            Frequency frequency,
            DayCount dayCount,
            InterestRounding interestRounding,
            PenaltyRule penalty,
            PrepaymentRule prepayment,
            OverpaymentRule overpayment,
            AllocationOrder allocation) {
        this(
                product,
                termsVersion,
                engineVersion,
                plan,
                frequency,
                dayCount,
                interestRounding,
                penalty,
                prepayment,
                overpayment,
                allocation,
                null);
    }

    /** The further terms, plain ones where nothing was said. */
    public Conditions agreed() {
        return conditions == null ? Conditions.PLAIN : conditions;
    }

    /** Whether every sum of money that these terms name is in a currency. */
    public boolean isIn(Currency currency) {
        return NamedSums.of(this).stream().allMatch(sum -> sum.currency() == currency);
    }

    /** In which order a payment heals debts, stage by stage. */
    public StagedOrder healing() {
        var byStage = agreed().allocationByStage();
        return byStage == null ? StagedOrder.of(allocation) : byStage;
    }

    /**
     * The interest periods of a loan; each ends on a due date. An open-ended loan with a term has one long one.
     *
     * @param firstDueOn if it was agreed on
     * @param instalments how many; a free-form plan has as many as rows, whatever is asked for
     */
    public List<Period> periods(LocalDate paidOutOn, @Nullable LocalDate firstDueOn, int instalments) {
        if (plan instanceof RepaymentPlan.FreeForm(var rows)) {
            return Periods.on(
                    paidOutOn, rows.stream().map(RepaymentPlan.FreeRow::dueOn).toList());
        }
        var periods = agreed().dueDates().periods(paidOutOn, firstDueOn, frequency, instalments);
        return plan instanceof RepaymentPlan.OpenEnded && !periods.isEmpty()
                ? List.of(Period.of(paidOutOn, periods.getLast().whole().to()))
                : periods;
    }

    /**
     * The rates of a loan by date.
     *
     * @param rate the agreed rate, which counts where the terms name no rule
     * @param index its published values; needed only by a floating rate
     */
    public RatePath rates(Rate rate, List<Period> periods, LocalDate paidOutOn, @Nullable IndexHistory index) {
        var rule = agreed().rate();
        if (rule == null || periods.isEmpty()) {
            return RatePath.fixed(paidOutOn, rule instanceof RateRule.Fixed(var fixed) ? fixed : rate);
        }
        return rule.path(periods, index);
    }

    /** How the debt grows when rates change and interest pauses. */
    public InterestCourse growth(RatePath rates, List<Pause> pauses) {
        var rule = new InterestRule(rates.steps().getFirst().rate(), dayCount, frequency, interestRounding);
        return new InterestCourse(rule, rates, pauses, agreed().days());
    }

    /** How the debt is spread over instalments. */
    public Amortisation amortisation(Growth growth) {
        return new Amortisation(growth, plan, agreed().grace());
    }

    /** The whole schedule of a new loan with all agreed charges on it. */
    public List<Instalment> schedule(Money principal, List<Period> periods, Growth growth) {
        return withCharges(amortisation(growth).spread(principal, periods), principal);
    }

    /** Instalments with the agreed charges that fall due with them. */
    public List<Instalment> withCharges(List<Instalment> rows, Money principal) {
        var charged = rows;
        for (ChargeRule charge : agreed().charges()) {
            charged = charge.onto(charged, principal);
        }
        return charged;
    }

    private static boolean takesGraceOnPrincipal(RepaymentPlan plan) {
        return switch (plan) {
            case RepaymentPlan.EqualInstalment _, RepaymentPlan.EqualPrincipal _, RepaymentPlan.InterestThenAnnuity _ ->
                true;
            case RepaymentPlan.InterestThenPrincipal _,
                    RepaymentPlan.OpenEnded _,
                    RepaymentPlan.Balloon _,
                    RepaymentPlan.FlatInterest _,
                    RepaymentPlan.FlatFee _,
                    RepaymentPlan.Seasonal _,
                    RepaymentPlan.FreeForm _ -> false;
        };
    }

    private static boolean takesGraceOnInterest(RepaymentPlan plan) {
        return !(plan instanceof RepaymentPlan.OpenEnded
                || plan instanceof RepaymentPlan.FlatInterest
                || plan instanceof RepaymentPlan.FlatFee
                || plan instanceof RepaymentPlan.FreeForm);
    }

    private static boolean laysInterestDown(RepaymentPlan plan) {
        return plan instanceof RepaymentPlan.FlatInterest
                || plan instanceof RepaymentPlan.FlatFee
                || plan instanceof RepaymentPlan.FreeForm(var rows)
                        && rows.stream().anyMatch(row -> row.interest() != null);
    }
}
