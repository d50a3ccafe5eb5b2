package io.fenlu.ledger.story;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.allocation.PrepaymentRule;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductCode;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of terms for a test: begins with one that is plain, and changes what the test is about. */
public final class TermsRow {
    private RepaymentPlan plan;
    private Frequency frequency = Frequency.MONTHLY;
    private DayCount dayCount = DayCount.EQUAL_PERIODS;
    private InterestRounding rounding = new InterestRounding.EachPeriod(Rounding.HALF_UP);
    private PenaltyRule penalty = new PenaltyRule.NoPenalty();
    private PrepaymentRule prepayment = PrepaymentRule.SMALLER_INSTALMENT;
    private OverpaymentRule overpayment = OverpaymentRule.REFUSE;
    private AllocationOrder allocation = AllocationOrder.OLDEST_FIRST;
    private int engine = ProductTerms.CURRENT_ENGINE;

    private @Nullable Conditions conditions;

    private TermsRow(RepaymentPlan plan) {
        this.plan = plan;
    }

    public static TermsRow equalInstalment() {
        return new TermsRow(new RepaymentPlan.EqualInstalment(RoundingRule.of(Rounding.HALF_UP), RemainderHolder.LAST));
    }

    public static TermsRow equalPrincipal() {
        return new TermsRow(new RepaymentPlan.EqualPrincipal(RoundingRule.of(Rounding.HALF_UP), RemainderHolder.LAST));
    }

    public static TermsRow interestThenPrincipal() {
        return new TermsRow(new RepaymentPlan.InterestThenPrincipal());
    }

    public static TermsRow openEnded() {
        return new TermsRow(new RepaymentPlan.OpenEnded()).counting(DayCount.ACT_365F);
    }

    public TermsRow plan(RepaymentPlan other) {
        plan = other;
        return this;
    }

    public TermsRow every(int count, Frequency.Unit unit) {
        frequency = new Frequency(count, unit);
        return this;
    }

    public TermsRow counting(DayCount other) {
        dayCount = other;
        return this;
    }

    public TermsRow rounding(InterestRounding other) {
        rounding = other;
        return this;
    }

    public TermsRow carried(Rounding mode) {
        return rounding(new InterestRounding.Carried(mode));
    }

    public TermsRow eachPeriod(Rounding mode) {
        return rounding(new InterestRounding.EachPeriod(mode));
    }

    /** One and a half times the contract rate on overdue principal and interest, by calendar days. */
    public TermsRow penaltyWithGrace(int days) {
        return penalty(new PenaltyRule.PenaltyMultiple(
                new BigDecimal("1.5"),
                PenaltyRule.Base.PRINCIPAL_AND_INTEREST,
                DayCount.ACT_365F,
                days,
                Rounding.HALF_UP));
    }

    public TermsRow penalty(PenaltyRule other) {
        penalty = other;
        return this;
    }

    public TermsRow prepayment(PrepaymentRule other) {
        prepayment = other;
        return this;
    }

    public TermsRow overpayment(OverpaymentRule other) {
        overpayment = other;
        return this;
    }

    public TermsRow allocation(AllocationOrder other) {
        allocation = other;
        return this;
    }

    public TermsRow engine(int version) {
        engine = version;
        return this;
    }

    public TermsRow conditions(Conditions other) {
        conditions = other;
        return this;
    }

    public ProductTerms terms() {
        return new ProductTerms(
                new ProductCode("test"),
                1,
                engine,
                plan,
                frequency,
                dayCount,
                rounding,
                penalty,
                prepayment,
                overpayment,
                allocation,
                conditions);
    }
}
